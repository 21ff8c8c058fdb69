// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <ctime>

/// The time that the implementation's clocks show beyond the system's. Under control, a sleep and a wait that the
/// strategy ends by time last no time; a clock that is read afterwards must show that the time has passed.
///
/// Thread safety: safe.
namespace scheduling::passed_time {

/// No single wait makes clocks run ahead by more: what waits longer waits for ever as far as a test can tell.
inline constexpr std::chrono::hours most_at_once{1};

/// Clocks show the system's time again.
void forget();

/// So much time passes.
void by(std::chrono::nanoseconds duration);
void by(const timespec& duration);

/// Time passes until this time of the clocks that the implementation sees: the system's time since 1970 where it is
/// later than 2001, the time since the start of the system elsewhere. Nothing happens where it is past.
void until(const timespec& when);

[[nodiscard]] std::chrono::nanoseconds so_far();

/// A time of the clocks that the implementation sees, as the system counts it.
[[nodiscard]] timespec of_system(const timespec& shown);

}  // namespace scheduling::passed_time
