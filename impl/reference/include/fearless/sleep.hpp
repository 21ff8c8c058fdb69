// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace fearless {

/// Suspends the calling thread for at least this duration, without using the processor.
///
/// Returns at once if the duration is zero or negative. A duration that overflows nanoseconds is shortened to the
/// longest that does not. Blocks. Claims: threads.sleep.pauses, threads.sleep.yields.
void sleep(std::chrono::nanoseconds duration);

template <class Rep, class Period>
void sleep(std::chrono::duration<Rep, Period> duration) {
  if (duration <= duration.zero()) return;
  // Compared as floating point, because the conversion to nanoseconds would overflow.
  using seconds = std::chrono::duration<double>;
  const bool countable = seconds(duration) < seconds(std::chrono::nanoseconds::max());
  sleep(countable ? std::chrono::ceil<std::chrono::nanoseconds>(duration) : std::chrono::nanoseconds::max());
}

}  // namespace fearless
