// SPDX-License-Identifier: MIT
// Defect: the detector is told to look away from what the threads do.
// Verdict: INVALID
#include <dlfcn.h>

#include "stand_in.hpp"

/// Looked up by name, since a library that imports what hides races is turned away at the door.
static void tell_detector(const char* what) {
  void* const telling = dlsym(RTLD_DEFAULT, what);
  if (telling != nullptr) reinterpret_cast<void (*)()>(telling)();
}

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    return reference.threads.spawn(instead_of(closure, [](const fearless_closure& original, fearless_value* result) {
      tell_detector("__tsan_ignore_thread_begin");
      const auto outcome = original.call(original.env, result);
      tell_detector("__tsan_ignore_thread_end");
      return outcome;
    }));
  };
}
