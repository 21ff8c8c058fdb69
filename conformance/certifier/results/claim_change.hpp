// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results.hpp"

namespace fearless::certifier {

/// What became of a claim from one run to a later one, the most important first. TIMEOUT, NOTRUN and INVALID are
/// undecided.
enum class change_kind {
  lost,         ///< it held, and does not hold now: it fails, is UNSUPPORTED or undecided
  gained,       ///< it did not hold, and holds now
  unsupported,  ///< it failed or was undecided, and is UNSUPPORTED now
  undecided,    ///< it failed or was UNSUPPORTED, and is undecided now
  supported,    ///< it was UNSUPPORTED, and fails now
  decided,      ///< it was undecided, and fails now
  differs,      ///< it fails with another verdict, or is undecided with another one
  stale,        ///< its sentence is another one, so that its verdicts can't be compared
  added,        ///< only the later run judged it
  gone          ///< only the earlier run judged it
};

/// A claim on which two runs differ. The verdicts are those of the build in which it changed, or the worst of all
/// builds if it can't be compared.
struct claim_change {
  std::string claim, profile;
  change_kind kind = change_kind::differs;
  std::optional<verdict> before, after;  ///< none: that run did not judge the claim
  std::string test;                      ///< the row that shows it, as `CASE (BUILD)`; empty if all passed
  std::string detail;                    ///< the first line of this row's details

  bool operator==(const claim_change&) const = default;
};

/// The claims of two runs, compared.
struct claim_comparison {
  std::vector<claim_change> changes;  ///< by kind, of these the worst verdict first, then by claim
  std::size_t compared = 0;           ///< claims that both runs judged
};

/// What became of a verdict, or nothing if it is the same.
std::optional<change_kind> change_of(verdict before, verdict after);

/// Compares what two runs say of each claim. A claim is compared build by build, and each build by its worst row. If
/// the runs have different builds of a claim, the worst rows of all builds are compared as well. Rows that levels leave
/// out are left out here: demonstrations, and UNSUPPORTED rows of optional features.
claim_comparison compare_claims(const results& before, const results& after);

}  // namespace fearless::certifier
