// SPDX-License-Identifier: MIT
#include "live_bytes.hpp"

#include <malloc.h>

/// From a sanitizer's runtime, if there is one: its heap is not the C library's.
extern "C" [[gnu::weak]] std::size_t __sanitizer_get_current_allocated_bytes();

std::size_t live_bytes() {
  if (&__sanitizer_get_current_allocated_bytes != nullptr) return __sanitizer_get_current_allocated_bytes();
  const auto heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
}
