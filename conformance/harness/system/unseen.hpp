// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

/// What the harness asks of the system, in ways that the race detector does not see: raw system calls, and atomic
/// operations in files that are not instrumented. So controlled scheduling orders nothing as far as the detector knows,
/// and hides no race.
namespace unseen {

/// Sleeps while the word holds the value, at most for the time `most`. False where this time was up. Blocks.
bool wait(const std::uint32_t& word, std::uint32_t value, std::optional<std::chrono::milliseconds> most = std::nullopt);

/// Wakes at most `most` of the threads that sleep on the word. Returns how many it woke.
unsigned wake(const std::uint32_t& word, unsigned most);

/// Sleeps. Blocks.
void sleep(std::chrono::nanoseconds time);

/// The present, by a clock that does not go back.
[[nodiscard]] std::chrono::nanoseconds time();

/// Lets another thread have the processor.
void yield();

[[nodiscard]] pid_t this_thread();

/// Sends a thread of this process a signal that interrupts a wait of it and does nothing else, once
/// `accept_interruptions` has been called. False where there is no such thread.
void accept_interruptions();
bool interrupt(pid_t thread);

/// Calls `visit` for each thread of the process, without those that start or end meanwhile.
void for_each_thread(void (*visit)(pid_t thread, void* environment), void* environment);

/// How many threads the process has, or 0 where that is not known.
[[nodiscard]] unsigned threads_of_process();

/// Whether the race detector is part of the program: it is in the instrumented suite.
[[nodiscard]] bool has_detector();

/// The bytes that the process has allocated and not freed, as the allocator counts them: the race detector's, where it
/// is there. Caches of the allocator may be part of it. Not counted is what an implementation allocates in other ways.
[[nodiscard]] std::size_t allocated_bytes();

/// The state of a thread, as the system knows it.
struct thread_state {
  bool sleeps;
  long switches;  ///< how often it was switched away from
  std::chrono::nanoseconds ran;
};

/// The state of a thread of this process. Nothing where there is no such thread, or it has ended.
[[nodiscard]] std::optional<thread_state> state_of(pid_t thread);

/// A lock that is held for a few instructions only.
class spin_lock {
 public:
  void lock() {
    while (taken_.exchange(true, std::memory_order_acquire)) yield();  // pairs with unlock
  }
  void unlock() { taken_.store(false, std::memory_order_release); }  // pairs with lock

 private:
  std::atomic<bool> taken_ = false;
};

}  // namespace unseen
