// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <ostream>
#include <type_traits>
#include <utility>

#include "bindings/port.hpp"
#include "bindings/value.hpp"
#include "scheduling/free_running.hpp"

namespace bindings {

/// The result of a closure that returns no value.
struct nothing {
  bool operator==(const nothing&) const = default;
};

/// The exception that `panic` throws inside the code of a test. It ends at the edge of the closure, where the
/// implementation's own panic takes over.
struct panicking {
  fearless_value payload;
};

/// Panics with a payload for the thread that joins. To be called only inside a closure that the implementation runs.
template <class T>
[[noreturn]] void panic(T payload) {
  throw panicking{box(std::move(payload))};
}

/// How a joined thread ended.
template <class R>
class joined {
 public:
  joined(fearless_outcome outcome, fearless_value value) : outcome_(outcome), value_(value) {}
  joined(joined&& other) noexcept : outcome_(other.outcome_), value_(std::exchange(other.value_, {})) {}
  joined& operator=(joined&&) = delete;
  ~joined() { drop(value_); }

  [[nodiscard]] bool panicked() const { return outcome_ == FEARLESS_PANICS; }

  /// The value. Null where the thread panicked, or the implementation lost it.
  [[nodiscard]] const R* value() const { return panicked() ? nullptr : static_cast<const R*>(value_.data); }

  /// The payload of the panic, which was a `T`. Null where the thread returned, or the implementation lost it.
  template <class T>
  [[nodiscard]] const T* payload() const {
    return panicked() ? static_cast<const T*>(value_.data) : nullptr;
  }

  /// Whether the thread returned this value.
  bool operator==(const R& expected) const { return value() != nullptr && *value() == expected; }

  /// Prints the result for a failed assertion.
  friend std::ostream& operator<<(std::ostream& out, const joined& ended) {
    if (ended.panicked()) return out << "a panic";
    if (ended.value() == nullptr) return out << "no value";
    if constexpr (requires { out << *ended.value(); })
      return out << *ended.value();
    else
      return out << "a value";
  }

 private:
  fearless_outcome outcome_;
  fearless_value value_;
};

/// A join handle of the implementation. Dropping it unjoined drops the implementation's handle.
template <class R>
class join_handle {
 public:
  explicit join_handle(fearless_thread* handle) : handle_(handle) {}
  join_handle(join_handle&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  join_handle& operator=(join_handle&&) = delete;
  ~join_handle() {
    if (handle_ != nullptr) threads().detach(handle_);
  }

  /// Waits for the thread. Blocks.
  joined<R> join() {
    fearless_value value{};
    const auto outcome = threads().join(std::exchange(handle_, nullptr), &value);
    return {outcome, value};
  }

  /// Waits for the thread, and lets the implementation unwrap the result. Blocks.
  joined<R> join_unwrap() {
    fearless_value value{};
    const auto outcome = threads().join_unwrap(std::exchange(handle_, nullptr), &value);
    return {outcome, value};
  }

 private:
  fearless_thread* handle_;
};

namespace detail {

template <class F>
using result_of = std::conditional_t<std::is_void_v<std::invoke_result_t<F&>>, nothing, std::invoke_result_t<F&>>;

template <class F>
fearless_outcome call(void* environment, fearless_value* result) {
  F& body = *static_cast<F*>(environment);
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<F&>>) {
      body();
      *result = box(nothing{});
    } else {
      *result = box(body());
    }
    return FEARLESS_RETURNS;
  } catch (const panicking& thrown) {
    *result = thrown.payload;
    return FEARLESS_PANICS;
  }
}

}  // namespace detail

/// Makes the port's closure from `body`.
template <class F>
fearless_closure closure(F body) {
  return {.env = static_cast<void*>(new F(std::move(body))), .call = detail::call<F>, .drop = [](void* environment) {
            delete static_cast<F*>(environment);
          }};
}

/// Runs `body` on a new thread of the implementation. A test's lambda may capture, since tests follow the rule by
/// themselves: they capture by value only.
template <class F>
join_handle<detail::result_of<F>> spawn(F body) {
  scheduling::free_running::expect_thread();
  fearless_thread* const started = threads().spawn(closure(std::move(body)));
  if (started == nullptr) no_thread();
  return join_handle<detail::result_of<F>>(started);
}

/// The implementation's own sleep. Blocks.
inline void sleep(std::chrono::nanoseconds duration) {
  threads().sleep(static_cast<std::uint64_t>(duration.count()));
}

}  // namespace bindings
