// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "scheduling/strategies/operation.hpp"

namespace scheduling {

/// How many threads an execution may have at a time.
inline constexpr std::size_t most_threads = 64;

/// A thread, as a strategy sees it.
struct thread_view {
  int number;                 ///< from 0 to most_threads - 1; a thread that starts may get the number of one that ended
  operation next;             ///< what it does when it goes on
  std::uint64_t waits_since;  ///< for a thread that waits: the smaller, the longer it has waited
};

/// A scheduling point at which there is a choice.
struct scheduling_point {
  std::span<const thread_view> able;  ///< the threads that can go on, by their numbers; at least one
  int current;                        ///< the thread that has come here
  bool may_stay;                      ///< false where `current` has to wait, has ended, or yields
  std::uint64_t number;               ///< in this execution, from 1
};

/// The executions of a search: `count` of them, with the seeds `first`, `first` + 1 and so on.
struct execution_range {
  std::uint64_t first;
  std::uint64_t count;
};

/// Chooses the schedule of each execution. One object serves all executions, one after the other.
///
/// What it chooses depends on nothing but the seed and what it was asked before in the same execution, so that the same
/// seed gives the same schedule. A strategy that makes all of its choices one after the other (see `next_execution`)
/// may depend on the executions before, too.
class strategy {
 public:
  strategy() = default;
  strategy(const strategy&) = delete;
  strategy& operator=(const strategy&) = delete;

  // A search, which consists of executions.

  /// Begins a search.
  virtual void begin_search() {}

  /// The executions that are run where `count` of them are wanted, the first of them with this seed.
  [[nodiscard]] virtual execution_range executions(std::uint64_t seed, std::uint64_t count) const {
    return {.first = seed, .count = count};
  }

  /// The executions that are run to repeat the one that had this seed, which comes last.
  [[nodiscard]] virtual execution_range replay(std::uint64_t seed) const { return {.first = seed, .count = 1}; }

  /// The seed of what the body of an execution itself leaves to chance.
  [[nodiscard]] virtual std::uint64_t seed_of_body(std::uint64_t seed) const { return seed; }

  /// Goes on to the next execution of the search. False where every schedule has been executed.
  virtual bool next_execution() { return true; }

  /// For a strategy that can execute every schedule: whether the search did.
  [[nodiscard]] virtual std::optional<bool> is_complete() const { return std::nullopt; }

  /// Begins an execution, or ends it.
  virtual void begin(std::uint64_t seed) = 0;
  virtual void end() {}

  // Where the strategy serialises: called with the scheduler's lock held, by one thread at a time.

  /// A thread with this number has started.
  virtual void thread_starts([[maybe_unused]] int thread) {}

  /// A thread yields: it can make no progress before another one has.
  virtual void thread_yields([[maybe_unused]] int thread) {}

  /// Which of the threads that are able to goes on: its index in `at.able`.
  [[nodiscard]] virtual std::size_t choose([[maybe_unused]] const scheduling_point& at) { return 0; }

  /// Whether one of the waits that have a time limit ends now because its time is up, and which. Where `must`, no
  /// thread can go on otherwise, and one of them has to; only then is there always one that waits.
  [[nodiscard]] virtual std::optional<std::size_t> time_out(std::span<const thread_view> waiting, bool must) {
    return must && !waiting.empty() ? std::optional<std::size_t>(0) : std::nullopt;
  }

  /// Whether one of the waits that may end for no reason does so now, and which.
  [[nodiscard]] virtual std::optional<std::size_t> wake_spuriously(
      [[maybe_unused]] std::span<const thread_view> waiting) {
    return std::nullopt;
  }

  /// Which of the threads that wait on one object is woken: at least one waits.
  [[nodiscard]] virtual std::size_t wake(std::span<const thread_view> waiting) = 0;

  /// Whether a wait of the thread with a time limit, which was ended by a wake, goes on only after its time.
  [[nodiscard]] virtual bool is_late([[maybe_unused]] int thread) { return false; }

  /// Whether a yield of the thread lets another one go on.
  [[nodiscard]] virtual bool yields([[maybe_unused]] int thread) { return true; }

  // Where the strategy chooses values: the memory model is on. It numbers the threads as they start.

  [[nodiscard]] virtual bool chooses_values() const { return false; }

  /// Which of the stores that a load may read it does read, where it may read `stores` of them: 0 is the oldest.
  [[nodiscard]] virtual std::size_t read([[maybe_unused]] int thread, std::size_t stores) { return stores - 1; }

  /// Whether an exchange of the thread that could succeed fails, where it may fail for no reason.
  [[nodiscard]] virtual bool fails_for_no_reason([[maybe_unused]] int thread) { return false; }

  // Where threads run freely: called by any thread at any time.

  /// The implementation is about to start a thread, in whatever way.
  virtual void expect_thread() {}

  /// A thread of the system is about to be started, or no longer runs.
  virtual void system_thread_starts() {}
  virtual void system_thread_is_gone() {}

  /// A wait for another thread, without a time limit, begins or ends. The end is given what the beginning returned.
  virtual std::uint64_t wait_begins() { return 0; }
  virtual void wait_ends([[maybe_unused]] std::uint64_t token) {}

  /// A thread may have ended the wait of another one.
  virtual void wakes() {}

  /// Before an operation that synchronises, or that reads the clock of a history: may block, for less than a
  /// millisecond.
  virtual void before_operation([[maybe_unused]] operation next) {}

  /// Whether a wait that may end for no reason does so now.
  [[nodiscard]] virtual bool ends_wait_spuriously() { return false; }

 protected:
  ~strategy() = default;
};

}  // namespace scheduling
