// SPDX-License-Identifier: MIT
#include "certificate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "digest.hpp"
#include "exploration.hpp"
#include "run_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

json subjects_of(const judged_implementation& implementation) {
  json subjects = json::array();
  const auto add = [&](std::string_view part, const std::string& sha256) {
    subjects.push_back({{"name", fmt::format("{} ({})", implementation.name, part)}, {"digest", {{"sha256", sha256}}}});
  };
  const auto add_parts = [&](std::string_view whole, const std::vector<judged_part>& parts) {
    for (const judged_part& each : parts) add(fmt::format("{}: {}", whole, each.name), each.sha256);
  };
  for (const auto& [build, library] : implementation.libraries) {
    add(name(build), library);
    if (const auto loads = implementation.loads.find(build); loads != implementation.loads.end())
      add_parts(name(build), loads->second);
  }
  if (const auto& bindings = implementation.native_bindings) {
    add("native bindings", bindings->sha256);
    add_parts("native bindings", bindings->reads);
  }
  return subjects;
}

/// What the verdict depends on besides the implementation.
json configuration_of(const results& run) {
  const run_origin& origin = run.header.origin;
  const json about = to_json(origin);
  json configuration = json::array();
  configuration.push_back({{"name", "fearless-suite-" + origin.suite}, {"digest", {{"gitCommit", origin.commit}}}});
  configuration.push_back({{"name", "manifest"}, {"digest", {{"sha256", manifest_sha256(run.rows)}}}});
  configuration.push_back({{"name", "claims"}, {"digest", {{"sha256", claims_sha256(run)}}}});
  configuration.push_back({{"name", "toolchain"}, {"annotations", about["toolchain"]}});
  configuration.push_back({{"name", "controls"}, {"annotations", to_json(run.header.controls)}});
  configuration.push_back({{"name", "containment"}, {"annotations", to_json(run.header.containment)}});
  return configuration;
}

/// PASSED only if every row passed; a conforming run with rows that did not is WARNED.
std::string result_of(const results& run) {
  if (run.summary.verdict != conclusion::conforming) return "FAILED";
  const bool all =
      std::ranges::all_of(run.rows, [](const row& each) { return each.verdict == verdict::pass || !is_tallied(each); });
  return all ? "PASSED" : "WARNED";
}

/// How many schedules were explored, and the bound on the failure rate of a stress case that passed.
json searched(const search_total& total) {
  if (total.rows == 0) return nullptr;
  return {{"rows", total.rows},         {"strategies", total.strategies}, {"executions", total.executions},
          {"detached", total.detached}, {"fewest", total.fewest},         {"bound", bound_after(total.fewest)}};
}

}  // namespace

json certificate(const results& run) {
  json passed = json::array(), warned = json::array(), failed = json::array();
  for (const auto& each : run.rows) {
    if (!is_tallied(each)) continue;
    const bool is_bad = is_failure(each.verdict) || each.verdict == verdict::invalid;
    json& tests = each.verdict == verdict::pass ? passed : is_bad ? failed : warned;
    tests.push_back(title_of(each));
  }
  const json summary = to_json(run.summary);
  const demonstration_count demonstrations = count_demonstrations(run.rows);
  return {{"_type", "https://in-toto.io/Statement/v1"},
          {"subject", subjects_of(run.header.implementation)},
          {"predicateType", "https://in-toto.io/attestation/test-result/v0.1"},
          {"predicate",
           {{"result", result_of(run)},
            {"results", {{"name", "results.jsonl"}, {"digest", {{"sha256", sha256(text_of(run))}}}}},
            {"configuration", configuration_of(run)},
            {"passedTests", passed},
            {"warnedTests", warned},
            {"failedTests", failed},
            {"verdict", summary["verdict"]},
            {"levels", summary["levels"]},
            {"notCertifiable", summary["not_certifiable"]},
            {"notJudged", summary["not_judged"]},
            {"demonstrations", {{"passed", demonstrations.passed}, {"of", demonstrations.of}}},
            {"searched", searched(search_of(run.rows))},
            {"implementation", to_json(run.header.implementation)},
            {"started", run.header.origin.started}}}};
}

}  // namespace fearless::certifier
