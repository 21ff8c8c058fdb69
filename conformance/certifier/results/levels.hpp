// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "results.hpp"

namespace fearless::certifier {

/// The levels that each profile reaches.
/// behaves: every run-time row in the plain build passes. With only an instrumented library, every row of that build
/// must pass, and every claim must have such a row: a claim with cost cases alone is not judged there, and the profile
/// does not reach the level. race-checked: every row in the instrumented build passes. typed: every compile-time row
/// passes. A level without tests is granted only if all other levels are.
levels_by_profile levels_of(const std::vector<row>& rows, const catalogue& claims,
                            const std::vector<std::string>& profiles);

/// The levels that can't be certified for each profile: typed, if the implementation has no native bindings, so that
/// all compile-time cases are UNSUPPORTED. Profiles without such a level are left out.
levels_by_profile not_certifiable(const std::vector<row>& rows, const catalogue& claims,
                                  const std::vector<std::string>& profiles);

/// Why profiles lack levels. Profiles without failing claims and missing features are left out.
std::map<std::string, shortfall> shortfalls(const std::vector<row>& rows, const catalogue& claims,
                                            const std::vector<std::string>& profiles);

/// The levels that a run could not judge because a library is missing, each with the reason and what to provide.
std::map<level, std::string> not_judged(const std::vector<row>& rows);

/// The conclusion of a run, and why it is not conforming, in words; empty if it is.
struct reasoned_conclusion {
  conclusion verdict = conclusion::could_not_tell;
  std::string why{};
};

/// The conclusion that follows from the rows, by the first rule that applies:
///
/// | if                                                                                       | the conclusion is |
/// |------------------------------------------------------------------------------------------|-------------------|
/// | a row of an implementation's claim failed                                                | not conforming    |
/// | a row is INVALID, or a demonstration of the detector failed                              | could not tell    |
/// | a row timed out, has no case, or did not run although there is a file to judge           | could not tell    |
/// | a profile that the user named has no level                                               | not conforming    |
/// | no row passed                                                                            | could not tell    |
/// | none of these                                                                            | conforming        |
///
/// A missing library only costs the levels of its build.
reasoned_conclusion conclude(const std::vector<row>& rows, const levels_by_profile& levels,
                             const std::vector<std::string>& profiles_by_name, const judged_implementation& judged);

/// What follows from header and rows of a run. Its explanations, which follow from nothing, are kept.
run_summary summary_of(const results& run);

}  // namespace fearless::certifier
