// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// The number of bytes of the heap that this program uses.
std::size_t live_bytes();
