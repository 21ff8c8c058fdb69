// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace scheduling {

/// A function that objects import by name, and the interceptor that is called in its place.
struct interceptor {
  const char* name;
  void* replacement;
  void** original;  // where to put what the name means to the program
};

/// Looks up what each of the names means to the program. What it does not have is not replaced.
void look_up_originals(std::span<const interceptor> interceptors);

/// A shared object that is loaded, as the loader knows it.
struct loaded_object {
  const void* dynamic_section;
  std::size_t base;
  const char* file;
};

/// Calls `visit` for each object that is loaded, in the loader's order.
void for_each_object(void (*visit)(const loaded_object& object, void* environment), void* environment);

/// Has the object call the replacements from now on, wherever it calls a function of that name through its table of
/// imports. Returns how many entries of the table were changed.
std::size_t intercept_imports(const loaded_object& object, std::span<const interceptor> interceptors);

}  // namespace scheduling
