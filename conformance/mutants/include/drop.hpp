// SPDX-License-Identifier: MIT
#pragma once

#include "fearless_port.h"

/// Drops a value that is not used.
inline void drop(fearless_value value) {
  if (value.drop != nullptr) value.drop(value.data);
}
