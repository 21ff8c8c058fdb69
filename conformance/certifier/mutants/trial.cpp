// SPDX-License-Identifier: MIT
#include "trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compile_time_case.hpp"
#include "scenario_trial.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// A mutant may hang a case that is not the one to detect it. A case that ends takes a hundredth of this, so that a
/// busy machine does not stop it.
constexpr std::chrono::seconds trial_time_limit{60};

trial broken(std::string why) {
  return {.end = trial::ending::broken, .case_name = {}, .build = {}, .details = {std::move(why)}};
}

/// The cases that may kill a mutant so, each with its build, the likeliest first.
std::vector<std::pair<const suite_case*, build_kind>> judges_of(const expected_kill& kill, const suites& programs) {
  std::vector<std::pair<const suite_case*, build_kind>> judges;
  const bool by_detector = kill.by == verdict::race;
  for (const auto build : by_detector ? std::array{build_kind::instrumented, build_kind::plain}
                                      : std::array{build_kind::plain, build_kind::instrumented})
    for (const auto& each : programs.of(build).cases()) {
      const auto builds = builds_of(each.method, each.expects);
      const bool own = kill.only_case ? each.name == *kill.only_case : each.claim == kill.claim;
      if (own && std::ranges::find(builds, build) != builds.end()) judges.emplace_back(&each, build);
    }
  return judges;
}

/// Adds the verdict of a case. Returns whether it kills the mutant.
bool consider(trial& so_far, verdict seen, verdict expected, const std::string& case_name, build_kind build,
              std::vector<std::string> details) {
  const bool kills = seen == expected;
  if (kills || so_far.case_name.empty() || seen < so_far.seen) {
    so_far.seen = seen;
    so_far.case_name = case_name;
    so_far.build = build;
    so_far.details = std::move(details);
  }
  if (kills) so_far.end = trial::ending::killed;
  return kills;
}

trial try_library(const mutant_file& mutant, const expected_kill& kill, const run_context& where) {
  const auto judges = judges_of(kill, where.programs);
  if (judges.empty()) return broken(fmt::format("{} has no case in the test program", kill.claim));
  trial result;
  for (const auto& [which, build] : judges) {
    const fs::path library = where.places.build / "mutants" / name(build) / (mutant.name + ".so");
    std::error_code absent;
    if (!fs::exists(library, absent)) return broken(fmt::format("{} has not been built", library.string()));
    auto done = where.programs.of(build).run(*which, library, trial_time_limit, where.search);
    if (!done.loaded)
      return broken(fmt::format("{} does not load{}", library.string(),
                                done.result.details.empty() ? "" : ": " + done.result.details.front()));
    result.milliseconds += done.elapsed.count();
    if (consider(result, done.result.seen, kill.by, which->name, build, std::move(done.result.details))) break;
  }
  return result;
}

trial try_bindings(const mutant_file& mutant, const expected_kill& kill, const run_context& where,
                   const std::vector<case_file>& files) {
  if (!where.under_test.native_bindings)
    return broken(fmt::format("{} has no native bindings that it could stand in for", where.under_test.name));
  native_bindings bindings = bindings_of(where.under_test);
  bindings.replacement = mutant.file;
  trial result;
  for (const auto& file : files) {
    if (!judges(file, mutant, kill) || !file.method || !is_compile_time(*file.method)) continue;
    auto recorded =
        where.cache == cache_policy::use_if_current ? cached_case(where.places, file, bindings) : std::nullopt;
    if (!recorded)
      if (auto errors = errors_of_bindings(bindings)) return broken("it does not compile: " + errors->front());
    auto judged = recorded ? std::move(*recorded) : judge_compile_time_case(where.places, file, bindings, where.cache);
    result.milliseconds += judged.elapsed.count();
    if (consider(result, judged.seen, kill.by, file.name, build_kind::compile_time, std::move(judged.details))) break;
  }
  return result.case_name.empty()
             ? broken(fmt::format("{} has no compile-time case in the mutant's language", kill.claim))
             : result;
}

}  // namespace

bool needs_quiet(const mutant_file& mutant, const expected_kill& kill, const suites& programs) {
  return !mutant.replaces_bindings && std::ranges::any_of(judges_of(kill, programs), [](const auto& judge) {
    return judge.first->method == method::cost;
  });
}

trial try_mutant(const mutant_file& mutant, const expected_kill& kill, const run_context& where,
                 const std::vector<case_file>& files) {
  if (kill.by == verdict::not_run) return broken("its first comment is incomplete: run fearless check");
  if (kill.is_by_scenarios()) return try_kill_by_scenarios(mutant, kill, where);
  return mutant.replaces_bindings ? try_bindings(mutant, kill, where, files) : try_library(mutant, kill, where);
}

}  // namespace fearless::certifier
