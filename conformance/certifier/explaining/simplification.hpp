// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// How an execution departs from the plainest one: departures in the order in which they were made.
using departures = std::vector<std::string>;

/// Executes plans one after the other. Returns the index of the first that fails in the wanted way, if one does.
using plan_trial = std::function<std::optional<std::size_t>(const std::vector<departures>& plans)>;

/// A plan with fewer departures, and whether none of them can be left out.
struct simplified_plan {
  departures plan;
  bool is_minimal = false;  ///< leaving out any one of them makes the failure go away
};

/// Makes a failing plan simpler, until nothing more can be left out or `is_over`. The plan that it returns is `failing`
/// itself or one for which the trial said that it fails.
///
/// A. Zeller, R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28(2), 2002; here the plans
/// with only one departure, and with only the last ones, come first.
simplified_plan simplified(departures failing, const plan_trial& trial, const std::function<bool()>& is_over);

}  // namespace fearless::certifier
