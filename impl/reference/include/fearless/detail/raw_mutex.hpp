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

/// The lock under a mutex, and beside it whether it is poisoned. Four bytes.
///
/// | state       | the lock is                     | changed by                              | to          |
/// |-------------|---------------------------------|-----------------------------------------|-------------|
/// | `free`      | held by nobody                  | who takes it at once                    | `locked`    |
/// |             |                                 | who takes it and may have slept for it  | `contended` |
/// | `locked`    | held, and nobody sleeps for it  | who goes to sleep for it                | `contended` |
/// |             |                                 | the holder, as it gives the lock up     | `free`      |
/// | `contended` | held, and somebody may sleep    | the holder, who then wakes one          | `free`      |
///
/// One who was woken can't know whether others sleep still, and takes the lock as `contended`: so nobody is forgotten,
/// at the price of a call that may wake nobody.
///
/// The flag is written by a holder before it gives the lock up, and read by the next after it took the lock: the state
/// orders it, and the flag itself orders nothing. Threads sleep on both bytes as one word, which only the system reads
/// as such.
class raw_mutex {
 public:
  raw_mutex() = default;
  /// Takes over the poison. Errors: a lock that is held can't be moved, and the program ends.
  raw_mutex(raw_mutex&& other) noexcept { *this = std::move(other); }
  raw_mutex& operator=(raw_mutex&& other) noexcept {
    expect_free();
    other.expect_free();
    bytes_.poisoned.store(other.is_poisoned(), std::memory_order_relaxed);  // nobody else is there to see it
    return *this;
  }
  ~raw_mutex() = default;

  /// Waits for the lock. Blocks, without using the processor but for a moment.
  void lock() noexcept {
    if (!try_lock()) [[unlikely]]
      lock_contended();
  }

  /// Takes the lock if nobody holds it.
  [[nodiscard]] bool try_lock() noexcept {
    holding seen = free;
    // acquire: pairs with the release in unlock.
    return bytes_.state.compare_exchange_strong(seen, locked, std::memory_order_acquire, std::memory_order_relaxed);
  }

  /// For the holder: gives the lock up.
  void unlock() noexcept {
    // release: pairs with the acquire of whoever takes the lock next. That one may be through with the mutex and free
    // it before the wake: all that the wake takes is the address.
    if (bytes_.state.exchange(free, std::memory_order_release) == contended) [[unlikely]]
      futex_wake_one(word());
  }

  [[nodiscard]] bool is_poisoned() const noexcept { return bytes_.poisoned.load(std::memory_order_relaxed); }
  void poison() noexcept { bytes_.poisoned.store(true, std::memory_order_relaxed); }
  void clear_poison() noexcept { bytes_.poisoned.store(false, std::memory_order_relaxed); }

  /// Panics where somebody holds the lock: for what only an owner that nobody shares the lock with may do.
  void expect_free() const {
    if (bytes_.state.load(std::memory_order_relaxed) != free)
      panic("a mutex was moved or taken apart while it was locked");
  }

 private:
  enum holding : std::uint8_t { free, locked, contended };

  [[gnu::cold, gnu::noinline]] void lock_contended() noexcept {
    holding taken = locked;  // what the state is to be: who has slept can't know that nobody else does
    while (true) {
      // Again and again, and less and less often: the longer this thread leaves the cache's line to the holder, the
      // more is done with it.
      for (backoff patience; !patience.is_spent(); patience.wait()) {
        holding seen = bytes_.state.load(std::memory_order_relaxed);  // only a look: it has still to be taken
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
