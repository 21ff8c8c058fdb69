// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "scheduling/interception/imports.hpp"

namespace scheduling {

/// The interceptors of the atomic operations, which an instrumented object calls by name.
std::span<const interceptor> atomic_interceptors();

/// Of them, those of stand-alone fences.
std::span<const interceptor> fence_interceptors();

/// The same as the first, which count edges too.
std::span<const interceptor> counting_atomic_interceptors();

/// The interceptors of what an instrumented object reports besides: its functions and its accesses to memory. They only
/// count edges.
std::span<const interceptor> code_interceptors();

/// The interceptors of the system's functions for synchronisation: POSIX threads, C threads, semaphores, futexes,
/// sleeps.
std::span<const interceptor> call_interceptors();

/// The interceptors of the clocks, for the implementation alone: they show the time that has passed under control.
std::span<const interceptor> clock_interceptors();

/// The interceptors of functions that order threads in ways of which the memory model knows nothing more.
std::span<const interceptor> ordering_interceptors();

/// The interceptors of what writes to memory, or gives it back, without an atomic operation.
std::span<const interceptor> forgetting_interceptors();

}  // namespace scheduling
