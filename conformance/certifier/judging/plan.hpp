// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "implementation.hpp"
#include "judge.hpp"
#include "paths.hpp"
#include "results.hpp"
#include "sources.hpp"
#include "suite.hpp"

namespace fearless::certifier {

/// The test program in both of its builds.
struct suites {
  explicit suites(const paths& places)
      : plain(places, build_kind::plain), instrumented(places, build_kind::instrumented) {}

  [[nodiscard]] const suite& of(build_kind build) const { return build == build_kind::plain ? plain : instrumented; }
  [[nodiscard]] const suite_case* find(const std::string& case_name) const;

  suite plain, instrumented;
};

/// The selected part of the rows. Empty fields select all.
struct selection {
  std::vector<std::string> profiles;
  std::vector<std::string> cases;
  std::optional<build_kind> only;
};

/// A row that a run must have, before it is run.
struct planned_row {
  row unjudged;                           ///< everything but the result
  std::optional<case_file> compile_time;  ///< the case, if a compiler decides
  std::optional<case_result> decided;     ///< the result, if it is known without a run
};

/// The profiles of the claims, in the order of the specification, and last the one of claims beyond the document.
std::vector<std::string> profiles_of(const catalogue& claims);

/// The rows that a run of this implementation must have. They follow from the files in conformance/claims; compile-time
/// cases are those in the language of its native bindings. A case that only the files or only the test program has is
/// INVALID; a claim without a case is NOTRUN. Errors: `user_error` for an unknown profile or case.
std::vector<planned_row> plan_rows(const paths& places, const catalogue& claims, const suites& programs,
                                   const implementation& under_test, const selection& wanted);

}  // namespace fearless::certifier
