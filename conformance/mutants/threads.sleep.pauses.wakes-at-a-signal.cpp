// SPDX-License-Identifier: MIT
// Mutant: a signal that the thread handles ends the sleep.
// Breaks: threads.sleep.pauses
// Verdict: FAIL
// Case: threads.sleep.pauses.interrupted.run
#include <ctime>

#include "mutant.hpp"

MUTANT(port) {
  port.threads.sleep = [](auto nanoseconds) {
    constexpr auto second = 1'000'000'000;
    const timespec time{.tv_sec = static_cast<long>(nanoseconds / second),
                        .tv_nsec = static_cast<long>(nanoseconds % second)};
    nanosleep(&time, nullptr);
  };
}
