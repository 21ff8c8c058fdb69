// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "fearless/detail/backoff.hpp"
#include "fearless/detail/futex.hpp"
#include "fearless/panic.hpp"

namespace fearless::detail {

/// The lock under a `rw_lock`: held by one writer, or by any number of readers.
///
/// The state, one word:
///
/// | bits | meaning                                 | set by                                | cleared by                  |
/// |------|-----------------------------------------|---------------------------------------|-----------------------------|
/// | 0–29 | number of readers that hold the lock;   | a thread that takes the lock          | the thread that releases it |
/// |      | all ones: a writer holds it             |                                       |                             |
/// | 30   | readers may be asleep, on the state     | a reader, before it sleeps            | the thread that wakes all   |
/// |      |                                         |                                       | of them                     |
/// | 31   | writers may be asleep, on the bell      | a writer, before it sleeps; a writer  | the thread that wakes one   |
/// |      |                                         | that slept, when it takes the lock    | of them                     |
///
/// Who waits has precedence over readers that come later, and a writer that waits over readers that wait: who gives the
/// lock up wakes a writer where one sleeps, and all readers where none does. Whoever takes the lock in the meantime
/// takes over that duty.
class raw_rw_lock {
 public:
  raw_rw_lock() = default;
  raw_rw_lock(const raw_rw_lock&) = delete;
  raw_rw_lock& operator=(const raw_rw_lock&) = delete;
  ~raw_rw_lock() = default;

  /// Waits until no writer holds the lock or waits for it. Blocks. Errors: panics where there are too many readers.
  void read() {
    if (!try_read()) [[unlikely]]
      read_contended();
  }

  [[nodiscard]] bool try_read() noexcept {
    std::uint32_t seen = state_.load(std::memory_order_relaxed);  // what counts is what the exchange finds
    while (admits_reader(seen)) {
      // acquire: pairs with the release in write_unlock.
      if (state_.compare_exchange_weak(seen, seen + one_reader, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }

  void read_unlock() noexcept {
    // release: pairs with the acquire of the writer that comes next.
    const std::uint32_t left = state_.fetch_sub(one_reader, std::memory_order_release) - one_reader;
    // Where readers wait while the lock is read, they wait behind a writer.
    if (is_free(left) && (left & writers_wait) != 0) [[unlikely]]
      wake(left);
  }

  /// Waits until nobody holds the lock. Blocks.
  void write() noexcept {
    std::uint32_t seen = 0;
    // acquire: pairs with the release in read_unlock and write_unlock.
    if (!state_.compare_exchange_strong(seen, writer, std::memory_order_acquire, std::memory_order_relaxed))
        [[unlikely]]
      write_contended();
  }

  [[nodiscard]] bool try_write() noexcept {
    std::uint32_t seen = state_.load(std::memory_order_relaxed);  // what counts is what the exchange finds
    while (is_free(seen)) {
      // acquire: pairs with the release in read_unlock and write_unlock.
      if (state_.compare_exchange_weak(seen, seen | writer, std::memory_order_acquire, std::memory_order_relaxed))
        return true;
    }
    return false;
  }

  void write_unlock() noexcept {
    // release: pairs with the acquire of whoever takes the lock next.
    const std::uint32_t left = state_.fetch_sub(writer, std::memory_order_release) - writer;
    if (left != 0) [[unlikely]]
      wake(left);
  }

  /// Whether nobody holds the lock.
  [[nodiscard]] bool is_free() const noexcept { return is_free(state_.load(std::memory_order_relaxed)); }

 private:
  static constexpr std::uint32_t one_reader = 1, writer = (1U << 30) - 1, most_readers = writer - 1;
  static constexpr std::uint32_t readers_wait = 1U << 30, writers_wait = 1U << 31;

  static bool is_free(std::uint32_t state) { return (state & writer) == 0; }
  static bool admits_reader(std::uint32_t state) { return state < most_readers; }  // and nobody waits

  [[gnu::cold, gnu::noinline]] void read_contended() {
    while (!try_read()) {
      std::uint32_t seen = spin_until([](std::uint32_t state) { return (state & writer) != writer || state > writer; });
      if (admits_reader(seen)) continue;
      if ((seen & writer) == most_readers) panic("too many readers hold a lock");
      // The flags order nothing: what a waiter has to see is the word itself, which the system compares before it
      // sleeps.
      if ((seen & readers_wait) == 0 &&
          !state_.compare_exchange_strong(seen, seen | readers_wait, std::memory_order_relaxed))
        continue;
      futex_wait(state_, seen | readers_wait);
    }
  }

  [[gnu::cold, gnu::noinline]] void write_contended() noexcept {
    // Once this has slept, others may sleep that wait for the same: it keeps the flag up for them.
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
      // acquire: pairs with the release in wake_writer. Who finds that the bell has rung sees the state of before.
      const std::uint32_t rung = bell_.load(std::memory_order_acquire);
      seen = state_.load(std::memory_order_relaxed);
      if (is_free(seen) || (seen & writers_wait) == 0) continue;
      futex_wait(bell_, rung);
    }
  }

  /// For who has given the lock up and found it free, with this state.
  [[gnu::cold, gnu::noinline]] void wake(std::uint32_t seen) noexcept {
    // Only a reader that goes to sleep can come between, or somebody who takes the lock, and then wakes in our place.
    if (seen == writers_wait && state_.compare_exchange_strong(seen, 0, std::memory_order_relaxed)) {
      wake_writer();
      return;
    }
    if (seen == (readers_wait | writers_wait)) {
      if (!state_.compare_exchange_strong(seen, readers_wait, std::memory_order_relaxed)) return;
      if (wake_writer()) return;
      seen = readers_wait;  // the writers had not gone to sleep yet, or it can't be told
    }
    if (seen == readers_wait && state_.compare_exchange_strong(seen, 0, std::memory_order_relaxed))
      futex_wake_all(state_);
  }

  bool wake_writer() noexcept {
    bell_.fetch_add(1, std::memory_order_release);  // pairs with the acquire in write_contended
    return futex_wake_one(bell_);
  }

  /// Waits a moment for the state to be as wanted, and gives the state that it saw last.
  template <class F>
  [[nodiscard]] std::uint32_t spin_until(F is_wanted) const noexcept {
    for (int left = 100;; --left) {
      // relaxed: it takes nothing. Who finds the lock free has still to take it.
      const std::uint32_t seen = state_.load(std::memory_order_relaxed);
      if (is_wanted(seen) || left == 0) return seen;
      pause_processor();
    }
  }

  std::atomic<std::uint32_t> state_ = 0;
  std::atomic<std::uint32_t> bell_ = 0;  // rung for each writer that is woken
};

}  // namespace fearless::detail
