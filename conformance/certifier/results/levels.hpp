// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "results.hpp"

namespace fearless::certifier {

/// Which levels each profile reaches.
///
/// behaves: every row of a run-time case in the plain build passes. Where only an instrumented library was handed in,
/// every row of that build does, and each claim has one: a claim that nothing but the plain build can judge (a measured
/// cost) is then left unproved, and the profile does not behave. race-checked: every row of the instrumented build
/// passes. typed: every row that a compiler decides passes. A level for which a profile has no rows is reached with the
/// others, never alone: what nothing tests is not an achievement.
levels_by_profile levels_of(const std::vector<row>& rows, const catalogue& claims,
                            const std::vector<std::string>& profiles);

/// Which levels can't be certified in a profile, whatever the implementation does: typed, where it comes through the
/// port alone, so that all that a compiler decides is UNSUPPORTED. A profile without any is left out.
levels_by_profile not_certifiable(const std::vector<row>& rows, const catalogue& claims,
                                  const std::vector<std::string>& profiles);

/// What keeps the profiles from their levels; one that nothing does is left out.
std::map<std::string, shortfall> shortfalls(const std::vector<row>& rows, const catalogue& claims,
                                            const std::vector<std::string>& profiles);

/// Which levels a run could not judge since there was no library to run, and for each the reason and what to hand in.
std::map<level, std::string> not_judged(const std::vector<row>& rows);

/// What follows from the rows: not conforming, where one was seen to be wrong; could not tell, where one is INVALID or
/// a demonstration of the detector failed, where one timed out, was not run for want of a case, or searched without
/// meeting what it must see; not conforming, where a profile that was asked for by name is not there; could not tell,
/// where nothing passed. A build that was not handed in costs a level and no more.
conclusion conclude(const std::vector<row>& rows, const levels_by_profile& levels,
                    const std::vector<std::string>& profiles_by_name);

}  // namespace fearless::certifier
