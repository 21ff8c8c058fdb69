// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <expected>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "fearless/debug.hpp"
#include "fearless/detail/captures_nothing.hpp"
#include "fearless/detail/start_thread.hpp"
#include "fearless/mutex.hpp"
#include "fearless/once.hpp"
#include "fearless/ownership.hpp"
#include "fearless/panic.hpp"
#include "fearless/result.hpp"
#include "fearless/send.hpp"
#include "fearless/spawn.hpp"
#include "fearless/thread.hpp"

// The errors of `thread_scope::spawn`.
#define FEARLESS_CAPTURE_UNSEEN                                                                                     \
  "fearless[closure-borrows] (E0373): what a closure captures can't be checked; give it no captures and pass what " \
  "it needs: spawn([](const auto& v) {…}, std::cref(v))"
#define FEARLESS_VIEW_PASSED                                                                                     \
  "fearless[value-borrows] (E0373): a pointer, reference or view may outlive what it refers to; lend the owner " \
  "instead: spawn(body, std::cref(owner))"
#define FEARLESS_VALUE_NOT_LENT                                                                        \
  "fearless[value-not-moved] (E0507): the value is neither lent nor moved; lend it, std::cref(value) " \
  "or std::ref(value), or move it, std::move(value)"
#define FEARLESS_LENT_NOT_SEND                                                                                    \
  "fearless[value-not-send] (E0277): a value cannot be used by another thread safely; lend by std::cref what is " \
  "`sync`, and lend by std::ref or move what is `send`"
#define FEARLESS_BODY_ARGUMENTS                                                                                    \
  "fearless[body-arguments] (E0057): the body can't be called with these values; give it one parameter for each, " \
  "by reference for what is lent"
#define FEARLESS_RESULT_NOT_SEND                                                                               \
  "fearless[result-not-send] (E0277): the body's result cannot be sent back to the joining thread; return an " \
  "owned value whose type is `send`"

namespace fearless {

class thread_scope;
template <class F>
std::invoke_result_t<F, const thread_scope&> scope(F&& body,
                                                   std::source_location where = std::source_location::current());

namespace detail {

/// A value that a scope's thread owns, or borrows if it was passed by `std::ref` or `std::cref`.
template <class V>
constexpr bool lent_or_owned =
    !borrows<std::unwrap_ref_decay_t<V>> || !std::is_same_v<std::unwrap_ref_decay_t<V>, std::decay_t<V>>;
template <class V>
consteval bool may_be_used() {
  using given = std::unwrap_ref_decay_t<V>;
  if constexpr (std::is_reference_v<given>) {
    // An exclusive reference moves the value to the thread and back.
    return std::is_const_v<std::remove_reference_t<given>> ? send<given> : send<std::remove_reference_t<given>>;
  } else {
    return send<given>;
  }
}
template <class V>
constexpr bool lent_or_moved = handed_over<V> || std::is_reference_v<std::unwrap_ref_decay_t<V>>;

template <class... Values>
constexpr bool all_lent_or_owned = (lent_or_owned<Values> && ...);
template <class... Values>
constexpr bool all_lent_or_moved = (lent_or_moved<Values> && ...);
template <class... Values>
constexpr bool all_may_be_used = (may_be_used<Values>() && ...);

template <class F, class... Values>
consteval void expect_lending() {
  static_assert(captures_nothing<F>, FEARLESS_CAPTURE_UNSEEN);
  static_assert(all_lent_or_owned<Values...>, FEARLESS_VIEW_PASSED);
  static_assert(all_lent_or_moved<Values...>, FEARLESS_VALUE_NOT_LENT);
  static_assert(!all_lent_or_owned<Values...> || all_may_be_used<Values...>, FEARLESS_LENT_NOT_SEND);
  static_assert(can_be_called<F, Values...>, FEARLESS_BODY_ARGUMENTS);
  static_assert(!can_be_called<F, Values...> || has_send_result<F, Values...>, FEARLESS_RESULT_NOT_SEND);
}

/// A thread of a scope. Its handle and its scope may both join it.
class scoped_thread {
 public:
  scoped_thread(fearless::thread identity, std::thread running, std::shared_ptr<const std::atomic<bool>> finished)
      : identity_(std::move(identity)), running_(std::move(running)), finished_(std::move(finished)) {}

  /// Waits until the thread has ended. Blocks.
  void join() const {
    joined_.call_once([this] { running_.join(); });
  }
  /// Whether the thread has run its body to the end. Memory order: pairs with the end of the thread.
  [[nodiscard]] bool is_finished() const { return finished_->load(std::memory_order_acquire); }
  [[nodiscard]] bool is_calling() const { return running_.get_id() == std::this_thread::get_id(); }
  [[nodiscard]] const fearless::thread& identity() const { return identity_; }

 private:
  fearless::thread identity_;
  mutable std::thread running_;
  once joined_;
  std::shared_ptr<const std::atomic<bool>> finished_;
};

/// The number of panics in a scope that no `join` has returned.
using panic_count = std::atomic<std::size_t>;

/// The result of a scope's thread. It counts the thread's panic, until a `join` returns it.
template <class R>
class scoped_outcome : public outcome_of_thread<R> {
 public:
  explicit scoped_outcome(std::shared_ptr<panic_count> panics) : panics_(std::move(panics)) {}

  void end(std::expected<R, panic_payload> with) {
    if (!with) panics_->fetch_add(1, std::memory_order_relaxed);  // relaxed: the scope reads it after the joins
    outcome_of_thread<R>::end(std::move(with));
  }
  [[nodiscard]] result<R, panic_payload> take() {
    if (!this->ended_with->has_value()) panics_->fetch_sub(1, std::memory_order_relaxed);
    return std::move(*this->ended_with);
  }

 private:
  std::shared_ptr<panic_count> panics_;
};

}  // namespace detail

/// A handle with which a thread of a scope is joined, before the scope joins all.
///
/// It can be moved, also to another thread of the scope, not copied; `join` consumes it.
template <class R>
class FEARLESS_CONSUMABLE scoped_join_handle {
 public:
  scoped_join_handle(scoped_join_handle&&) noexcept = default;
  scoped_join_handle& operator=(scoped_join_handle&&) noexcept = default;
  FEARLESS_NOT_COPYABLE(
      scoped_join_handle,
      "fearless[handle-copied] (E0382): a join handle has one owner; give it away: std::move(handle)");
  ~scoped_join_handle() = default;

  /// As `join_handle::join`. A panic that it returns is not reported by the scope.
  result<R, panic_payload> join() && FEARLESS_CONSUMES {
    if (!outcome_) panic("join of a handle that was joined or moved from");
    if (thread_->is_calling()) panic("a thread can't join itself");
    thread_->join();
    return std::exchange(outcome_, nullptr)->take();
  }

  /// As `join_handle::is_finished`.
  [[nodiscard]] bool is_finished() const FEARLESS_NEEDS_UNCONSUMED { return !outcome_ || outcome_->is_finished(); }

  /// The thread: its identity, its name, and the way to wake it from `park`.
  [[nodiscard]] const fearless::thread& thread() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return thread_->identity();
  }

  friend void append_debug(std::string& text, const scoped_join_handle&) { text += "ScopedJoinHandle { .. }"; }

 private:
  friend class thread_scope;
  scoped_join_handle(std::shared_ptr<const detail::scoped_thread> thread,
                     std::shared_ptr<detail::scoped_outcome<R>> outcome) noexcept
      : thread_(std::move(thread)), outcome_(std::move(outcome)) {}

  std::shared_ptr<const detail::scoped_thread> thread_;
  std::shared_ptr<detail::scoped_outcome<R>> outcome_;
};

#if defined(__clang__)
#define FEARLESS_REJECTS_UNSAFE_LOANS(F, Values)                                                       \
  __attribute__((diagnose_if(!detail::captures_nothing<F>, FEARLESS_CAPTURE_UNSEEN, "error"),          \
                 diagnose_if(!detail::all_lent_or_owned<Values...>, FEARLESS_VIEW_PASSED, "error"),    \
                 diagnose_if(!detail::all_lent_or_moved<Values...>, FEARLESS_VALUE_NOT_LENT, "error"), \
                 diagnose_if(!detail::all_may_be_used<Values...>, FEARLESS_LENT_NOT_SEND, "error"),    \
                 diagnose_if(!detail::can_be_called<F, Values...>, FEARLESS_BODY_ARGUMENTS, "error"),  \
                 diagnose_if(!detail::has_send_result<F, Values...>, FEARLESS_RESULT_NOT_SEND, "error")))
#else
#define FEARLESS_REJECTS_UNSAFE_LOANS(F, Values)
#endif

/// Where threads are started that end before `scope` returns (Rust's `Scope`). Thread safety: all functions may be
/// called from several threads at once, so a thread of the scope may start others: lend it the scope,
/// `std::cref(threads)`.
class thread_scope {
 public:
  thread_scope(const thread_scope&) = delete;
  thread_scope& operator=(const thread_scope&) = delete;
  /// Joins all threads, also those that they start meanwhile. Blocks.
  ~thread_scope() {
    while (true) {
      const running threads = std::exchange(*threads_.lock().unwrap(), {});
      if (threads.empty()) return;
      for (const auto& each : threads) each->join();
    }
  }

  /// Runs `body(values…)` on a new thread, and returns the handle with which it can be joined before the end of the
  /// scope.
  ///
  /// `body` has no captures. Each value is moved in, or lent: `std::cref(value)` lets the thread read a value that is
  /// `sync`, `std::ref(value)` lets it change one that is `send`, and the body has a reference as its parameter. What
  /// is lent must be declared before the `scope`, and as long as a thread has it by `std::ref`, no other code may use
  /// it; the compiler checks neither. Anything else does not compile; the errors are those of `fearless::spawn`.
  /// Errors: panics if the system can't start a thread.
  template <class F, class... Values>
  FEARLESS_REJECTS_UNSAFE_LOANS(F, Values)
  scoped_join_handle<detail::result_of_body<F, Values...>> spawn(F body, Values&&... values) const {
    detail::expect_lending<F, Values...>();
    if constexpr (detail::can_be_called<F, Values...>)
      return start(std::nullopt, body, std::forward<Values>(values)...);
  }

  /// As `spawn`, for a thread with a name.
  template <class F, class... Values>
  FEARLESS_REJECTS_UNSAFE_LOANS(F, Values)
  scoped_join_handle<detail::result_of_body<F, Values...>> spawn_named(std::string name, F body,
                                                                       Values&&... values) const {
    detail::expect_lending<F, Values...>();
    if constexpr (detail::can_be_called<F, Values...>)
      return start(std::move(name), body, std::forward<Values>(values)...);
  }

 private:
  template <class F>
  friend std::invoke_result_t<F, const thread_scope&> scope(F&& body, std::source_location where);

  using running = std::vector<std::shared_ptr<const detail::scoped_thread>>;

  explicit thread_scope(std::shared_ptr<detail::panic_count> panics) : panics_(std::move(panics)) {}

  template <class F, class... Values>
  auto start(std::optional<std::string> name, F body, Values&&... values) const {
    using R = detail::result_of_body<F, Values...>;
    auto outcome = std::make_shared<detail::scoped_outcome<R>>(panics_);
    fearless::thread identity = detail::new_thread(std::move(name));
    std::thread started = detail::start_thread(identity, outcome, body,
                                               detail::environment_of<Values...>(std::forward<Values>(values)...));
    auto thread = std::make_shared<const detail::scoped_thread>(
        std::move(identity), std::move(started), std::shared_ptr<const std::atomic<bool>>(outcome, &outcome->finished));
    keep(thread);
    return scoped_join_handle<R>(std::move(thread), std::move(outcome));
  }

  /// Keeps a thread until it is joined. Joins those that are finished, so that a scope which starts many threads keeps
  /// only those that run.
  void keep(std::shared_ptr<const detail::scoped_thread> started) const {
    running finished;
    {
      auto threads = threads_.lock().unwrap();
      const auto first =
          std::partition(threads->begin(), threads->end(), [](const auto& each) { return !each->is_finished(); });
      finished.assign(std::move_iterator(first), std::move_iterator(threads->end()));
      threads->erase(first, threads->end());
      threads->push_back(std::move(started));
    }
    for (const auto& each : finished) each->join();
  }

  mutex<running> threads_{running{}};
  std::shared_ptr<detail::panic_count> panics_;
};

/// Runs `body(threads)` on this thread, and joins all threads that it has started by `threads.spawn(…)`, and these
/// themselves (Rust's `thread::scope`). They may therefore use what this thread owns. Returns what the body returns.
///
/// Blocks until all have ended, with their thread-local objects, also if the body panics. Memory order: everything that
/// they did happens before the return. Errors: an exception from the body is passed on; otherwise it panics if a thread
/// has panicked, and no `join` has returned the panic.
template <class F>
std::invoke_result_t<F, const thread_scope&> scope(F&& body, std::source_location where) {
  const auto panics = std::make_shared<detail::panic_count>(0);
  const auto run = [&]() -> std::invoke_result_t<F, const thread_scope&> {
    const thread_scope threads(panics);
    return std::invoke(std::forward<F>(body), threads);
  };
  const auto report = [&] {
    if (panics->load(std::memory_order_relaxed) > 0) panic("a scoped thread panicked", where);
  };
  if constexpr (std::is_void_v<std::invoke_result_t<F, const thread_scope&>>) {
    run();
    report();
  } else {
    decltype(auto) returned = run();
    report();
    return std::forward<decltype(returned)>(returned);
  }
}

namespace detail {
template <>
inline constexpr bool known_send<thread_scope> = true;
template <>
inline constexpr bool known_sync<thread_scope> = true;
template <class R>
constexpr bool known_send<scoped_join_handle<R>> = is_send<R>();
template <class R>
constexpr bool known_sync<scoped_join_handle<R>> = is_send<R>();
}  // namespace detail

}  // namespace fearless

#undef FEARLESS_REJECTS_UNSAFE_LOANS
#undef FEARLESS_CAPTURE_UNSEEN
#undef FEARLESS_VIEW_PASSED
#undef FEARLESS_VALUE_NOT_LENT
#undef FEARLESS_LENT_NOT_SEND
#undef FEARLESS_BODY_ARGUMENTS
#undef FEARLESS_RESULT_NOT_SEND
