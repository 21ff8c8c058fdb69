// SPDX-License-Identifier: MIT
// The reference's lock for one writer or many readers, as a mutex: each holder has read before what holders write.
#include <atomic>
#include <fearless/detail/raw_rw_lock.hpp>

#include "plain_lock.hpp"

namespace {

struct reading_lock : plain_lock {
  fearless_locked lock() override {
    raw.read();
    look();
    raw.write();
    return outcome();
  }

  fearless_locked try_lock() override {
    if (raw.try_read()) look();
    return raw.try_write() ? outcome() : FEARLESS_WOULD_BLOCK;
  }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    ++turns;
    raw.write_unlock();
  }

  /// Reads, with the lock of a reader, and gives it up.
  void look() {
    seen.store(turns, std::memory_order_relaxed);  // it publishes nothing
    raw.read_unlock();
  }

  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    raw.write_unlock();
    return FEARLESS_POISONED;
  }

  fearless::detail::raw_rw_lock raw;
  unsigned turns = 0;  // of holders
  std::atomic<unsigned> seen = 0;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<reading_lock>();
}
