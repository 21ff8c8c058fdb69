// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "fearless_port.h"

namespace bindings {

/// Makes the port's value from a value, to pass it to the implementation.
template <class T>
fearless_value box(T value) {
  return {.data = new T(std::move(value)), .drop = [](void* data) { delete static_cast<T*>(data); }};
}

/// Takes the value back out that `box` put into the port's value.
template <class T>
T unbox(fearless_value boxed) {
  const std::unique_ptr<T> owned(static_cast<T*>(boxed.data));
  return std::move(*owned);
}

/// Drops a value that came back from the implementation and is not used.
inline void drop(fearless_value boxed) {
  if (boxed.drop != nullptr) boxed.drop(boxed.data);
}

/// Drops a value here and not at the end of its scope.
template <class T>
  requires(!std::is_lvalue_reference_v<T>)
void drop(T&& value) {
  [[maybe_unused]] const T ended(std::forward<T>(value));
}

}  // namespace bindings
