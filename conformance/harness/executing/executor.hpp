// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "scenarios/recording.hpp"
#include "scenarios/scenario.hpp"
#include "scheduling/strategies/registry.hpp"

namespace scenarios {

/// Executes a scenario against the loaded implementation, and records what it does. A step whose object its thread does
/// not own at that moment is left out, as is a wait that no other thread could end: such a step becomes one that does
/// not wait, or is left out too.
///
/// A deadlock, a report of the detector or a crash ends the process; the recording says so. Blocks: until all threads
/// of the scenario have ended. Thread safety: one execution at a time.
///
/// Returns whether all objects are gone. An object is left that nothing can drop: one that a value without a drop
/// carries, and a mutex whose threads were not joined.
bool execute(const scenario& what, const scheduling::registered_strategy& how, std::uint64_t seed, recording& into);

/// Whether this process has memory for further executions.
[[nodiscard]] bool has_room();

/// Notes in the recording how the process is about to end. Called by the detector's hook, by a handler of signals, and
/// by the scheduler.
void note_end(ending how, const char* what);

}  // namespace scenarios
