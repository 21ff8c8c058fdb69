// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <expected>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/send.hpp"

namespace fearless {

class panic_payload;
template <>
inline constexpr bool unsafe_enable_send<panic_payload> = true;  // its values are `send`

/// The payload of a panic: one value of any `send` type, or an exception that is not a panic.
class panic_payload {
 public:
  /// A payload with this value.
  template <send T>
    requires std::is_object_v<T>
  [[nodiscard]] static panic_payload of(T value) {
    return panic_payload(std::make_unique<holder<T>>(std::move(value)));
  }

  /// A payload with an exception that is not a panic.
  [[nodiscard]] static panic_payload of_exception(std::exception_ptr exception) {
    return panic_payload(std::make_unique<holder<std::exception_ptr>>(std::move(exception)));
  }

  /// Whether the payload is a `T`.
  template <class T>
  [[nodiscard]] bool is() const noexcept {
    return value_ && value_->type() == typeid(T);
  }

  /// The payload as a `T`, or null if it has another type.
  template <class T>
  [[nodiscard]] const T* get() const noexcept {
    return is<T>() ? static_cast<const T*>(value_->address()) : nullptr;
  }

  /// Takes the payload out as a `T`. Errors: it has another type, and the error is the whole payload.
  template <class T>
  [[nodiscard]] std::expected<T, panic_payload> downcast() && {
    if (!is<T>()) return std::unexpected(std::move(*this));
    return std::move(*static_cast<T*>(value_->address()));
  }

  /// A description of the payload: the text itself, the `what` of an exception, or else the name of its type.
  [[nodiscard]] std::string message() const;

  friend void append_debug(std::string& text, const panic_payload&) { text += "Any { .. }"; }

 private:
  struct any_holder {
    virtual ~any_holder() = default;
    [[nodiscard]] virtual const std::type_info& type() const noexcept = 0;
    [[nodiscard]] virtual void* address() noexcept = 0;
  };
  template <class T>
  struct holder final : any_holder {
    explicit holder(T initial) : value(std::move(initial)) {}
    [[nodiscard]] const std::type_info& type() const noexcept override { return typeid(T); }
    [[nodiscard]] void* address() noexcept override { return &value; }
    T value;
  };

  explicit panic_payload(std::unique_ptr<any_holder> value) noexcept : value_(std::move(value)) {}

  std::unique_ptr<any_holder> value_;
};

/// The exception that unwinds a panic. It has no base class, so `catch (const std::exception&)` does not stop a panic.
class panic_exception {
 public:
  explicit panic_exception(panic_payload payload) : payload_(std::move(payload)) {}
  [[nodiscard]] panic_payload& payload() noexcept { return payload_; }

 private:
  panic_payload payload_;
};

/// Called for each panic, on the panicking thread, before it unwinds.
using panic_hook = void (*)(const panic_payload&, const std::source_location&);

/// Replaces the hook, and returns the previous one. The default hook prints a line to standard error. Thread safety:
/// may be called from any thread.
panic_hook set_panic_hook(panic_hook hook) noexcept;

/// Continues a panic that was caught, with its payload. Does not call the hook, which was called for the original panic
/// (Rust's `resume_unwind`).
[[noreturn]] void resume_panic(panic_payload payload);

/// Calls the hook, then unwinds the calling thread with this payload, up to a `catch_panic` or to the thread's root.
[[noreturn]] void panic_with(panic_payload payload, std::source_location where = std::source_location::current());

/// Panics with a text.
[[noreturn]] void panic(std::string_view text, std::source_location where = std::source_location::current());

/// Panics with a value of any `send` type (Rust's `panic_any`).
template <send T>
  requires(std::is_object_v<T> && !std::is_convertible_v<const T&, std::string_view>)
[[noreturn]] void panic(T payload, std::source_location where = std::source_location::current()) {
  panic_with(panic_payload::of(std::move(payload)), where);
}

/// Runs `body` and returns its value, or the payload of its panic or other exception (Rust's `catch_unwind`).
template <class F>
[[nodiscard]] auto catch_panic(F&& body) -> std::expected<std::invoke_result_t<F>, panic_payload>;

}  // namespace fearless

#include "fearless/detail/catch_panic.hpp"
