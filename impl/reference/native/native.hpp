// SPDX-License-Identifier: MIT
#pragma once

/// The native bindings of the reference: its names, in the namespace that every C++ implementation gives to its own.
/// The compile-time cases use these names.
#include <fearless/fearless.hpp>

namespace native = fearless;

/// Promises that a type is `send` or `sync`. Used by the type's author: `NATIVE_UNSAFE_SEND(my_type);`, outside all
/// namespaces.
#define NATIVE_UNSAFE_SEND(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_send<__VA_ARGS__> = true
#define NATIVE_UNSAFE_SYNC(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
