// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fearless::certifier {

/// The verdict of one case, worst first: of two verdicts the smaller one counts.
enum class verdict {
  invalid,      ///< a known-bad program was not detected: the run is invalid
  crash,        ///< ended by a signal
  exit,         ///< ended without reporting its end
  race,         ///< the race detector reported an error
  deadlock,     ///< every thread waits, and none can wake another
  fail,         ///< an assertion failed, or none was made
  timeout,      ///< did not end within its time limit
  unsupported,  ///< the implementation lacks the feature
  not_run,      ///< could not be run, for a stated reason
  pass
};

inline constexpr std::array all_verdicts{verdict::invalid,  verdict::crash, verdict::exit,    verdict::race,
                                         verdict::deadlock, verdict::fail,  verdict::timeout, verdict::unsupported,
                                         verdict::not_run,  verdict::pass};

/// The verdict as results write it: `PASS`, `NOTRUN` and so on.
std::string_view name(verdict value);

/// The verdict of this name, or nothing.
std::optional<verdict> verdict_named(std::string_view name);

}  // namespace fearless::certifier
