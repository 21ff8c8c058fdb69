// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "row.hpp"

namespace fearless::certifier {

/// What the rows of one run say of one claim, in each build. It refers to the rows, which must stay where they are.
class claim_standing {
 public:
  /// Adds a row of the claim. A row that does not count for its claim is left out.
  void add(const row& of);

  /// The worst verdict of all builds: the claim holds if it is PASS. NOTRUN if no row counts.
  [[nodiscard]] verdict worst() const;

  /// Whether rows of this build count, and all of them passed: what the level of the build needs of each claim.
  [[nodiscard]] bool holds_in(build_kind build) const;

  /// For each build with a row that counts, the first of its worst rows.
  [[nodiscard]] const std::map<build_kind, const row*>& worst_rows() const { return worst_rows_; }

  /// The first of the worst rows of all builds, or null if no row counts.
  [[nodiscard]] const row* worst_row() const;

 private:
  std::map<build_kind, const row*> worst_rows_;
};

}  // namespace fearless::certifier
