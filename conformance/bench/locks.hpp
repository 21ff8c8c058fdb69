// SPDX-License-Identifier: MIT
// How long a lock, an owner and a thread take: one round of one measure, over any library that has them.
#pragma once

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace bench {

using clock = std::chrono::steady_clock;
using nanoseconds = std::chrono::duration<double, std::nano>;

[[noreturn]] inline void refuse(const char* why) {
  std::fprintf(stderr, "bench_locks: %s\n", why);
  std::exit(2);
}

/// Makes the compiler take it that anything may have looked at the value and changed it: no loop is folded, no work is
/// left out.
void keep(auto& value) {
  __asm__ volatile("" : : "r"(&value) : "memory");
}

/// Has the calling thread run on one processor, if the system lets it: where threads are to meet, the scheduler must
/// not run one after the other on the same.
inline void settle_on(unsigned processor) {
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(processor % std::thread::hardware_concurrency(), &only);
  sched_setaffinity(0, sizeof(only), &only);
}

/// Does the work on so many threads, and gives the time from when the first of them began until the last was done.
///
/// Never on the thread that calls, even if there is one alone: in a process of a single thread the C++ library counts
/// owners without atomic operations.
nanoseconds time_together(unsigned count, const auto& work) {
  struct span {
    clock::time_point began, ended;
  };
  std::vector<span> spans(count);
  std::atomic<unsigned> there = 0;
  std::vector<std::thread> threads;
  for (unsigned number = 0; number < count; ++number)
    threads.emplace_back([&, number] {
      if (count > 1) settle_on(number);
      // Awake, or the first would be far ahead before the last is woken.
      for (++there; there < count;) std::this_thread::yield();
      const auto began = clock::now();
      work();
      spans[number] = {began, clock::now()};
    });
  for (auto& thread : threads) thread.join();
  return std::ranges::max(spans, {}, &span::ended).ended - std::ranges::min(spans, {}, &span::began).began;
}

template <class Library>
nanoseconds lock(unsigned threads, std::uint64_t times) {
  // On a line of its own, so that how the stack happens to lie makes no difference.
  alignas(64) auto counter = Library::make_mutex();
  const auto took = time_together(threads, [&] {
    for (std::uint64_t left = times / threads; left > 0; --left) {
      Library::add_one(counter);
      keep(counter);
    }
  });
  if (Library::value_of(counter) != times / threads * threads) refuse("the lock did not exclude: certify it first");
  return took;
}

/// `own_one` gives each thread the owner that it clones.
nanoseconds clone_and_drop(unsigned threads, std::uint64_t times, const auto& own_one) {
  return time_together(threads, [&] {
    const auto own = own_one();
    for (std::uint64_t left = times / threads; left > 0; --left) {
      auto another = own.clone();
      keep(another);
    }
  });
}

template <class Library>
nanoseconds spawn_and_join(std::uint64_t times) {
  const auto began = clock::now();
  for (std::uint64_t i = 0; i < times; ++i)
    if (Library::value_of_thread() != 1) refuse("a thread did not do what it was to do: certify it first");
  return clock::now() - began;
}

/// Prints the nanoseconds that one operation took, or nothing where the library has none such.
/// Usage: lock|arc|rc|spawn THREADS TIMES
template <class Library>
void measure(int count, char** arguments) {
  if (count != 4) refuse("usage: lock|arc|rc|spawn THREADS TIMES");
  const std::string_view what = arguments[1];
  const auto threads = static_cast<unsigned>(std::stoul(arguments[2]));
  const std::uint64_t times = std::stoull(arguments[3]);

  nanoseconds took{};
  if (what == "lock") {
    took = lock<Library>(threads, times);
  } else if (what == "arc") {
    const auto owner = Library::make_arc();
    took = clone_and_drop(threads, times, [&] { return owner.clone(); });
  } else if (what == "rc") {
    if constexpr (requires { Library::make_rc(); })
      took = clone_and_drop(1, times, Library::make_rc);
    else
      return;
  } else if (what == "spawn") {
    took = spawn_and_join<Library>(times);
  } else {
    refuse("the measures are lock, arc, rc and spawn");
  }
  std::printf("%.3f\n", took.count() / static_cast<double>(times));
}

}  // namespace bench
