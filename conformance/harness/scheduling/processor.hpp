// SPDX-License-Identifier: MIT
#pragma once

/// The processor of a search in which one thread runs at a time: there the turn passes fastest if all threads are on
/// the same one. Thread safety: the functions are called by the main thread, between executions. They order nothing:
/// the race detector does not see them.
namespace scheduling::processor {

/// Keeps the calling thread, and the threads that are started from here on, to one processor that is idle now.
/// Does nothing where only one is allowed. Blocks, for less than a millisecond.
void keep_to_one();

/// Moves the threads to another processor where they have shared theirs with other programs lately. Otherwise two
/// programs that happen to keep to the same processor would stay there, and another one would be idle. Blocks, for less
/// than a millisecond.
void leave_if_shared();

/// Allows the threads all processors again.
void release();

}  // namespace scheduling::processor
