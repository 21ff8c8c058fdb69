// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>
#include <sys/types.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "scheduling/strategies/strategy.hpp"

namespace scheduling {

/// What may end a wait, besides the wake-up that it is for.
struct wait_kind {
  bool may_time_out = false;
  bool may_be_spurious = false;
  bool is_of_case = false;  ///< the case waits, and not the implementation
};

/// What ended a wait.
enum class woken : std::uint8_t {
  by_a_wake,
  by_time,      // its time is up, which the strategy decides
  late,         // a wake, and its time is up by the time at which it goes on
  spuriously,   // for no reason
  by_detaching  // the scheduler has detached all threads: wait in the system's way
};

/// A thread, as the scheduler knows it:
///
/// | state    | the thread                             | becomes                                     |
/// |----------|----------------------------------------|---------------------------------------------|
/// | absent   | is not known, or is not known any more | runnable, when it is started or first met   |
/// | runnable | has the turn, or waits for it          | blocked, absent                             |
/// | blocked  | waits for a wake-up                    | runnable, by a wake, by time, or spuriously |
struct controlled_thread {
  enum class state : std::uint8_t { absent, runnable, blocked };

  [[nodiscard]] bool is_known() const { return is != state::absent; }
  [[nodiscard]] bool can_go_on() const { return is == state::runnable; }
  [[nodiscard]] bool may_time_out() const { return is == state::blocked && kind.may_time_out; }
  [[nodiscard]] bool may_wake_spuriously() const { return is == state::blocked && kind.may_be_spurious; }
  [[nodiscard]] bool waits_on(const void* object) const { return is == state::blocked && waits_for == object; }

  void wait(const void* object, wait_kind how) {
    is = state::blocked;
    kind = how;
    waits_for = object;
  }
  void wake(woken by) {
    is = state::runnable;
    why = by;
  }

  state is = state::absent;
  wait_kind kind{};
  woken why = woken::by_a_wake;
  const void* waits_for = nullptr;
  std::uint64_t waits_since = 0;
  operation next{operation_kind::start};
  pid_t thread = 0;
  pthread_t handle{};
  std::uint32_t turn = not_given;  // one of the following; the thread sleeps on this word

  static constexpr std::uint32_t not_given = 0;
  static constexpr std::uint32_t given = 1;    // it has the turn, or will take it when it looks
  static constexpr std::uint32_t awaited = 2;  // it may be asleep
};

/// Some of the threads, by their numbers.
class thread_group {
 public:
  void add(controlled_thread& each, int number) {
    views_[count_] = {.number = number, .next = each.next, .waits_since = each.waits_since};
    threads_[count_++] = &each;
  }

  [[nodiscard]] bool is_empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] controlled_thread& operator[](std::size_t index) const { return *threads_[index]; }

  /// The same threads, as a strategy sees them.
  [[nodiscard]] std::span<const thread_view> views() const { return std::span(views_).first(count_); }

 private:
  // Only the first `count_` have a value: a group is made at each scheduling point.
  std::array<thread_view, most_threads> views_;
  std::array<controlled_thread*, most_threads> threads_;
  std::size_t count_ = 0;
};

/// The threads that the scheduler knows. Each has a place, and the place has a number. Needs the scheduler's lock.
class thread_table {
 public:
  /// A place without a thread, or null.
  controlled_thread* vacant_place() {
    const auto found = std::ranges::find(places_, controlled_thread::state::absent, &controlled_thread::is);
    if (found == places_.end()) return nullptr;
    used_ = std::max(used_, static_cast<std::size_t>(found - places_.begin()) + 1);
    *found = {};
    return &*found;
  }

  [[nodiscard]] controlled_thread& operator[](int number) { return places_[static_cast<std::size_t>(number)]; }
  [[nodiscard]] int number_of(const controlled_thread& each) const { return static_cast<int>(&each - places_.data()); }

  /// All places up to the last that ever had a thread.
  [[nodiscard]] std::span<controlled_thread> used_places() { return std::span(places_).first(used_); }

  /// The threads that satisfy the condition.
  template <class Condition>
  [[nodiscard]] thread_group those(Condition condition) {
    thread_group found;
    for (auto& each : used_places())
      if (condition(each)) found.add(each, number_of(each));
    return found;
  }

  /// How many threads satisfy the condition.
  [[nodiscard]] std::size_t count(bool (controlled_thread::*condition)() const) {
    return static_cast<std::size_t>(
        std::ranges::count_if(used_places(), [=](const controlled_thread& each) { return (each.*condition)(); }));
  }

 private:
  std::array<controlled_thread, most_threads> places_{};
  std::size_t used_ = 0;
};

}  // namespace scheduling
