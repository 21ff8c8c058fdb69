// SPDX-License-Identifier: MIT
// The reference's lock for one writer or many readers, as a mutex: each holder has read before what holders write.
#include <atomic>
#include <fearless/detail/raw_rw_lock.hpp>

#include "raw_lock.hpp"

namespace {

struct reading_lock : raw_lock {
  void acquire() override {
    raw.read();
    look();
    raw.write();
  }

  bool try_acquire() override {
    if (raw.try_read()) look();
    return raw.try_write();
  }

  void release() override {
    ++turns;
    raw.write_unlock();
  }

  /// Reads, with the lock of a reader, and gives it up.
  void look() {
    seen.store(turns, std::memory_order_relaxed);  // it publishes nothing
    raw.read_unlock();
  }

  fearless::detail::raw_rw_lock raw;
  unsigned turns = 0;  // of holders
  std::atomic<unsigned> seen = 0;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<reading_lock>();
}
