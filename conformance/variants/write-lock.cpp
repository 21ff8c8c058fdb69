// SPDX-License-Identifier: MIT
// The reference's lock for one writer or many readers, as a mutex: all of its holders are writers.
#include <fearless/detail/raw_rw_lock.hpp>

#include "plain_lock.hpp"

namespace {

struct write_lock : plain_lock {
  fearless_locked lock() override {
    raw.write();
    return outcome();
  }

  fearless_locked try_lock() override { return raw.try_write() ? outcome() : FEARLESS_WOULD_BLOCK; }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    raw.write_unlock();
  }

  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    raw.write_unlock();
    return FEARLESS_POISONED;
  }

  fearless::detail::raw_rw_lock raw;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<write_lock>();
}
