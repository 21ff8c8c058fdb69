// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fearless::certifier {

/// What is known of a case after it ran, worst first: of two verdicts the smaller one counts.
enum class verdict {
  invalid,      ///< a control or a hazard went uncaught: the run says nothing
  crash,        ///< ended by a signal
  exit,         ///< ended on its own without the end marker
  race,         ///< the race detector reported something
  deadlock,     ///< every thread waits, and nothing is left that could wake one
  fail,         ///< an assertion did not hold, or there was none
  timeout,      ///< still going at its time limit: inconclusive
  unsupported,  ///< the implementation does not have what the case needs
  not_run,      ///< could not be tried, with a reason
  pass
};

inline constexpr std::array all_verdicts{verdict::invalid,  verdict::crash, verdict::exit,    verdict::race,
                                         verdict::deadlock, verdict::fail,  verdict::timeout, verdict::unsupported,
                                         verdict::not_run,  verdict::pass};

/// The verdict as it stands in results: `PASS`, `NOTRUN` and so on.
std::string_view name(verdict value);

/// The verdict of that name, or nothing where there is none.
std::optional<verdict> verdict_named(std::string_view name);

}  // namespace fearless::certifier
