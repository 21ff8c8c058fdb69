// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>

#include "scheduling/free_running.hpp"
#include "scheduling/scheduler.hpp"
#include "scheduling/trace.hpp"

namespace scheduling {

/// A scheduling point before an operation that synchronises: another thread may go on, or time may pass. Changes
/// nothing that the caller could see.
inline void before_operation(operation next) {
  const int error = errno;
  if (the_scheduler().controls_this_thread()) {
    the_scheduler().reach(next);
    if (trace::is_on()) [[unlikely]]
      trace::comes_to(next);
  } else {
    free_running::before_operation(next);
  }
  errno = error;
}

}  // namespace scheduling
