// SPDX-License-Identifier: MIT
#include "scenario_trial.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "attribution.hpp"
#include "scenarios/claims.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

fs::path library_of(const mutant_file& mutant, build_kind build, const run_context& where) {
  return where.places.build / "mutants" / name(build) / (mutant.name + ".so");
}

/// The first finding that decides on a claim which the mutant names.
const scenario_finding* kill_in(const search_report& report, const mutant_file& mutant) {
  const scenario_finding* first = nullptr;
  for (const expected_kill& each : mutant.kills) {
    const scenario_finding* const found = attribute(each.claim, report.findings).decides;
    if (found != nullptr && (first == nullptr || found->found_at < first->found_at)) first = found;
  }
  return first;
}

/// Searches one build of the mutant.
void search_build(scenario_trial& done, build_kind build, const run_context& where,
                  const std::vector<corpus_entry>& corpus, std::uint64_t first_seed) {
  const fs::path library = library_of(done.mutant, build, where);
  std::error_code absent;
  if (!fs::exists(library, absent)) return;
  search_extent extent = extent_for(build);
  extent.first_seed = first_seed;
  const auto report = search(where.programs.of(build), library, corpus, extent, [&](const search_report& so_far) {
    return kill_in(so_far, done.mutant) == nullptr && so_far.effort < most_effort;
  });
  done.executions += report.executions;
  done.milliseconds += report.elapsed.count();
  const scenario_finding* const killed_by = kill_in(report, done.mutant);
  if (killed_by != nullptr) done.killed_by = *killed_by;
  if (!done.first && !report.findings.empty()) done.first = report.findings.front();
  if (killed_by != nullptr || !report.findings.empty()) done.build = build;
}

}  // namespace

bool can_be_tried_by_scenarios(const mutant_file& mutant) {
  return !mutant.replaces_bindings && std::ranges::any_of(mutant.kills, [](const expected_kill& kill) {
    return scenarios::find_judged_claim(kill.claim) != nullptr;
  });
}

scenario_trial try_by_scenarios(const mutant_file& mutant, const run_context& where,
                                const std::vector<corpus_entry>& corpus, std::uint64_t first_seed) {
  scenario_trial done{.mutant = mutant};
  const bool by_detector =
      std::ranges::any_of(mutant.kills, [](const expected_kill& kill) { return kill.by == verdict::race; });
  for (const auto build : by_detector ? std::array{build_kind::instrumented, build_kind::plain}
                                      : std::array{build_kind::plain, build_kind::instrumented})
    if (!done.is_killed()) search_build(done, build, where, corpus, first_seed);
  return done;
}

reduced_kill reduce(const scenario_trial& killed, const run_context& where, std::size_t tries) {
  const auto started = std::chrono::steady_clock::now();
  const suite& program = where.programs.of(*killed.build);
  const fs::path library = library_of(killed.mutant, *killed.build, where);
  reduced_kill smallest{.left = reduced(program, library, *killed.killed_by), .tries = tries};
  smallest.milliseconds = static_cast<long>(
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started).count());
  for (std::size_t i = 0; i < tries; ++i)
    if (breaks_again(program, library, smallest.left)) ++smallest.replays;
  return smallest;
}

trial try_kill_by_scenarios(const mutant_file& mutant, const expected_kill& kill, const run_context& where) {
  mutant_file only = mutant;
  only.kills = {kill};
  const auto tried = try_by_scenarios(only, where, corpus_of(where.places.source), 1);
  trial result{.case_name = scenarios_of(kill.claim),
               .build = tried.build,
               .milliseconds = tried.milliseconds,
               .details = {"no scenario broke the claim"}};
  if (tried.killed_by) {
    result.seen = tried.killed_by->seen;
    result.details = {tried.killed_by->what};
    // Which scenario breaks the claim first, and so how, depends on all others: the claim says what is wrong.
    result.end = trial::ending::killed;
  } else if (tried.first) {
    result.details.push_back("but this was seen: " + tried.first->what);
  }
  return result;
}

}  // namespace fearless::certifier
