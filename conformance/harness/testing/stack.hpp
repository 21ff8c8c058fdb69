// SPDX-License-Identifier: MIT
#pragma once

namespace testing {

/// Overwrites the stack below the caller's frame, where the frames of functions were that have returned.
[[gnu::noinline]] inline void overwrite_dead_stack() {
  volatile char frame[16 * 1024];  // far more than these functions used
  for (volatile char& byte : frame) byte = 0x55;
}

}  // namespace testing
