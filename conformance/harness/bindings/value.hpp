// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "fearless_port.h"

namespace bindings {

/// Gives a value to the implementation.
template <class T>
fearless_value box(T value) {
  return {.data = new T(std::move(value)), .drop = [](void* data) { delete static_cast<T*>(data); }};
}

/// Takes a value that `box` made back from the implementation.
template <class T>
T unbox(fearless_value boxed) {
  const std::unique_ptr<T> owned(static_cast<T*>(boxed.data));
  return std::move(*owned);
}

/// Destroys a value that came back from the implementation and is not wanted.
inline void drop(fearless_value boxed) {
  if (boxed.drop != nullptr) boxed.drop(boxed.data);
}

/// Ends the life of anything here rather than at the end of its scope.
template <class T>
  requires(!std::is_lvalue_reference_v<T>)
void drop(T&& value) {
  [[maybe_unused]] const T ended(std::forward<T>(value));
}

}  // namespace bindings
