// SPDX-License-Identifier: MIT
#pragma once

/// The reference as the compile-time pairs see it: its names, under the name that every implementation gives to its
/// own.
#include <fearless/fearless.hpp>

namespace subject = fearless;

/// How the author of a type promises that it is `send`, or `sync`: `SUBJECT_UNSAFE_SEND(my_type);`, outside all
/// namespaces.
#define SUBJECT_UNSAFE_SEND(...) \
  template <>                    \
  inline constexpr bool fearless::unsafe_enable_send<__VA_ARGS__> = true
#define SUBJECT_UNSAFE_SYNC(...) \
  template <>                    \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
