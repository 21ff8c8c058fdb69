// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <bit>
#include <cstdint>
#include <utility>

#include "fearless/detail/backoff.hpp"
#include "fearless/detail/futex.hpp"
#include "fearless/panic.hpp"

namespace fearless::detail {

/// The lock of a mutex and its poison flag, in four bytes.
///
/// | state       | the lock is                     | changed by                                | to          |
/// |-------------|---------------------------------|-------------------------------------------|-------------|
/// | `free`      | not held                        | a thread that takes it at once            | `locked`    |
/// |             |                                 | a thread that takes it and may have slept | `contended` |
/// | `locked`    | held, and no thread sleeps      | a thread that goes to sleep               | `contended` |
/// |             |                                 | the holder, when it releases the lock     | `free`      |
/// | `contended` | held, and threads may be asleep | the holder, which then wakes one          | `free`      |
///
/// A thread that was woken can't know whether others are still asleep, so it takes the lock as `contended`. No sleeping
/// thread is forgotten, at the cost of a system call that sometimes wakes no thread.
///
/// A holder writes the poison flag before it releases the lock, and the next holder reads it after it took the lock:
/// the state orders the flag, which itself is relaxed. Threads sleep on both bytes as one word; only the system reads
/// them as a word.
class raw_mutex {
 public:
  raw_mutex() = default;
  /// Takes over the poison. Errors: moving a lock that is held ends the program.
  raw_mutex(raw_mutex&& other) noexcept { *this = std::move(other); }
  raw_mutex& operator=(raw_mutex&& other) noexcept {
    expect_free();
    other.expect_free();
    bytes_.poisoned.store(other.is_poisoned(), std::memory_order_relaxed);  // no other thread uses it
    return *this;
  }
  ~raw_mutex() = default;

  /// Waits for the lock. Blocks; spins only for a moment, then sleeps.
  void lock() noexcept {
    if (!try_lock()) [[unlikely]]
      lock_contended();
  }

  /// Takes the lock if it is free.
  [[nodiscard]] bool try_lock() noexcept {
    holding seen = free;
    // acquire: pairs with the release in unlock.
    return bytes_.state.compare_exchange_strong(seen, locked, std::memory_order_acquire, std::memory_order_relaxed);
  }

  /// For the holder: releases the lock.
  void unlock() noexcept {
    // release: pairs with the acquire in lock and try_lock of the next holder. That thread may free the mutex before
    // the wake, which uses only the address.
    if (bytes_.state.exchange(free, std::memory_order_release) == contended) [[unlikely]]
      futex_wake_one(word());
  }

  [[nodiscard]] bool is_poisoned() const noexcept { return bytes_.poisoned.load(std::memory_order_relaxed); }
  void poison() noexcept { bytes_.poisoned.store(true, std::memory_order_relaxed); }
  void clear_poison() noexcept { bytes_.poisoned.store(false, std::memory_order_relaxed); }

  /// Panics if a thread holds the lock. For operations that need exclusive access.
  void expect_free() const {
    if (bytes_.state.load(std::memory_order_relaxed) != free)
      panic("a mutex was moved or taken apart while it was locked");
  }

 private:
  enum holding : std::uint8_t { free, locked, contended };

  [[gnu::cold, gnu::noinline]] void lock_contended() noexcept {
    holding taken = locked;  // the state to set; a thread that slept can't know whether others still sleep
    while (true) {
      // Spins with growing pauses: the longer this thread leaves the cache line to the holder, the faster the holder
      // is.
      for (backoff patience; !patience.is_spent(); patience.wait()) {
        holding seen = bytes_.state.load(std::memory_order_relaxed);  // relaxed: the exchange below takes it
        // acquire: pairs with the release in unlock.
        if (seen == free &&
            bytes_.state.compare_exchange_strong(seen, taken, std::memory_order_acquire, std::memory_order_relaxed))
          return;
      }
      // acquire: pairs with the release in unlock.
      if (bytes_.state.exchange(contended, std::memory_order_acquire) == free) return;
      futex_wait(word(), std::bit_cast<std::uint32_t>(plain_bytes{.state = contended, .poisoned = is_poisoned()}));
      taken = contended;
    }
  }

  [[nodiscard]] const std::atomic<std::uint32_t>& word() const noexcept {
    const auto* const both = reinterpret_cast<const std::atomic<std::uint32_t>*>(&bytes_);
    return *both;
  }

  struct alignas(std::uint32_t) shared_bytes {
    std::atomic<holding> state = free;
    std::atomic<bool> poisoned = false;
    std::uint16_t unused = 0;
  };
  struct alignas(std::uint32_t) plain_bytes {
    holding state;
    bool poisoned;
    std::uint16_t unused = 0;
  };
  static_assert(sizeof(shared_bytes) == sizeof(std::uint32_t) && sizeof(plain_bytes) == sizeof(std::uint32_t));

  shared_bytes bytes_;
};

}  // namespace fearless::detail
