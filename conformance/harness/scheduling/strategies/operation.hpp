// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace scheduling {

/// What kind of step a thread is about to take at a scheduling point.
enum class operation_kind : std::uint8_t {
  start,              ///< its first: it was started
  load,               ///< of an atomic
  store,              ///< to an atomic
  read_modify_write,  ///< of an atomic
  fence,
  lock,    ///< to acquire a lock, or to try to
  unlock,  ///< to give it back
  wait,    ///< on a condition, a semaphore, a futex
  wake,    ///< of threads that wait there
  spawn,
  join,
  yield,  ///< of the processor: also a sleep
  call,   ///< of a function of the port
  note    ///< of the time, for a history
};

/// A step that a thread is about to take, and the object that it is for.
struct operation {
  operation_kind kind;
  const void* address = nullptr;  ///< of the atomic, lock, condition, futex; null where there is none
};

}  // namespace scheduling
