// SPDX-License-Identifier: MIT
#include "deadlock_detection.hpp"

#include <algorithm>
#include <iterator>

namespace fearless::certifier {

namespace {

constexpr int samples_that_must_agree = 3;
constexpr std::chrono::milliseconds longest_pause{160};

}  // namespace

std::vector<thread_state> deadlock_detector::threads_that_matter(pid_t process) const {
  auto threads = threads_of(process, watched_.proc);
  const bool is_known =
      std::erase_if(threads, [&](const thread_state& each) { return ignored_.contains(each.thread); }) > 0;
  if (hosts_detector_ && !is_known) {
    const auto own =
        std::ranges::find_if(threads, [](const thread_state& each) { return each.blocks_all_signals && sleeps(each); });
    if (own != threads.end()) threads.erase(own);
  }
  return threads;
}

/// A thread that sleeps until its next turn to keep house. One that waits without a time limit counts as all others do:
/// a collector may wait for its helpers, while the threads that it stopped wait for it.
bool deadlock_detector::keeps_house(const thread_state& thread) const {
  return has_housekeeping_ && of_runtime_.contains(thread.thread) && thread.state == 'S' && !waits_for_ever(thread);
}

/// A wait that is longer than the program's time limit ends after it, whenever the wait began.
bool deadlock_detector::cannot_wake_others(const thread_state& thread) const {
  return waits_for_ever(thread) || keeps_house(thread) ||
         (of_runtime_.contains(thread.thread) && waits_for(thread, given_));
}

/// All threads of the program if none of them can wake another; empty if one can.
std::vector<thread_state> deadlock_detector::waiting_threads() const {
  const auto all_wait = [this](const auto& threads) {
    return std::ranges::all_of(threads, [this](const thread_state& each) { return cannot_wake_others(each); });
  };
  // The leader first: usually it shows that the program is busy, and finding the other processes means reading all of
  // /proc.
  if (!all_wait(threads_that_matter(watched_.leader))) return {};
  std::vector<thread_state> all;
  for (const pid_t process : watched_.all()) {
    auto threads = threads_that_matter(process);
    if (!all_wait(threads)) return {};
    std::ranges::move(threads, std::back_inserter(all));
  }
  // These may run between two samples.
  std::erase_if(all, [this](const thread_state& each) { return keeps_house(each); });
  return all;
}

bool deadlock_detector::sample() {
  auto now = waiting_threads();
  if (now.empty())
    alike_ = 0;
  else
    alike_ = now == previous_ ? alike_ + 1 : 1;
  pause_ = now.empty() ? std::min(pause_ * 2, longest_pause) : step;
  previous_ = std::move(now);
  return alike_ >= samples_that_must_agree;
}

std::vector<std::string> deadlock_detector::describe_threads() const {
  std::vector<std::string> lines;
  for (const pid_t process : watched_.all())
    for (const auto& thread : threads_that_matter(process)) lines.push_back(describe(thread));
  return lines;
}

std::set<pid_t> deadlock_detector::threads_that_wait() const {
  std::set<pid_t> waiting;
  for (const pid_t process : watched_.all())
    for (const auto& thread : threads_that_matter(process))
      if (waits_for_ever(thread)) waiting.insert(thread.thread);
  return waiting;
}

}  // namespace fearless::certifier
