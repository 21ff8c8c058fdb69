// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <new>

namespace testing {

/// Plain memory that the race detector watches. Its eight bytes share the detector's shadow cell with no other memory,
/// so that no other access can evict what the detector remembers. A thread accesses a probe once.
///
/// A handle: copies refer to the same probe, which lives until the process ends.
class probe {
 public:
  probe() : cell_(new(std::align_val_t{64}) std::int64_t[8]{}) {}

  void write(std::int64_t value) const { *cell_ = value; }
  [[nodiscard]] std::int64_t read() const { return *cell_; }

 private:
  volatile std::int64_t* cell_;  // volatile, so that the compiler does not move or remove an access; it orders nothing
};

}  // namespace testing
