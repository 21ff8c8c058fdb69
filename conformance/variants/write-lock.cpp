// SPDX-License-Identifier: MIT
// The reference's lock for one writer or many readers, as a mutex: all of its holders are writers.
#include <fearless/detail/raw_rw_lock.hpp>

#include "raw_lock.hpp"

namespace {

struct write_lock : raw_lock {
  void acquire() override { raw.write(); }
  bool try_acquire() override { return raw.try_write(); }
  void release() override { raw.write_unlock(); }

  fearless::detail::raw_rw_lock raw;
};

}  // namespace

VARIANT(port) {
  port.mutexes = plain_locks<write_lock>();
}
