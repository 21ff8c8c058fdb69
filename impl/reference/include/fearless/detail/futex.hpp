// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace fearless::detail {

/// The point in time at which a wait ends, or none for a wait without a time limit.
using deadline = std::optional<std::chrono::steady_clock::time_point>;

/// The deadline after this duration from now, or none if the clock can't represent it.
template <class Rep, class Period>
deadline deadline_in(std::chrono::duration<Rep, Period> duration) {
  // Compared as floating point, because the conversion to the clock's unit would overflow.
  using seconds = std::chrono::duration<double>;
  using clock = std::chrono::steady_clock;
  const auto now = clock::now();
  if (duration <= duration.zero()) return now;
  if (seconds(duration) >= seconds(clock::time_point::max() - now)) return std::nullopt;
  return now + std::chrono::ceil<clock::duration>(duration);
}

/// Whether there is a deadline, and no time is left before it.
inline bool has_passed(deadline until) {
  return until && *until <= std::chrono::steady_clock::now();
}

/// Sleeps while `word` holds `value`. False if the deadline has passed; true if woken, possibly spuriously, so the
/// caller must check again. Blocks.
bool futex_wait(const std::atomic<std::uint32_t>& word, std::uint32_t value, deadline until = std::nullopt) noexcept;

/// Wakes one thread that sleeps on the word. False if there is none. Uses only the address: the word may be freed.
bool futex_wake_one(const std::atomic<std::uint32_t>& word) noexcept;

/// Wakes every thread that sleeps on the word.
void futex_wake_all(const std::atomic<std::uint32_t>& word) noexcept;

}  // namespace fearless::detail
