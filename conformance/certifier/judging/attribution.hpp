// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "search.hpp"

namespace fearless::certifier {

/// What the findings of a search say about a claim. A violation often breaks several claims at once: a `recv` that
/// waits for ever on a channel whose sender was moved breaks a claim on `recv` and one on moved senders. If a `recv`
/// waits for ever without a moved sender too, the move is not at fault.
struct attribution {
  const scenario_finding* decides = nullptr;  ///< breaks the claim; nullptr if no finding does
  const scenario_finding* with = nullptr;     ///< breaks the claim together with others only
  const scenario_finding* without = nullptr;  ///< breaks some of the same claims, but not this one
};

/// Attributes the findings to a claim: a finding breaks it unless another one of the same kind breaks a part of its
/// claims without it. The pointers are into `all`.
attribution attribute(const std::string& claim, const std::vector<scenario_finding>& all);

}  // namespace fearless::certifier
