// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "scheduling/interception/imports.hpp"

namespace scheduling {

/// The interceptors of the atomic operations, which an instrumented object calls by name.
std::span<const interceptor> atomic_interceptors();

/// The interceptors of the system's functions for synchronisation: POSIX threads, C threads, semaphores, futexes,
/// sleeps.
std::span<const interceptor> call_interceptors();

}  // namespace scheduling
