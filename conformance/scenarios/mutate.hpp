// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// The steps that a mutated scenario has at most, and the operations that they may come to where each list is executed
/// as often as its step says. So mutants of mutants neither grow nor slow down without end.
inline constexpr std::size_t most_mutated_steps = 300;
inline constexpr std::uint64_t most_mutated_work = 20'000;

/// Whether a scenario is within these bounds, sleeps for no more than a microsecond, makes its mutexes in the setup,
/// and makes the objects of a name in one list only. A mutex belongs to no thread, so another one could use it before
/// it is made; and two threads could make an object of the same name at once.
bool can_be_mutated(const scenario& what);

/// A scenario that differs from `from` in one to four places, by steps that are removed, exchanged, repeated, replaced,
/// drawn, given to a new thread or taken from `other`, or by another count, object or value. It can be read back from
/// its text, and can be mutated if `from` can. The same seed gives the same scenario on every machine.
scenario mutate(const scenario& from, const scenario& other, std::uint64_t seed);

}  // namespace scenarios
