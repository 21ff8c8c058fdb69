// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>

#include "scheduling/scheduler.hpp"
#include "scheduling/strategies/noise.hpp"

namespace scheduling {

/// A scheduling point before an operation that synchronises: another thread may go on, or time may pass. Changes
/// nothing that the caller could see.
inline void before_operation() {
  const int error = errno;
  if (the_scheduler().controls_this_thread())
    the_scheduler().scheduling_point();
  else
    noise::before_operation();
  errno = error;
}

}  // namespace scheduling
