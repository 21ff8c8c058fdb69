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

/// What part of the whole is asked for; empty means all.
struct selection {
  std::vector<std::string> profiles;
  std::vector<std::string> cases;
  std::optional<build_kind> only;
};

/// A row that a run has to have, before it is run.
struct planned_row {
  row unjudged;                           ///< all but the verdict
  std::optional<case_file> compile_time;  ///< set where a compiler decides
  std::optional<case_result> decided;     ///< set where the verdict stands without a run, with the reason
};

/// The profiles that the catalogue's claims belong to, in document order.
std::vector<std::string> profiles_of(const catalogue& claims);

/// The rows that a run of this implementation has to have. They follow from the files in conformance/claims, of which
/// those that a compiler decides are in the language of its native bindings; where a
/// test program has a case less or more than there are files its row is INVALID, and a claim without a case has a row
/// NOTRUN. Errors: `user_error` where a profile or a case is selected that there is not.
std::vector<planned_row> plan_rows(const paths& places, const catalogue& claims, const suites& programs,
                                   const implementation& under_test, const selection& wanted);

}  // namespace fearless::certifier
