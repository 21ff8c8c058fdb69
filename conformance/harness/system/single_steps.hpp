// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace unseen {

/// Calls `before` on the calling thread before each instruction that it executes, until `before` returns false or
/// `end_steps` is called. It may wait, must not use the heap, and must hold no lock that the thread may hold.
///
/// One thread of the process at a time. It ends by itself before a system call that may block the signal of steps, and
/// it does not begin where that is blocked, or on another processor than an x86-64. So a test may use it to find more,
/// and must be right without it. A trap of the implementation's own ends the process, as without steps.
void begin_steps(bool (*before)(std::uintptr_t instruction, void* environment), void* environment);
void end_steps();

}  // namespace unseen
