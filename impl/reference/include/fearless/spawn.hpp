// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless/detail/captures_nothing.hpp"
#include "fearless/join_handle.hpp"
#include "fearless/panic.hpp"
#include "fearless/send.hpp"

// The errors of `spawn`.
#define FEARLESS_CLOSURE_BORROWS                                                                                   \
  "fearless[closure-borrows] (E0373): closure may outlive the current function, but it captures from it; give it " \
  "no captures and move in what it needs: spawn([](auto v) {…}, std::move(v))"
#define FEARLESS_VALUE_BORROWS                                                                                      \
  "fearless[value-borrows] (E0373): a pointer, reference or view may outlive what it refers to; move in the owner " \
  "instead: spawn(body, std::move(owner))"
#define FEARLESS_VALUE_NOT_MOVED                                                                         \
  "fearless[value-not-moved] (E0507): the value is not moved, and would be copied implicitly; move it, " \
  "std::move(value), or pass an explicit copy"
#define FEARLESS_VALUE_NOT_SEND                                                                                      \
  "fearless[value-not-send] (E0277): a value cannot be sent between threads safely: its type is not `send`; pass a " \
  "value that is, or, if you wrote the type and it is safe to send, specialise fearless::unsafe_enable_send"
#define FEARLESS_BODY_ARGUMENTS                                                                                    \
  "fearless[body-arguments] (E0057): the body can't be called with these values; give it one parameter for each, " \
  "taken by value"
#define FEARLESS_RESULT_NOT_SEND                                                                               \
  "fearless[result-not-send] (E0277): the body's result cannot be sent back to the joining thread; return an " \
  "owned value whose type is `send`"

namespace fearless {

namespace detail {

/// Whether an argument may be passed as written at the call: moved, or a scalar.
template <class V>
constexpr bool handed_over = !std::is_lvalue_reference_v<V> || std::is_scalar_v<std::remove_cvref_t<V>>;

template <class F, class... Values>
constexpr bool can_be_called = std::is_invocable_v<F, std::unwrap_ref_decay_t<Values>...>;

template <class... Values>
constexpr bool none_borrows = (!borrows<std::decay_t<Values>> && ...);
template <class... Values>
constexpr bool all_handed_over = (handed_over<Values> && ...);
template <class... Values>
constexpr bool all_send = (send<std::decay_t<Values>> && ...);

template <class F, class... Values>
constexpr bool has_send_result = !borrows<result_of_body<F, Values...>> && send<result_of_body<F, Values...>>;

}  // namespace detail

#if defined(__clang__)
// The error is at the caller's line and has only the reason. The assertions in `expect_owning` are for other compilers.
#define FEARLESS_REJECTS_BORROWING(F, Values)                                                         \
  __attribute__((diagnose_if(!detail::captures_nothing<F>, FEARLESS_CLOSURE_BORROWS, "error"),        \
                 diagnose_if(!detail::none_borrows<Values...>, FEARLESS_VALUE_BORROWS, "error"),      \
                 diagnose_if(!detail::all_handed_over<Values...>, FEARLESS_VALUE_NOT_MOVED, "error"), \
                 diagnose_if(!detail::all_send<Values...>, FEARLESS_VALUE_NOT_SEND, "error"),         \
                 diagnose_if(!detail::can_be_called<F, Values...>, FEARLESS_BODY_ARGUMENTS, "error"), \
                 diagnose_if(!detail::has_send_result<F, Values...>, FEARLESS_RESULT_NOT_SEND, "error")))
#else
#define FEARLESS_REJECTS_BORROWING(F, Values)
#endif

namespace detail {

template <class F, class... Values>
consteval void expect_owning() {
  static_assert(captures_nothing<F>, FEARLESS_CLOSURE_BORROWS);
  static_assert(none_borrows<Values...>, FEARLESS_VALUE_BORROWS);
  static_assert(all_handed_over<Values...>, FEARLESS_VALUE_NOT_MOVED);
  static_assert(!none_borrows<Values...> || all_send<Values...>, FEARLESS_VALUE_NOT_SEND);
  static_assert(can_be_called<F, Values...>, FEARLESS_BODY_ARGUMENTS);
  static_assert(!can_be_called<F, Values...> || has_send_result<F, Values...>, FEARLESS_RESULT_NOT_SEND);
}

}  // namespace detail

/// Runs `body(values…)` on a new thread, which owns the values, and returns the handle with which to join it.
///
/// `body` has no captures; the values are moved in, and each must be `send` and own its data. A body with captures or a
/// value that borrows could outlive what it refers to, so neither compiles; the error begins with a code,
/// `fearless[…]`, and Rust's code. Does not wait for the thread to start. Errors: panics if the system can't start a
/// thread. Claims: threads.spawn.closure, threads.spawn.new-thread, closures.capture, closures.environment,
/// closures.move.transfers.owner, closures.move.transfers.unmoved.
template <class F, class... Values>
FEARLESS_REJECTS_BORROWING(F, Values)
[[nodiscard]] join_handle<detail::result_of_body<F, Values...>> spawn(F body, Values&&... values) {
  detail::expect_owning<F, Values...>();
  if constexpr (detail::can_be_called<F, Values...>)
    return detail::spawn_thread(std::nullopt, body, std::forward<Values>(values)...);
}

/// As `spawn`, for a thread with a name (Rust's `thread::Builder::name`). Panic messages contain it, and debuggers show
/// its first 15 bytes. Errors: as `spawn`; panics if the name has a null character.
template <class F, class... Values>
FEARLESS_REJECTS_BORROWING(F, Values)
[[nodiscard]] join_handle<detail::result_of_body<F, Values...>> spawn_named(std::string name, F body,
                                                                            Values&&... values) {
  detail::expect_owning<F, Values...>();
  if constexpr (detail::can_be_called<F, Values...>)
    return detail::spawn_thread(std::move(name), body, std::forward<Values>(values)...);
}

}  // namespace fearless

#undef FEARLESS_REJECTS_BORROWING
#undef FEARLESS_CLOSURE_BORROWS
#undef FEARLESS_VALUE_BORROWS
#undef FEARLESS_VALUE_NOT_MOVED
#undef FEARLESS_VALUE_NOT_SEND
#undef FEARLESS_BODY_ARGUMENTS
#undef FEARLESS_RESULT_NOT_SEND
