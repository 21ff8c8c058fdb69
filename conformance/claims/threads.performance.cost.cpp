// SPDX-License-Identifier: MIT
// Claim: Work that is split over threads shall be able to finish sooner than on one thread: waits overlap, and so does
//   computation if a second processor is free.
#include <sched.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/measured.hpp"
#include "testing/watch.hpp"

namespace {

/// One half of a computation: when it ran, and how much processor time it used.
struct half {
  std::chrono::steady_clock::time_point began, ended;
  std::chrono::nanoseconds computed;
};

cpu_set_t processors_of_this_thread() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  sched_getaffinity(0, sizeof allowed, &allowed);
  return allowed;
}

/// Binds the thread to one of the processors that the implementation allows it, and each half to another one if there
/// are two.
void keep_to_one_of(const cpu_set_t& allowed, int own) {
  cpu_set_t only;
  CPU_ZERO(&only);
  int skipped = 0;
  for (unsigned processor = 0; CPU_COUNT(&only) == 0; ++processor) {
    if (CPU_ISSET(processor, &allowed) && skipped++ == own % CPU_COUNT(&allowed)) CPU_SET(processor, &only);
  }
  sched_setaffinity(0, sizeof only, &only);
}

/// Passes a ball between the threads, which is fast while both run: so the halves begin together if that is possible.
void warm_up(std::atomic<int>& ball, int own) {
  constexpr std::chrono::milliseconds patience{20};  // of processor time
  const auto since = testing::processor_time_here();
  while (ball < 200 && testing::processor_time_here() - since < patience) {
    if (ball % 2 == own) ++ball;
  }
}

half compute() {
  const auto began = std::chrono::steady_clock::now();
  const auto used = testing::processor_time_here();
  volatile unsigned sum = 0;
  for (unsigned i = 0; i < 100'000; ++i) sum = sum + i;
  const auto computed = testing::processor_time_here() - used;
  return {.began = began, .ended = std::chrono::steady_clock::now(), .computed = computed};
}

/// The ratio of the processor time of both halves to the elapsed time. It is never above 1 where the two threads only
/// take turns.
double speed_up() {
  const auto ball = std::make_shared<std::atomic<int>>(0);
  const auto half_of_it = [ball](int own) {
    return [=] {
      const auto allowed = processors_of_this_thread();
      keep_to_one_of(allowed, own);
      warm_up(*ball, own);
      const auto done = compute();
      sched_setaffinity(0, sizeof allowed, &allowed);
      return done;
    };
  };
  auto one = bindings::spawn(half_of_it(0));
  auto other = bindings::spawn(half_of_it(1));
  const auto first = one.join(), second = other.join();
  REQUIRE((first.value() != nullptr && second.value() != nullptr));
  return std::chrono::duration<double>(first.value()->computed + second.value()->computed) /
         (std::max(first.value()->ended, second.value()->ended) -
          std::min(first.value()->began, second.value()->began));
}

}  // namespace

// The best of several attempts, since other load on the machine can only make an attempt slower.
CLAIM("threads.performance") {
  const auto processors = processors_of_this_thread();
  double best = 0;
  for (int attempts = 0; attempts < 40 && best < 1.5; ++attempts) best = std::max(best, speed_up());

  testing::measured("speed-up by two threads", best, "ratio");
  CHECK((best > 1.2 || CPU_COUNT(&processors) < 2));  // with one processor there is none
}
