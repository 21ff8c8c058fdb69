// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "subject/steering/imports.hpp"

namespace subject::steering {

/// What stands in for the operations on atomics that an instrumented object calls by name.
std::span<const stand_in> atomic_stand_ins();

/// What stands in for the system's calls by which threads wait for each other: POSIX threads, those of C, semaphores,
/// futexes, sleeps.
std::span<const stand_in> call_stand_ins();

}  // namespace subject::steering
