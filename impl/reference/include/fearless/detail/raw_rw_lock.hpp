// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "fearless/detail/backoff.hpp"
#include "fearless/detail/futex.hpp"
#include "fearless/panic.hpp"

namespace fearless::detail {

/// The lock of an `rw_lock`: held by one writer, or by any number of readers.
///
/// The state is one word:
///
/// | bits | meaning                             | set by                               | cleared by                  |
/// |------|-------------------------------------|--------------------------------------|-----------------------------|
/// | 0–29 | number of readers holding the lock; | a thread that takes the lock         | the thread that releases it |
/// |      | all ones: a writer holds it         |                                      |                             |
/// | 30   | readers may be asleep, on the state | a reader, before it sleeps           | the thread that wakes all   |
/// |      |                                     |                                      | of them                     |
/// | 31   | writers may be asleep, on the bell  | a writer, before it sleeps; a writer | the thread that wakes one   |
/// |      |                                     | that slept, when it takes the lock   | of them                     |
///
/// Waiting threads have precedence over later readers, and waiting writers over waiting readers: the thread that
/// releases the lock wakes a writer if one sleeps, and otherwise all readers. If another thread takes the lock first,
/// it does this when it releases the lock.
class raw_rw_lock {
 public:
  raw_rw_lock() = default;
  raw_rw_lock(const raw_rw_lock&) = delete;
  raw_rw_lock& operator=(const raw_rw_lock&) = delete;
  ~raw_rw_lock() = default;

  /// Waits until no writer holds the lock or waits for it. Blocks. Errors: panics if there are too many readers.
  void read() {
    if (!try_read()) [[unlikely]]
      read_contended();
  }

  [[nodiscard]] bool try_read() noexcept {
    std::uint32_t seen = state_.load(std::memory_order_relaxed);  // relaxed: the exchange decides
    while (admits_reader(seen)) {
      // acquire: pairs with the release in write_unlock.
      if (state_.compare_exchange_weak(seen, seen + one_reader, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }

  void read_unlock() noexcept {
    // release: pairs with the acquire in write, try_write and write_contended of the next writer.
    const std::uint32_t left = state_.fetch_sub(one_reader, std::memory_order_release) - one_reader;
    // If readers wait while readers hold the lock, a writer waits too.
    if (is_free(left) && (left & writers_wait) != 0) [[unlikely]]
      wake(left);
  }

  /// Waits until no thread holds the lock. Blocks.
  void write() noexcept {
    std::uint32_t seen = 0;
    // acquire: pairs with the release in read_unlock and write_unlock.
    if (!state_.compare_exchange_strong(seen, writer, std::memory_order_acquire, std::memory_order_relaxed))
        [[unlikely]]
      write_contended();
  }

  [[nodiscard]] bool try_write() noexcept {
    std::uint32_t seen = state_.load(std::memory_order_relaxed);  // relaxed: the exchange decides
    while (is_free(seen)) {
      // acquire: pairs with the release in read_unlock and write_unlock.
      if (state_.compare_exchange_weak(seen, seen | writer, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }

  void write_unlock() noexcept {
    // release: pairs with the acquire of the next thread that takes the lock.
    const std::uint32_t left = state_.fetch_sub(writer, std::memory_order_release) - writer;
    if (left != 0) [[unlikely]]
      wake(left);
  }

  /// Whether no thread holds the lock.
  [[nodiscard]] bool is_free() const noexcept { return is_free(state_.load(std::memory_order_relaxed)); }

 private:
  static constexpr std::uint32_t one_reader = 1, writer = (1U << 30) - 1, most_readers = writer - 1;
  static constexpr std::uint32_t readers_wait = 1U << 30, writers_wait = 1U << 31;

  static bool is_free(std::uint32_t state) { return (state & writer) == 0; }
  static bool admits_reader(std::uint32_t state) { return state < most_readers; }  // and no thread waits

  [[gnu::cold, gnu::noinline]] void read_contended() {
    while (!try_read()) {
      std::uint32_t seen = spin_until([](std::uint32_t state) { return (state & writer) != writer || state > writer; });
      if (admits_reader(seen)) continue;
      if ((seen & writer) == most_readers) panic("too many readers hold a lock");
      // relaxed: the flags order nothing. The system compares the word itself before the thread sleeps.
      if ((seen & readers_wait) == 0 &&
          !state_.compare_exchange_strong(seen, seen | readers_wait, std::memory_order_relaxed))
        continue;
      futex_wait(state_, seen | readers_wait);
    }
  }

  [[gnu::cold, gnu::noinline]] void write_contended() noexcept {
    // Once this thread has slept, other writers may be asleep: it keeps the flag set for them.
    std::uint32_t others_wait = 0;
    while (true) {
      std::uint32_t seen =
          spin_until([](std::uint32_t state) { return is_free(state) || (state & writers_wait) != 0; });
      if (is_free(seen)) {
        // acquire: pairs with the release in read_unlock and write_unlock.
        if (state_.compare_exchange_strong(seen, seen | writer | others_wait, std::memory_order_acquire,
                                           std::memory_order_relaxed))
          return;
        continue;
      }
      if ((seen & writers_wait) == 0 &&
          !state_.compare_exchange_strong(seen, seen | writers_wait, std::memory_order_relaxed))
        continue;
      others_wait = writers_wait;
      // acquire: pairs with the release in wake_writer. A thread that finds the bell rung sees the state before the
      // ring.
      const std::uint32_t rung = bell_.load(std::memory_order_acquire);
      seen = state_.load(std::memory_order_relaxed);
      if (is_free(seen) || (seen & writers_wait) == 0) continue;
      futex_wait(bell_, rung);
    }
  }

  /// For a thread that has released the lock and found it free, with this state.
  [[gnu::cold, gnu::noinline]] void wake(std::uint32_t seen) noexcept {
    // An exchange fails only if a reader goes to sleep, or if a thread takes the lock, which then does the waking.
    if (seen == writers_wait && state_.compare_exchange_strong(seen, 0, std::memory_order_relaxed)) {
      wake_writer();
      return;
    }
    if (seen == (readers_wait | writers_wait)) {
      if (!state_.compare_exchange_strong(seen, readers_wait, std::memory_order_relaxed)) return;
      if (wake_writer()) return;
      seen = readers_wait;  // no writer was asleep yet, as far as the system can tell
    }
    if (seen == readers_wait && state_.compare_exchange_strong(seen, 0, std::memory_order_relaxed))
      futex_wake_all(state_);
  }

  bool wake_writer() noexcept {
    bell_.fetch_add(1, std::memory_order_release);  // pairs with the acquire in write_contended
    return futex_wake_one(bell_);
  }

  /// Spins for a moment until the state is as wanted, and returns the last state.
  template <class F>
  [[nodiscard]] std::uint32_t spin_until(F is_wanted) const noexcept {
    for (int left = 100;; --left) {
      // relaxed: only a hint. A thread that finds the lock free must still take it.
      const std::uint32_t seen = state_.load(std::memory_order_relaxed);
      if (is_wanted(seen) || left == 0) return seen;
      pause_processor();
    }
  }

  std::atomic<std::uint32_t> state_ = 0;
  std::atomic<std::uint32_t> bell_ = 0;  // incremented for each writer that is woken
};

}  // namespace fearless::detail
