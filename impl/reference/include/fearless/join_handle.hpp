// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/start_thread.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/result.hpp"
#include "fearless/thread.hpp"

namespace fearless {

template <class R>
class join_handle;

namespace detail {

/// Starts a thread, and returns its handle.
template <class F, class... Values>
join_handle<result_of_body<F, Values...>> spawn_thread(std::optional<std::string> name, F body, Values&&... values);

}  // namespace detail

/// A handle with which a thread is joined.
///
/// It can be moved, also to another thread, not copied; `join` consumes it. If it is dropped without `join`, the thread
/// runs on. Claims: join.handle.returned, join.handle.owned.moves, join.handle.owned.exclusive, join.handle.dropped.
template <class R>
class FEARLESS_CONSUMABLE [[nodiscard]] join_handle {
 public:
  join_handle(join_handle&& other) noexcept = default;
  join_handle& operator=(join_handle&& other) noexcept {
    if (this != &other) {
      let_run();
      identity_ = std::move(other.identity_);
      thread_ = std::move(other.thread_);
      outcome_ = std::move(other.outcome_);
    }
    return *this;
  }
  FEARLESS_NOT_COPYABLE(
      join_handle, "fearless[handle-copied] (E0382): a join handle has one owner; give it away: std::move(handle)");
  ~join_handle() { let_run(); }

  /// Waits until the thread has finished, and returns its value, or the payload of its panic.
  ///
  /// Blocks until the thread has finished and its closure's environment is destroyed. Memory order: everything that the
  /// thread did happens before the return. Errors: panics if a thread joins itself, and if the handle was joined,
  /// detached or moved from. Claims: join.waits, join.completes, join.result.
  result<R, panic_payload> join() && FEARLESS_CONSUMES {
    if (!thread_.joinable()) panic("join of a handle that was joined, detached or moved from");
    if (thread_.get_id() == std::this_thread::get_id()) panic("a thread can't join itself");
    thread_.join();
    return std::move(*std::exchange(outcome_, nullptr)->ended_with);
  }

  /// Lets the thread run on, and discards its result. Dropping the handle has the same effect.
  void detach() && FEARLESS_CONSUMES { let_run(); }

  /// Whether the thread has run its closure to the end: `join` then returns almost at once. Does not block.
  [[nodiscard]] bool is_finished() const FEARLESS_NEEDS_UNCONSUMED { return !outcome_ || outcome_->is_finished(); }

  /// The thread: its identity, its name, and the way to wake it from `park`.
  [[nodiscard]] const fearless::thread& thread() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return identity_;
  }

  friend void append_debug(std::string& text, const join_handle&) { text += "JoinHandle { .. }"; }

 private:
  template <class F, class... Values>
  friend join_handle<detail::result_of_body<F, Values...>> detail::spawn_thread(std::optional<std::string> name, F body,
                                                                                Values&&... values);

  join_handle(fearless::thread identity, std::thread running,
              std::shared_ptr<detail::outcome_of_thread<R>> outcome) noexcept
      : identity_(std::move(identity)), thread_(std::move(running)), outcome_(std::move(outcome)) {}

  void let_run() noexcept {
    if (thread_.joinable()) thread_.detach();
    outcome_.reset();
  }

  fearless::thread identity_;
  std::thread thread_;
  std::shared_ptr<detail::outcome_of_thread<R>> outcome_;
};

namespace detail {

template <class F, class... Values>
join_handle<result_of_body<F, Values...>> spawn_thread(std::optional<std::string> name, F body, Values&&... values) {
  using R = result_of_body<F, Values...>;
  auto outcome = std::make_shared<outcome_of_thread<R>>();
  fearless::thread identity = new_thread(std::move(name));
  std::thread running =
      start_thread(identity, outcome, body, environment_of<Values...>(std::forward<Values>(values)...));
  return join_handle<R>(std::move(identity), std::move(running), std::move(outcome));
}

template <class R>
constexpr bool known_send<join_handle<R>> = is_send<R>();
template <class R>
constexpr bool known_sync<join_handle<R>> = is_send<R>();
}  // namespace detail

}  // namespace fearless
