// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <new>

namespace testing {

/// Plain memory that the race detector watches: eight bytes that share their granule with nothing, so that no other
/// access can push what the detector remembers of them out. Each thread touches a probe once.
///
/// A handle, like a latch: copies are the same probe, which lives until the process ends.
class probe {
 public:
  probe() : cell_(new(std::align_val_t{64}) std::int64_t[8]{}) {}

  void write(std::int64_t value) const { *cell_ = value; }
  [[nodiscard]] std::int64_t read() const { return *cell_; }

 private:
  volatile std::int64_t* cell_;  // volatile, so that the compiler leaves each access where it stands; it orders nothing
};

}  // namespace testing
