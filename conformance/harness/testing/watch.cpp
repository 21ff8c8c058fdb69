// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that a watch orders nothing.
#include "testing/watch.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>

#include "system/unseen.hpp"
#include "testing/latch.hpp"

namespace testing {

struct watch::mark {
  latch marked;
  std::atomic<pid_t> thread;
};

watch::watch() : mark_(new mark{}) {}

void watch::here() const {
  mark_->thread = gettid();
  mark_->marked.open();
}

pid_t watch::thread() const {
  mark_->marked.wait();
  return mark_->thread;
}

void watch::settle() const {
  settle_unless([] { return false; });
}

void watch::settle(const latch& earlier) const {
  // Most turns of another thread are shorter than a sleep.
  constexpr int looks = 100;
  for (int look = 0; look < looks && !earlier.is_open(); ++look) unseen::yield();
  settle_unless([&] { return earlier.is_open(); });
}

template <class Condition>
void watch::settle_unless(const Condition& is_over) const {
  using namespace std::chrono_literals;
  constexpr auto between_samples = 1ms;
  constexpr auto enough_spinning = 20ms;  // of processor time
  constexpr long enough_switches = 20;    // of a thread that waits by sleeping and checking in a loop
  const auto first = unseen::state_of(thread());
  auto before = first;
  while (before && !is_over()) {
    unseen::sleep(between_samples);
    const auto now = unseen::state_of(thread());
    if (!now) return;
    if (before->sleeps && now->sleeps && now->switches == before->switches) return;
    if (now->ran - first->ran > enough_spinning || now->switches - first->switches > enough_switches) return;
    before = now;
  }
}

std::chrono::nanoseconds watch::processor_time() const {
  const auto state = unseen::state_of(thread());
  return state ? state->ran : std::chrono::nanoseconds(0);
}

std::chrono::nanoseconds processor_time_here() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

void compute(std::chrono::nanoseconds processor_time) {
  const auto began = processor_time_here();
  while (processor_time_here() - began < processor_time) continue;
}

}  // namespace testing
