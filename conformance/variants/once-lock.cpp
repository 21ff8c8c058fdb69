// SPDX-License-Identifier: MIT
// The reference's once in a mutex: the first thread that uses the mutex makes the lock, in the body of a once.
#include <fearless/detail/raw_mutex.hpp>
#include <fearless/once.hpp>
#include <optional>

#include "raw_lock.hpp"

namespace {

struct once_lock : raw_lock {
  void acquire() override { made().lock(); }
  bool try_acquire() override { return made().try_lock(); }
  void release() override { raw->unlock(); }

  fearless::detail::raw_mutex& made() {
    first_use.call_once([this] { raw.emplace(); });
    return *raw;
  }

  fearless::once first_use;
  std::optional<fearless::detail::raw_mutex> raw;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<once_lock>();
}
