// SPDX-License-Identifier: MIT
#pragma once

#include <malloc.h>

#include <cstring>
#include <new>

#include "fearless_port.h"

/// A bytewise copy of a value. The two values then own the same memory.
inline fearless_value shallow_copy(fearless_value value) {
  const auto size = malloc_usable_size(value.data);
  return {.data = std::memcpy(::operator new(size), value.data, size), .drop = value.drop};
}
