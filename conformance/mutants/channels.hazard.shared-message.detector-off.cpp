// SPDX-License-Identifier: MIT
// Defect: the detector is told to look away from what a thread does between its first send and the end of its sender.
// Verdict: INVALID
#include <dlfcn.h>

#include <utility>

#include "mutant.hpp"

/// Looked up by name, since a library that imports what hides races is turned away at the door.
static void tell_detector(const char* what) {
  void* const telling = dlsym(RTLD_DEFAULT, what);
  if (telling != nullptr) reinterpret_cast<void (*)()>(telling)();
}

static thread_local bool looks_away = false;

MUTANT(port) {
  port.channels.send = [](auto* sender, fearless_value value, auto* returned) {
    const bool succeeded = reference.channels.send(sender, value, returned);
    if (!std::exchange(looks_away, true)) tell_detector("__tsan_ignore_thread_begin");
    return succeeded;
  };
  port.channels.drop_sender = [](auto* sender) {
    if (std::exchange(looks_away, false)) tell_detector("__tsan_ignore_thread_end");
    reference.channels.drop_sender(sender);
  };
}
