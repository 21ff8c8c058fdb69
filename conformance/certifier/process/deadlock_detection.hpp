// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "program_processes.hpp"
#include "thread_state.hpp"

namespace fearless::certifier {

/// Detects a deadlock from the state of the threads, not from a time limit: every thread of a program waits
/// without a time limit, and none of them ran between two samples. Then no thread is left that could wake another.
/// Why this is sound: a thread whose context switches did not change between two samples slept the whole time. All
/// first samples are taken before all second ones, so there is a moment at which every thread slept and waited for the
/// others. The runtime of a language may have a thread of its own that wakes at intervals. If such a thread, which was
/// started while the library was loaded, sleeps longer than the program's time limit, it can't wake another in time
/// either. If the implementation declares that these threads only keep house, a time limit of their waits does not
/// matter.
class deadlock_detector {
 public:
  /// The least time between two samples.
  static constexpr std::chrono::milliseconds step{20};

  /// `given`: the program's time limit. `hosts_detector`: each process has one thread of the race detector. If the
  /// process does not report which, it is the thread that sleeps with all signals blocked. `has_housekeeping`: the
  /// threads of the library's runtime wake no others.
  deadlock_detector(program_processes watched, std::chrono::milliseconds given, bool hosts_detector,
                    bool has_housekeeping)
      : watched_(std::move(watched)),
        given_(given),
        hosts_detector_(hosts_detector),
        has_housekeeping_(has_housekeeping) {}

  /// The processes that are watched from now on, if they were not known at first.
  void watch(program_processes watched) { watched_ = std::move(watched); }

  [[nodiscard]] const program_processes& watched() const { return watched_; }

  /// Ignores a thread that can't wake others: the race detector's own.
  void ignore(pid_t thread) { ignored_.insert(thread); }

  /// Marks a thread that the library's runtime started while the library was loaded.
  void note_runtime(pid_t thread) { of_runtime_.insert(thread); }

  /// Takes a sample of all threads. Returns whether three samples in a row showed the same deadlock.
  bool sample();

  /// The time until the next sample: it grows while the program is busy.
  [[nodiscard]] std::chrono::milliseconds pause() const { return pause_; }

  /// What each thread is doing now, one line each.
  [[nodiscard]] std::vector<std::string> describe_threads() const;

  /// The threads that wait without a time limit now, whatever the others do.
  [[nodiscard]] std::set<pid_t> threads_that_wait() const;

 private:
  [[nodiscard]] std::vector<thread_state> threads_that_matter(pid_t process) const;
  [[nodiscard]] bool keeps_house(const thread_state& thread) const;
  [[nodiscard]] bool cannot_wake_others(const thread_state& thread) const;
  [[nodiscard]] std::vector<thread_state> waiting_threads() const;

  program_processes watched_;
  std::chrono::milliseconds given_;
  bool hosts_detector_, has_housekeeping_;
  std::set<pid_t> ignored_, of_runtime_;
  std::vector<thread_state> previous_;
  int alike_ = 0;
  std::chrono::milliseconds pause_ = step;
};

}  // namespace fearless::certifier
