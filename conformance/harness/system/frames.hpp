// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace unseen {

/// Where code is: the file that was loaded, and an offset in it.
struct code_place {
  const char* file;
  std::uintptr_t offset;
};

/// The places in the implementation's code that the calling thread is at, the innermost first: those of calls that have
/// not returned, without frames of the test program and the system.
class implementation_frames {
 public:
  implementation_frames();

  [[nodiscard]] std::span<const code_place> places() const { return std::span(places_).first(count_); }

 private:
  std::array<code_place, 8> places_{};
  std::size_t count_ = 0;
};

/// Notes where the implementation's code is. To be called once it is loaded, before the first look at frames.
void note_code_of_implementation();

}  // namespace unseen
