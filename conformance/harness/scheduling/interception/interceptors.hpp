// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "scheduling/interception/imports.hpp"

namespace scheduling {

/// What stands in for the operations on atomics that an instrumented object calls by name.
std::span<const interceptor> atomic_interceptors();

/// What stands in for the system's calls by which threads wait for each other: POSIX threads, those of C, semaphores,
/// futexes, sleeps.
std::span<const interceptor> call_interceptors();

}  // namespace scheduling
