// SPDX-License-Identifier: MIT
// Mutant: the race detector is told not to look at what the main thread does.
// Breaks: intro.run-time
// Verdict: INVALID
#include <cstdlib>

#include "mutant.hpp"

extern "C" [[gnu::weak]] void __tsan_ignore_thread_begin();
extern "C" [[gnu::weak]] void __tsan_ignore_thread_end();

MUTANT(port) {
  if (__tsan_ignore_thread_begin == nullptr) return;
  __tsan_ignore_thread_begin();
  std::atexit([] { __tsan_ignore_thread_end(); });  // the detector complains of a thread that ends unseen
}
