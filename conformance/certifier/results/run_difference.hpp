// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim_change.hpp"
#include "results.hpp"

namespace fearless::certifier {

/// A run in short.
struct run_in_short {
  std::string name, release, started;
  conclusion verdict = conclusion::could_not_tell;
  std::size_t rows = 0;
  bool is_discredited = false;  ///< a row takes the meaning from all others
};

/// The levels of a profile in two runs.
struct level_change {
  std::string profile;
  std::optional<std::vector<level>> before, after;  ///< none: that run did not judge the profile

  /// The levels that only the earlier run reached; none if one of the runs did not judge the profile.
  [[nodiscard]] std::vector<level> lost() const;
  /// The levels that only the later run reached; none if one of the runs did not judge the profile.
  [[nodiscard]] std::vector<level> gained() const;
};

/// Something else on which two runs differ, which may explain the rest.
struct circumstance {
  std::string what, before, after;
};

/// How a later run differs from an earlier one.
struct run_difference {
  run_in_short before, after;
  std::vector<level_change> levels;  ///< of all profiles, by name
  claim_comparison claims;
  std::vector<circumstance> circumstances;  ///< implementation, suite, tools, machine, detectors, judged files
  bool is_same_run = false;                 ///< the results are the same in each detail

  /// The number of claims with a change of this kind.
  [[nodiscard]] std::size_t count(change_kind kind) const;
  /// The number of levels that are lost, over all profiles.
  [[nodiscard]] std::size_t levels_lost() const;
  /// The number of levels that are gained, over all profiles.
  [[nodiscard]] std::size_t levels_gained() const;
  /// Whether a claim or a level is lost.
  [[nodiscard]] bool loses() const { return count(change_kind::lost) > 0 || levels_lost() > 0; }
  /// Whether something may be lost unnoticed: nothing is lost, but one of two runs is discredited.
  [[nodiscard]] bool is_open() const {
    return !loses() && !is_same_run && (before.is_discredited || after.is_discredited);
  }
};

/// Compares two runs whose summaries follow from their rows.
run_difference difference_between(const results& before, const results& after);

}  // namespace fearless::certifier
