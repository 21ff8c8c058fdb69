// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// The argument of the body of `once::call_once_force`. It is `send`, and not `sync`, as in Rust.
class once_state {
 public:
  explicit once_state(bool was_poisoned) : was_poisoned_(was_poisoned) {}

  /// Whether a body panicked before this one.
  [[nodiscard]] bool is_poisoned() const { return was_poisoned_; }

  friend void append_debug(std::string& text, const once_state& printed) {
    text += "OnceState { poisoned: " + debug(printed.was_poisoned_) + " }";
  }

 private:
  bool was_poisoned_;
};

/// Runs a body once: the first caller runs it, and the other callers wait until it has returned.
///
/// | state      | meaning                | changed by                                  | to                       |
/// |------------|------------------------|---------------------------------------------|--------------------------|
/// | `fresh`    | no body has run        | the first caller                            | `running`                |
/// | `running`  | a body is running      | its thread, when the body returns or panics | `complete` or `poisoned` |
/// | `poisoned` | the last body panicked | the next caller of `call_once_force`        | `running`                |
/// | `complete` | a body has returned    | no thread                                   | (final)                  |
///
/// One bit beside the state says that threads may be asleep until it changes; the end of a body clears it and wakes
/// them all. Thread safety: all functions may be called from several threads at once.
class once {
 public:
  once() = default;
  once(const once&) = delete;
  once& operator=(const once&) = delete;
  ~once() = default;

  /// Runs `body()`, unless a body has already returned. If a body is running, waits for it.
  ///
  /// Blocks. Memory order: everything that the body did happens before the return. Errors: an exception from the body
  /// is passed on and poisons the `once`: every later call, on every thread, panics. Panics if the body itself calls
  /// the same `once`, or waits for it.
  template <class F>
  void call_once(F&& body) const {
    if (is_completed()) [[likely]]
      return;
    call([&](const once_state&) { body(); }, when_poisoned::panics);
  }

  /// As `call_once`, but runs `body(const once_state&)` also if an earlier body panicked.
  template <class F>
  void call_once_force(F&& body) const {
    if (is_completed()) [[likely]]
      return;
    call(body, when_poisoned::goes_on);
  }

  /// Waits until a body has returned, on any thread. Blocks. Errors: panics if a body panicked.
  void wait() const { wait_for_end(when_poisoned::panics); }

  /// As `wait`, but continues to wait if a body panicked.
  void wait_force() const { wait_for_end(when_poisoned::goes_on); }

  /// Whether a body has returned. Memory order: if it has, everything that it did happens before the return.
  [[nodiscard]] bool is_completed() const {
    return state_.load(std::memory_order_acquire) == complete;  // acquire: pairs with the release in end
  }

  friend void append_debug(std::string& text, const once&) { text += "Once { .. }"; }

 private:
  enum class when_poisoned : bool { panics, goes_on };
  /// The values of the word; `sleepers` may be added to all except `complete`.
  enum word : std::uint32_t { complete = 0, fresh = 1, running = 2, poisoned = 3, sleepers = 4 };

  /// A body that this thread runs. It ends as complete after `returned`, otherwise as poisoned.
  class running_body {
   public:
    explicit running_body(const once& own) noexcept : own_(own), outer_(std::exchange(innermost, this)) {}
    running_body(const running_body&) = delete;
    running_body& operator=(const running_body&) = delete;
    ~running_body() {
      innermost = outer_;
      own_.end(result_);
    }
    void returned() { result_ = complete; }

    /// Whether this thread runs a body of it.
    [[nodiscard]] static bool is_of(const once& asked) noexcept {
      const running_body* each = innermost;
      while (each != nullptr && &each->own_ != &asked) each = each->outer_;
      return each != nullptr;
    }

   private:
    static constinit thread_local const running_body* innermost;

    const once& own_;
    const running_body* outer_;
    word result_ = poisoned;
  };

  template <class F>
  void call(F&& body, when_poisoned then) const {
    const std::uint32_t before = begin(then);
    if (before == complete) return;
    running_body running_now(*this);
    body(once_state(before == poisoned));
    running_now.returned();
  }

  /// Returns the previous state if this thread must now run a body, and `complete` otherwise. Blocks.
  std::uint32_t begin(when_poisoned then) const;
  void wait_for_end(when_poisoned then) const;
  /// Sleeps until the state differs from `seen`, and returns the new state. Blocks. Errors: panics if this thread runs
  /// the body that it would wait for.
  std::uint32_t state_after(std::uint32_t seen) const;
  void end(word result) const noexcept;

  mutable std::atomic<std::uint32_t> state_ = fresh;
};

namespace detail {
template <>
inline constexpr bool known_send<once> = true;
template <>
inline constexpr bool known_sync<once> = true;
template <>
inline constexpr bool known_send<once_state> = true;
}  // namespace detail

}  // namespace fearless
