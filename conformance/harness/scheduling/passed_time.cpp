// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/passed_time.hpp"

#include <atomic>

namespace scheduling::passed_time {

namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

constinit std::atomic<nanoseconds::rep> passed = 0;  // it publishes nothing, so its order is relaxed

nanoseconds duration_of(const timespec& time) {
  return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

timespec time_after(const timespec& time, nanoseconds duration) {
  const nanoseconds total = duration_of({.tv_sec = 0, .tv_nsec = time.tv_nsec}) + duration;
  const auto whole = std::chrono::floor<seconds>(total);
  return {.tv_sec = time.tv_sec + whole.count(), .tv_nsec = (total - whole).count()};
}

clockid_t clock_of(const timespec& when) {
  constexpr std::time_t in_2001 = 1'000'000'000;
  return when.tv_sec > in_2001 ? CLOCK_REALTIME : CLOCK_MONOTONIC;
}

}  // namespace

void forget() {
  passed.store(0, std::memory_order_relaxed);
}

void by(nanoseconds duration) {
  if (duration > nanoseconds::zero() && duration <= most_at_once)
    passed.fetch_add(duration.count(), std::memory_order_relaxed);
}

void by(const timespec& duration) {
  if (duration.tv_sec >= 0 && duration.tv_sec <= seconds(most_at_once).count()) by(duration_of(duration));
}

void until(const timespec& when) {
  timespec now{};
  if (clock_gettime(clock_of(when), &now) != 0) return;
  const timespec shown = time_after(now, so_far());
  by({.tv_sec = when.tv_sec - shown.tv_sec, .tv_nsec = when.tv_nsec - shown.tv_nsec});
}

nanoseconds so_far() {
  return nanoseconds(passed.load(std::memory_order_relaxed));
}

timespec of_system(const timespec& shown) {
  const nanoseconds ahead = so_far();
  return ahead == nanoseconds::zero() ? shown : time_after(shown, -ahead);  // also one that the system rejects
}

}  // namespace scheduling::passed_time
