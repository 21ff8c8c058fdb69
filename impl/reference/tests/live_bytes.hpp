// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// How much memory of the heap this program has in use.
std::size_t live_bytes();
