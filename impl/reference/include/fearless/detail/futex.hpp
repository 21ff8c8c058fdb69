// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace fearless::detail {

/// The end of a wait, or none: then the wait has no end of its own.
using deadline = std::optional<std::chrono::steady_clock::time_point>;

/// The time that is so far from now; of one that is too far away to be counted, none.
template <class Rep, class Period>
deadline deadline_in(std::chrono::duration<Rep, Period> duration) {
  // Compared as floating point, since the conversion to the clock's own unit is what would overflow.
  using seconds = std::chrono::duration<double>;
  using clock = std::chrono::steady_clock;
  const auto now = clock::now();
  if (duration <= duration.zero()) return now;
  if (seconds(duration) >= seconds(clock::time_point::max() - now)) return std::nullopt;
  return now + std::chrono::ceil<clock::duration>(duration);
}

/// Sleeps while `word` holds `value`. False where the deadline has passed; otherwise woken, or for no reason: look
/// again. Blocks.
bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t value, deadline until = std::nullopt) noexcept;

/// Wakes one thread that sleeps on the word. False where none does. Reads nothing: the word may be gone.
bool futex_wake_one(const std::atomic<std::uint32_t>& word) noexcept;

/// Wakes every thread that sleeps on the word.
void futex_wake_all(const std::atomic<std::uint32_t>& word) noexcept;

}  // namespace fearless::detail
