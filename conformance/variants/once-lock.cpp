// SPDX-License-Identifier: MIT
// The reference's once in a mutex: the first thread that uses the mutex makes the lock, in the body of a once.
#include <fearless/detail/raw_mutex.hpp>
#include <fearless/once.hpp>
#include <optional>

#include "plain_lock.hpp"

namespace {

struct once_lock : plain_lock {
  fearless_locked lock() override {
    made().lock();
    return outcome();
  }

  fearless_locked try_lock() override { return made().try_lock() ? outcome() : FEARLESS_WOULD_BLOCK; }

  void unlock(const plain_guard& guard) override {
    if (is_panic(guard)) poison();
    raw->unlock();
  }

  fearless::detail::raw_mutex& made() {
    first_use.call_once([this] { raw.emplace(); });
    return *raw;
  }

  fearless_locked outcome() {
    if (!is_poisoned) return FEARLESS_LOCKED;
    raw->unlock();
    return FEARLESS_POISONED;
  }

  fearless::once first_use;
  std::optional<fearless::detail::raw_mutex> raw;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<once_lock>();
}
