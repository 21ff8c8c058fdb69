// SPDX-License-Identifier: MIT
#pragma once

namespace fearless::detail {

/// Gives what `take` gives, and calls `discard` after it, also where `take` throws. Written out, not left to the
/// destructor of a guard: what a function returns is not destroyed by every compiler where such a destructor throws.
template <class Take, class Discard>
auto move_out(Take take, Discard discard) {
  auto taken = [&] {
    try {
      return take();
    } catch (...) {
      discard();
      throw;
    }
  }();
  discard();
  return taken;
}

}  // namespace fearless::detail
