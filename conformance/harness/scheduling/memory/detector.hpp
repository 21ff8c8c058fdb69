// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// Tells the race detector which order an execution has, where a model decides on it and not the detector. Does nothing
/// in a program without the detector. Thread safety: may be called from any thread, for different words.
namespace scheduling::detector {

/// What the calling thread has done so far is published by the word: a thread that acquires it comes after. Forgets
/// what was published by it before, or, with `keeps_earlier`, adds to it.
void release(std::uint32_t& word, bool keeps_earlier);

/// The calling thread comes after what was published by the word.
void acquire(const std::uint32_t& word);

/// The calling thread comes after all that was released to this place of the implementation.
void acquire_place(const volatile void* place);

/// While it lasts, reports of the detector show the function that the calling one returns to.
class shown_caller {
 public:
  explicit shown_caller(void* return_address);
  ~shown_caller();
  shown_caller(const shown_caller&) = delete;
  shown_caller& operator=(const shown_caller&) = delete;
};

/// While it lasts, the detector takes no notice of what the calling thread reads and writes: the compiler makes calls
/// of `memcpy` and `memset`, which the detector intercepts in code that is not instrumented, too.
class unobserved {
 public:
  unobserved();
  ~unobserved();
  unobserved(const unobserved&) = delete;
  unobserved& operator=(const unobserved&) = delete;
};

}  // namespace scheduling::detector
