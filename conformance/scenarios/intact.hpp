// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/recording.hpp"

namespace scenarios {

/// Whether a recording can be judged: each number in it that names a thread, an action, a result or a place names one.
/// The process that was judged may have written anything into it.
bool is_intact(const recording& all);

}  // namespace scenarios
