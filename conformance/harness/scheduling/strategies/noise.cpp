// SPDX-License-Identifier: MIT
// Noise injection: the schedule is left to the operating system, with short delays before operations that synchronise.
// How much noise there is, and of which kind, depends on the seed.
//
// O. Edelstein, E. Farchi, Y. Nir, G. Ratsaby, S. Ur, "Multithreaded Java program test generation" (ConTest), IBM
// Systems Journal 41 (1), 2002.
//
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include <atomic>
#include <chrono>

#include "scheduling/strategies/all.hpp"
#include "scheduling/strategies/random.hpp"
#include "system/unseen.hpp"

namespace scheduling {

namespace {

enum class noise_kind : std::uint8_t { everywhere, seldom, one_thread, count };

/// A thread's own numbers, which begin again with each execution.
struct own_numbers {
  std::uint64_t execution = 0;
  std::uint64_t thread = 0;
  random_numbers random{0};
};
constinit thread_local own_numbers own;

void delay(random_numbers& random, std::uint64_t most_microseconds) {
  unseen::sleep(std::chrono::microseconds(random.below(most_microseconds)));
}

class noise_injection final : public strategy {
 public:
  void begin(std::uint64_t seed) override {
    seed_ = seed;
    threads_met_ = threads_expected_ = threads_started_ = threads_gone_ = 0;
    has_other_threads_ = false;
    wakes();
    ++execution_;
  }

  void end() override { ++execution_; }

  std::size_t wake(std::span<const thread_view>) override { return 0; }

  void expect_thread() override {
    ++threads_expected_;
    has_other_threads_ = true;
  }

  void system_thread_starts() override {
    ++threads_started_;
    has_other_threads_ = true;
  }
  void system_thread_is_gone() override { ++threads_gone_; }

  std::uint64_t wait_begins() override { return ++waits_ / one_period; }
  void wait_ends(std::uint64_t period) override {
    std::uint64_t seen = waits_;
    while (seen / one_period == period && !waits_.compare_exchange_weak(seen, seen - 1)) continue;
  }
  void wakes() override {
    std::uint64_t seen = waits_;
    while (!waits_.compare_exchange_weak(seen, (seen / one_period + 1) * one_period)) continue;
  }

  void before_operation(operation) override {
    own_numbers* const here = numbers();
    if (here == nullptr || !has_other_threads_) return;
    const std::uint64_t seed = seed_;
    const auto choice = here->random.below(16);
    if (others_wait()) return;
    switch (static_cast<noise_kind>(seed % static_cast<std::uint64_t>(noise_kind::count))) {
      case noise_kind::everywhere:
        if (choice < 3) return delay(here->random, 100);
        if (choice < 7) return unseen::yield();
        return;
      case noise_kind::seldom:
        if (choice == 0) return delay(here->random, 900);
        return;
      default:
        if (here->thread == seed / 3 % 4) return delay(here->random, 200);
        if (choice == 0) return unseen::yield();
        return;
    }
  }

  bool ends_wait_spuriously() override {
    own_numbers* const here = numbers();
    return here != nullptr && here->random.once_in(8);
  }

 private:
  /// Null outside an execution.
  own_numbers* numbers() {
    const std::uint64_t current = execution_;
    if (current % 2 == 0) return nullptr;
    if (own.execution != current) {
      own.execution = current;
      own.thread = threads_met_.fetch_add(1);
      if (own.thread > 0) has_other_threads_ = true;
      own.random = random_numbers(seed_ + (own.thread << 48));
    }
    return &own;
  }

  /// Whether no other thread can take a step before the calling one does, so that a delay would change nothing: each of
  /// them has ended or waits, and nothing has happened since that may have ended a wait. False where a thread may be
  /// there of which nothing is known.
  [[nodiscard]] bool others_wait() const {
    const std::uint64_t started = threads_started_;
    if (threads_expected_ > started || threads_met_ > started + 1) return false;
    return started <= threads_gone_ + waits_ % one_period;
  }

  // Of the current execution. Threads read it while it may be changed: a delay more or less is not an error.
  std::atomic<std::uint64_t> execution_ = 0;  // a count; odd during an execution
  std::atomic<std::uint64_t> seed_ = 0;
  std::atomic<std::uint64_t> threads_met_ = 0;
  std::atomic<std::uint64_t> threads_expected_ = 0;  // by the test
  std::atomic<std::uint64_t> threads_started_ = 0, threads_gone_ = 0;
  std::atomic<bool> has_other_threads_ = false;  // or soon will have

  // How many threads wait, in the period since the last step that may have ended a wait. The period is counted in the
  // upper half.
  static constexpr std::uint64_t one_period = std::uint64_t{1} << 32;
  std::atomic<std::uint64_t> waits_ = one_period;
};

constinit noise_injection noise_strategy;

}  // namespace

strategy& noise() {
  return noise_strategy;
}

}  // namespace scheduling
