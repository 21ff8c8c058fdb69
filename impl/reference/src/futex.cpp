// SPDX-License-Identifier: MIT
#include "fearless/detail/futex.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <ctime>

namespace fearless::detail {

static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));

bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t value, deadline until) noexcept {
  timespec end{};
  if (until) {
    const auto since_start = until->time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since_start);
    end = {.tv_sec = seconds.count(), .tv_nsec = std::chrono::nanoseconds(since_start - seconds).count()};
  }
  // The bitset form: only it takes an absolute time, on the clock of std::chrono::steady_clock.
  const long result = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, value, until ? &end : nullptr, nullptr,
                              FUTEX_BITSET_MATCH_ANY);
  return result == 0 || errno != ETIMEDOUT;
}

bool futex_wake_one(const std::atomic<std::uint32_t>& word) noexcept {
  return syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0) > 0;
}

void futex_wake_all(const std::atomic<std::uint32_t>& word) noexcept {
  syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
}

}  // namespace fearless::detail
