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

/// Stands for "no value": what a closure gives that returns nothing.
struct nothing {
  bool operator==(const nothing&) const = default;
};

/// What `panic` unwinds with, inside the suite's own code. It ends at the closure's edge, where the implementation
/// takes over.
struct panicking {
  fearless_value payload;
};

/// Panics, with a payload that the joiner is given. Only inside a closure that the implementation runs.
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

  /// What an assertion that fails shows of it.
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

/// A join handle of the implementation's. Dropped unjoined, it is dropped as the implementation drops one.
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

  /// Waits for the thread and unwraps the result, as the implementation does. Blocks.
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

/// The closure that an implementation is given for `body`.
template <class F>
fearless_closure closure(F body) {
  return {.env = static_cast<void*>(new F(std::move(body))), .call = detail::call<F>, .drop = [](void* environment) {
            delete static_cast<F*>(environment);
          }};
}

/// Runs `body` on a new thread of the implementation's. Here a lambda may capture: the suite's own code keeps to the
/// rules by itself, and captures by value only.
template <class F>
join_handle<detail::result_of<F>> spawn(F body) {
  scheduling::free_running::expect_thread();
  return join_handle<detail::result_of<F>>(threads().spawn(closure(std::move(body))));
}

/// The implementation's own sleep. Blocks.
inline void sleep(std::chrono::nanoseconds duration) {
  threads().sleep(static_cast<std::uint64_t>(duration.count()));
}

}  // namespace bindings
