// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "fearless_port.h"
#include "scheduling/trace.hpp"

namespace bindings {

namespace detail {

/// Has the trace show a number, or what has a function `in_trace`, as text.
template <class T>
void describe(const T& value) {
  if constexpr (std::is_arithmetic_v<T>)
    scheduling::trace::describe(&value, std::to_string(value));
  else if constexpr (requires { in_trace(value); })
    scheduling::trace::describe(&value, in_trace(value));
}

}  // namespace detail

/// Makes the port's value from a value, to pass it to the implementation.
template <class T>
fearless_value box(T value) {
  T* const kept = new T(std::move(value));
  if (scheduling::trace::is_on()) [[unlikely]]
    detail::describe(*kept);
  return {.data = kept, .drop = [](void* data) { delete static_cast<T*>(data); }};
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
