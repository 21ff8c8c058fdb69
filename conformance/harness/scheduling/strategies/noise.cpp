// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/strategies/noise.hpp"

#include <atomic>
#include <chrono>

#include "scheduling/strategies/random.hpp"
#include "system/unseen.hpp"

namespace scheduling::noise {

namespace {

enum class kind : std::uint8_t { everywhere, seldom, one_thread, count };

/// Of the execution that is on. Threads read it while it may be changed: a delay more or less is no error.
std::atomic<std::uint64_t> execution = 0;  // a count; odd while one is on
std::atomic<std::uint64_t> execution_seed = 0;
std::atomic<std::uint64_t> threads_met = 0;
std::atomic<bool> is_joined_by_others = false;  // or about to be

/// A thread's own numbers, begun anew with each execution.
struct own_numbers {
  std::uint64_t execution = 0;
  std::uint64_t thread = 0;
  random_numbers random{0};
};
constinit thread_local own_numbers own;

/// Null outside an execution.
own_numbers* numbers() {
  const std::uint64_t current = execution;
  if (current % 2 == 0) return nullptr;
  if (own.execution != current) {
    own.execution = current;
    own.thread = threads_met.fetch_add(1);
    if (own.thread > 0) is_joined_by_others = true;
    own.random = random_numbers(execution_seed + (own.thread << 48));
  }
  return &own;
}

void delay(random_numbers& random, std::uint64_t most_microseconds) {
  unseen::sleep(std::chrono::microseconds(random.below(most_microseconds)));
}

}  // namespace

void begin(std::uint64_t seed) {
  execution_seed = seed;
  threads_met = 0;
  is_joined_by_others = false;
  ++execution;
}

void end() {
  ++execution;
}

void expect_thread() {
  is_joined_by_others = true;
}

void before_operation() {
  own_numbers* const here = numbers();
  if (here == nullptr || !is_joined_by_others) return;
  const std::uint64_t seed = execution_seed;
  const auto choice = here->random.below(16);
  switch (static_cast<kind>(seed % static_cast<std::uint64_t>(kind::count))) {
    case kind::everywhere:
      if (choice < 3) return delay(here->random, 100);
      if (choice < 7) return unseen::yield();
      return;
    case kind::seldom:
      if (choice == 0) return delay(here->random, 900);
      return;
    default:
      if (here->thread == seed / 3 % 4) return delay(here->random, 200);
      if (choice == 0) return unseen::yield();
      return;
  }
}

bool wakes_spuriously() {
  own_numbers* const here = numbers();
  return here != nullptr && here->random.once_in(8);
}

}  // namespace scheduling::noise
