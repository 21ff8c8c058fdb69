// SPDX-License-Identifier: MIT
#include "fearless/sleep.hpp"

#include <cerrno>
#include <ctime>

namespace fearless {

void sleep(std::chrono::nanoseconds duration) {
  if (duration <= duration.zero()) return;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(duration);
  timespec remaining{.tv_sec = seconds.count(), .tv_nsec = (duration - seconds).count()};
  // A signal ends the wait early; the loop then sleeps for the rest.
  while (clock_nanosleep(CLOCK_MONOTONIC, 0, &remaining, &remaining) == EINTR) {
  }
}

}  // namespace fearless
