// SPDX-License-Identifier: MIT
// A correct mutex that is a lock of the system, held as long as its guard lives, so that the race detector sees it.
#include "raw_lock.hpp"

namespace {

struct system_lock : raw_lock {
  void acquire() override { own.lock(); }
  bool try_acquire() override { return own.try_lock(); }
  void release() override { own.unlock(); }
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<system_lock>();
}
