// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace fearless {

/// Stops the calling thread for at least this long, without using the processor.
///
/// A duration that is not positive does not stop it. One too long to be counted in nanoseconds is taken as the longest
/// that can be. Blocks. Claims: threads.sleep.pauses, threads.sleep.yields.
void sleep(std::chrono::nanoseconds duration);

template <class Rep, class Period>
void sleep(std::chrono::duration<Rep, Period> duration) {
  if (duration <= duration.zero()) return;
  // Compared as floating point, since the conversion to nanoseconds is what would overflow.
  using seconds = std::chrono::duration<double>;
  const bool countable = seconds(duration) < seconds(std::chrono::nanoseconds::max());
  sleep(countable ? std::chrono::ceil<std::chrono::nanoseconds>(duration) : std::chrono::nanoseconds::max());
}

}  // namespace fearless
