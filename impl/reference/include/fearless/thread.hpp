// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/detail/futex.hpp"
#include "fearless/ownership.hpp"
#include "fearless/send.hpp"

namespace fearless {

class thread;

/// The identity of a thread (Rust's `ThreadId`). No other thread of the process ever has the same one.
class thread_id {
 public:
  explicit thread_id(std::uint64_t number) noexcept : number_(number) {}
  bool operator==(const thread_id&) const = default;

  /// Prints the identity like Rust's `{:?}`: `ThreadId(1)`.
  friend void append_debug(std::string& text, thread_id printed) {
    text += "ThreadId(" + std::to_string(printed.number_) + ')';
  }

 private:
  friend std::hash<thread_id>;
  std::uint64_t number_;
};

namespace detail {

/// What the handles of a thread share.
///
/// | token    | meaning                                  | changed by                             | to         |
/// |----------|------------------------------------------|----------------------------------------|------------|
/// | `none`   | the thread runs, and has no token        | `park`                                 | `parked`   |
/// |          |                                          | `unpark`                               | `present`  |
/// | `present`| the next `park` returns at once          | `park`                                 | `none`     |
/// | `parked` | the thread waits for a token             | `unpark`, which wakes it               | `present`  |
/// |          |                                          | the thread, when its time is up        | `none`     |
struct thread_state {
  enum word : std::uint32_t { parked = std::uint32_t(-1), none = 0, present = 1 };

  thread_id id;
  std::optional<std::string> name;
  mutable std::atomic<std::uint32_t> token = none;
};

/// The identity of a thread that is about to start. Errors: panics if the name has a null character.
thread new_thread(std::optional<std::string> name);

/// For a new thread: makes this its identity, and tells the system its name.
void become(const thread& identity);

}  // namespace detail

/// A handle to a thread, with its identity and its name (Rust's `Thread`).
///
/// It can be moved and cloned, not copied, and may outlive the thread. Thread safety: all functions may be called from
/// several threads at once; it is `send` and `sync`. Errors: every use of a moved-from handle ends the program.
class FEARLESS_CONSUMABLE [[nodiscard]] thread {
 public:
  thread(thread&&) noexcept = default;
  thread& operator=(thread&&) noexcept = default;
  thread(const thread&) = delete;
  thread& operator=(const thread&) = delete;
  ~thread() = default;

  /// Returns another handle to the same thread.
  [[nodiscard]] thread clone() const FEARLESS_NEEDS_UNCONSUMED { return thread(state_); }

  [[nodiscard]] thread_id id() const FEARLESS_NEEDS_UNCONSUMED { return state_->id; }

  /// The name, if the thread has one. The main thread is called `main`.
  [[nodiscard]] std::optional<std::string_view> name() const FEARLESS_LIFETIMEBOUND FEARLESS_NEEDS_UNCONSUMED {
    return state_->name;
  }

  /// Gives the thread its token, if it has none: its `park` returns, now or when it is called next. Memory order:
  /// everything before the `unpark` happens before the return of the `park` that takes the token.
  void unpark() const FEARLESS_NEEDS_UNCONSUMED;

  /// Prints the thread like Rust's `{:?}`: `Thread { id: ThreadId(1), name: Some("main"), .. }`.
  friend void append_debug(std::string& text, const thread& printed) {
    text += "Thread { id: " + debug(printed.id()) + ", name: " + debug(printed.state_->name) + ", .. }";
  }

 private:
  friend thread detail::new_thread(std::optional<std::string> name);
  friend void detail::become(const thread& identity);
  friend thread current_thread();
  friend void park();
  friend void park_until(detail::deadline until);
  explicit thread(std::shared_ptr<const detail::thread_state> state) noexcept : state_(std::move(state)) {}

  std::shared_ptr<const detail::thread_state> state_;
};

/// The thread that calls this (Rust's `thread::current`). A thread that was not started by this library has an identity
/// from its first call on.
thread current_thread();

/// Waits for the token of this thread, and takes it. A token that came before is taken at once; several are one.
/// Blocks, without using the processor. It may return without a token, as in Rust: call it in a loop, with a condition.
void park();

/// As `park`, until this point in time at most.
void park_until(detail::deadline until);

/// As `park`, for at most this duration.
template <class Rep, class Period>
void park_timeout(std::chrono::duration<Rep, Period> duration) {
  park_until(detail::deadline_in(duration));
}

namespace detail {
template <>
inline constexpr auto made_of<thread_id> = parts<std::uint64_t>{};
template <>
inline constexpr bool known_send<thread> = true;
template <>
inline constexpr bool known_sync<thread> = true;
}  // namespace detail

}  // namespace fearless

template <>
struct std::hash<fearless::thread_id> {
  std::size_t operator()(fearless::thread_id hashed) const noexcept {
    return std::hash<std::uint64_t>()(hashed.number_);
  }
};
