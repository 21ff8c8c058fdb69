// SPDX-License-Identifier: MIT
#pragma once

namespace fearless::detail {

/// Returns the result of `take`, and calls `discard` after it, also if `take` throws. Not done by the destructor of a
/// guard: if such a destructor throws, some compilers do not destroy the returned value.
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
