// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace scheduling {

/// How the schedule of an execution is chosen.
enum class strategy : std::uint8_t {
  random,       ///< one thread at a time; at each operation that synchronises any of them may be the next
  pct_2,        ///< one at a time, that of the highest priority; at one point, drawn at random, it becomes the lowest
  pct_3,        ///< the same with two such points
  noise,        ///< as the system likes, with short delays before operations that synchronise
  none,         ///< as the system likes
  exhaustive_2  ///< one at a time: all schedules with at most two switches away from a thread that could go on
};

/// What an exploration goes through unless it is asked for something else. What serialises comes first: once threads
/// ran freely, those that outlive an execution are out of control.
inline constexpr std::array portfolio{strategy::random, strategy::pct_2, strategy::pct_3, strategy::noise,
                                      strategy::none};

/// Whether only one thread at a time runs under it.
constexpr bool serialises(strategy how) {
  return how != strategy::noise && how != strategy::none;
}

/// The name that the strategy has on the command line and in results.
[[nodiscard]] std::string_view name(strategy how);

/// The strategy of that name, or nothing where there is none.
[[nodiscard]] std::optional<strategy> strategy_named(std::string_view name);

}  // namespace scheduling
