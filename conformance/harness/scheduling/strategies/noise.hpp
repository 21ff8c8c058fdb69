// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace scheduling::noise {

/// Begins an execution, or ends it. How much noise there is, and of which kind, depends on the seed: short delays
/// everywhere, long ones seldom, or one thread that is held up at every operation.
void begin(std::uint64_t seed);
void end();

/// A thread is about to be started.
void expect_thread();

/// Before an operation that synchronises, or that the suite notes: perhaps a delay, where there are others to whom it
/// could matter. Nothing outside an execution. May block, for less than a millisecond.
void before_operation();

/// Whether a wait that may end for no reason is to do so now.
[[nodiscard]] bool wakes_spuriously();

}  // namespace scheduling::noise
