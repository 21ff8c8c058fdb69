// SPDX-License-Identifier: MIT
// Mutant: the detector is told to ignore the accesses of the main thread.
// Breaks: intro.run-time
// Verdict: INVALID
#include <cstdlib>

#include "mutant.hpp"

extern "C" [[gnu::weak]] void __tsan_ignore_thread_begin();
extern "C" [[gnu::weak]] void __tsan_ignore_thread_end();

MUTANT(port) {
  if (__tsan_ignore_thread_begin == nullptr) return;
  __tsan_ignore_thread_begin();
  std::atexit([] { __tsan_ignore_thread_end(); });  // the detector reports a thread that ends while it is ignored
}
