// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "fearless/send.hpp"

namespace fearless {

/// What the body of `once::call_once_force` is told, and what it can say.
class once_state {
 public:
  explicit once_state(bool was_poisoned) : was_poisoned_(was_poisoned) {}

  /// Whether a body panicked before this one.
  [[nodiscard]] bool is_poisoned() const { return was_poisoned_; }

 private:
  bool was_poisoned_;
};

/// Lets something be done once, by whoever comes first, and the others wait until it is done.
///
/// | state      | meaning                 | changed by                                    | to                        |
/// |------------|-------------------------|-----------------------------------------------|---------------------------|
/// | `fresh`    | no body has run         | the first caller                              | `running`                 |
/// | `running`  | a body is running       | its thread, when the body returns or panics   | `complete` or `poisoned`  |
/// | `poisoned` | the last body panicked  | the next caller of `call_once_force`          | `running`                 |
/// | `complete` | a body has returned     | no thread                                     | (final)                   |
///
/// A bit beside the state says that somebody may sleep until it changes; who ends a body clears it, and wakes all.
/// Thread safety: all of it may be called from several threads at once.
class once {
 public:
  once() = default;
  once(const once&) = delete;
  once& operator=(const once&) = delete;
  ~once() = default;

  /// Runs `body()`, unless a body was run to its end before; where one is running, waits for it.
  ///
  /// Blocks; a body that calls the same `once` waits for itself, for ever. Memory order: all that the body did happens
  /// before the return. Errors: what the body throws is passed on, and poisons: then this panics, now and for ever, for
  /// every thread.
  template <class F>
  void call_once(F&& body) const {
    if (is_completed()) [[likely]]
      return;
    call([&](const once_state&) { body(); }, when_poisoned::panics);
  }

  /// The same, but that it runs `body(const once_state&)` also where another panicked before.
  template <class F>
  void call_once_force(F&& body) const {
    if (is_completed()) [[likely]]
      return;
    call(body, when_poisoned::goes_on);
  }

  /// Waits until a body was run to its end, by whomever. Blocks. Errors: panics where one panicked.
  void wait() const { wait_for_end(when_poisoned::panics); }

  /// The same, but that it goes on waiting where one panicked.
  void wait_force() const { wait_for_end(when_poisoned::goes_on); }

  /// Whether a body was run to its end. Memory order: where it was, all that it did happens before the return.
  [[nodiscard]] bool is_completed() const {
    return state_.load(std::memory_order_acquire) == complete;  // acquire: pairs with the release in end
  }

 private:
  enum class when_poisoned : bool { panics, goes_on };
  /// The word's values; `sleepers` may be added to each but `complete`.
  enum word : std::uint32_t { complete = 0, fresh = 1, running = 2, poisoned = 3, sleepers = 4 };

  /// Ends a body: as it says, or, where nothing is said since the body did not return, as poisoned.
  class ending {
   public:
    explicit ending(const once& own) : own_(own) {}
    ending(const ending&) = delete;
    ending& operator=(const ending&) = delete;
    ~ending() { own_.end(result_); }
    void returned() { result_ = complete; }

   private:
    const once& own_;
    word result_ = poisoned;
  };

  template <class F>
  void call(F&& body, when_poisoned then) const {
    const std::uint32_t before = begin(then);
    if (before == complete) return;
    ending at_the_end(*this);
    body(once_state(before == poisoned));
    at_the_end.returned();
  }

  /// The state before, where this thread is to run a body, and otherwise `complete`. Blocks.
  std::uint32_t begin(when_poisoned then) const;
  void wait_for_end(when_poisoned then) const;
  /// Sleeps until the state is no longer the one that was seen, and gives the next. Blocks.
  std::uint32_t state_after(std::uint32_t seen) const;
  void end(word result) const noexcept;

  mutable std::atomic<std::uint32_t> state_ = fresh;
};

namespace detail {
template <>
inline constexpr bool known_send<once> = true;
template <>
inline constexpr bool known_sync<once> = true;
}  // namespace detail

}  // namespace fearless
