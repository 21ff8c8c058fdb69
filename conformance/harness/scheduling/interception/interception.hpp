// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace scheduling {

/// How many of the implementation's imports are intercepted.
struct intercepted {
  std::size_t atomics = 0;  ///< operations on atomics: only an instrumented library imports them
  std::size_t calls = 0;    ///< locks, conditions, threads, futexes, sleeps
};

/// Notes the objects that are loaded now: the program's own, which are not intercepted. To be called before the
/// implementation is loaded, with the number of threads that exist besides the calling one.
void note_host(unsigned other_threads);

/// Intercepts the atomic operations of a library that uses stand-alone fences, of which the race detector takes no
/// notice: it is told what they order. To be called when the implementation was just loaded.
void intercept_fences();

/// Intercepts the calls by which the implementation, the libraries that were loaded with it, and the C++ library
/// synchronise. Only the first call changes anything; before it, nothing of an implementation is touched.
intercepted intercept();

/// Intercepts also what the memory model must know. To be called, after `intercept`, before the first execution by a
/// strategy that chooses values. Only the first call changes anything.
void model_memory();

/// Whether the system refuses to start a thread for the calling thread, as it does where there are too many.
void refuse_threads(bool refused);

/// How many of the system's locks the calling thread has taken and not released since calls are intercepted. The
/// race detector knows these; it does not know a lock that is made of atomics or futexes.
int held_locks();

}  // namespace scheduling
