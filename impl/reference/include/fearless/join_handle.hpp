// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/result.hpp"

namespace fearless {

namespace detail {

/// The result of a thread, for the thread that joins it. The thread and its handle share it: either may be the last to
/// drop it.
template <class R>
struct outcome_of_thread {
  std::optional<result<R, panic_payload>> ended_with;  // written by the thread before it ends, read after the join
  std::atomic<bool> finished = false;
};

/// What a body returns when it is called with these values; void if it can't be called.
template <class F, class... Values>
struct call {
  using result = void;
};
template <class F, class... Values>
  requires std::is_invocable_v<F, std::decay_t<Values>...>
struct call<F, Values...> {
  using result = std::invoke_result_t<F, std::decay_t<Values>...>;
};
template <class F, class... Values>
using result_of_body = call<F, Values...>::result;

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
  [[nodiscard]] bool is_finished() const FEARLESS_NEEDS_UNCONSUMED {
    return !outcome_ || outcome_->finished.load(std::memory_order_acquire);  // acquire: pairs with the release in spawn
  }

 private:
  template <class F, class... Values>
  friend join_handle<detail::result_of_body<F, Values...>> spawn(F body, Values&&... values);

  join_handle(std::thread thread, std::shared_ptr<detail::outcome_of_thread<R>> outcome) noexcept
      : thread_(std::move(thread)), outcome_(std::move(outcome)) {}

  void let_run() noexcept {
    if (thread_.joinable()) thread_.detach();
    outcome_.reset();
  }

  std::thread thread_;
  std::shared_ptr<detail::outcome_of_thread<R>> outcome_;
};

namespace detail {
template <class R>
constexpr bool known_send<join_handle<R>> = is_send<R>();
template <class R>
constexpr bool known_sync<join_handle<R>> = is_send<R>();
}  // namespace detail

}  // namespace fearless
