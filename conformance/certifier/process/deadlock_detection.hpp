// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "thread_state.hpp"

namespace fearless::certifier {

/// Tells a deadlock by state, not by a clock: every thread of a process group is asleep in a wait without a time limit,
/// and none of them ran between one sample and the next. Then nothing is left that could ever wake one.
///
/// Why that is sound: a thread whose context switches did not change between two samples slept throughout. All first
/// samples are taken before all second ones, so there is a moment at which every thread slept, each of them waiting for
/// the others.
///
/// The runtime of a language may have a thread of its own that looks around every now and then. Where such a one, which
/// came with the library, sleeps for longer than the program is given, it too wakes nobody in time.
class deadlock_detector {
 public:
  /// At least this much time lies between two samples.
  static constexpr std::chrono::milliseconds step{20};

  /// `given`: how much time the program has in all. `hosts_detector`: in each process that does not tell which thread
  /// is the race detector's own, it is one that sleeps and blocks all signals.
  deadlock_detector(pid_t group, std::chrono::milliseconds given, bool hosts_detector)
      : group_(group), given_(given), hosts_detector_(hosts_detector) {}

  /// Leaves out a thread that can't wake the others: the race detector's own.
  void ignore(pid_t thread) { ignored_.insert(thread); }

  /// Notes a thread that was started while the library was loaded, by its runtime.
  void note_runtime(pid_t thread) { of_runtime_.insert(thread); }

  /// Looks at all threads once. Returns whether the group has been seen deadlocked in three samples in a row.
  bool sample();

  /// How long to wait before the next sample: longer and longer while the group is busy.
  [[nodiscard]] std::chrono::milliseconds pause() const { return pause_; }

  /// A line for each thread: what it is doing now.
  [[nodiscard]] std::vector<std::string> describe_threads() const;

 private:
  [[nodiscard]] std::vector<thread_state> threads_that_matter(pid_t process) const;
  [[nodiscard]] bool cannot_wake_others(const thread_state& thread) const;
  [[nodiscard]] std::vector<thread_state> waiting_threads() const;

  pid_t group_;
  std::chrono::milliseconds given_;
  bool hosts_detector_;
  std::set<pid_t> ignored_, of_runtime_;
  std::vector<thread_state> previous_;
  int alike_ = 0;
  std::chrono::milliseconds pause_ = step;
};

}  // namespace fearless::certifier
