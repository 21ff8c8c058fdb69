// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace scheduling {

/// A function that objects import by name, and the interceptor that is called in its place.
struct interceptor {
  const char* name;
  void* replacement;
  void** original;  // where to put the original function
};

/// Looks up the original functions. A function that the program does not have is not intercepted.
void look_up_originals(std::span<const interceptor> interceptors);

/// A loaded shared object.
struct loaded_object {
  const void* dynamic_section;
  std::size_t base;
  const char* file;
};

/// Calls `visit` for each object that is loaded, in the loader's order.
void for_each_object(void (*visit)(const loaded_object& object, void* environment), void* environment);

/// Makes the object call the replacements wherever it calls a function of that name through its table of imports.
/// Returns how many entries of the table were changed.
std::size_t intercept_imports(const loaded_object& object, std::span<const interceptor> interceptors);

}  // namespace scheduling
