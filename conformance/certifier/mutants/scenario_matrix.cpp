// SPDX-License-Identifier: MIT
#include "scenario_matrix.hpp"

#include <algorithm>
#include <utility>

#include "json_lines.hpp"
#include "run_json.hpp"
#include "runs.hpp"
#include "scenarios/scenario.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

/// Executions until the kill in each run, in order.
kills_in_runs found_at(const scenario_sample& sample) {
  kills_in_runs runs;
  for (const scenario_trial& each : sample.trials)
    runs.push_back(each.is_killed() ? std::optional(each.executions) : std::nullopt);
  return ordered(std::move(runs));
}

json to_json(const reduced_kill& reduced) {
  const auto size = extent_of(reduced.left.found.entry.what);
  return {{"threads", size.threads},
          {"objects", size.objects},
          {"steps", size.steps},
          {"replayed_in", reduced.replays},
          {"replays", reduced.tries},
          {"duration_ms", reduced.milliseconds},
          {"strategy", reduced.left.found.entry.strategy},
          {"before", reduced.left.before.size()},
          {"scenario", text_of(reduced.left.found.entry.what)}};
}

json to_json(const scenario_sample& sample) {
  json executions = json::array();
  for (const auto& each : found_at(sample)) executions.push_back(number_or_null(each));
  json claims = json::array();
  for (const expected_kill& each : sample.mutant().kills) claims.push_back(each.claim);
  const scenario_trial& shown = sample.trials.front();
  const auto& found = shown.is_killed() ? shown.killed_by : shown.first;
  json row = {{"mutant", sample.mutant().name},
              {"claims", claims},
              {"description", sample.mutant().description},
              {"runs", sample.trials.size()},
              {"killed_in", sample.kills()},
              {"found_at", executions},
              {"median", number_or_null(sample.median())},
              {"worst", number_or_null(sample.worst())},
              {"duration_ms", shown.milliseconds},
              {"missed", sample.mutant().missed_by_scenarios},
              {"what", found ? json(found->what) : json()},
              {"reduced", json()}};
  if (shown.reduced) row["reduced"] = to_json(*shown.reduced);
  return row;
}

json to_json(const scenario_baseline& correct) {
  json violations = json::array();
  for (const scenario_finding& each : correct.report.findings) violations.push_back(each.what);
  return {{"correct", correct.name},
          {"build", name(correct.build)},
          {"scenarios", correct.report.scenarios},
          {"executions", correct.report.executions},
          {"unjudged", correct.report.unjudged},
          {"duration_ms", correct.report.elapsed.count()},
          {"violations", violations}};
}

}  // namespace

std::size_t scenario_sample::kills() const {
  return static_cast<std::size_t>(std::ranges::count_if(trials, &scenario_trial::is_killed));
}

std::optional<std::uint64_t> scenario_sample::median() const {
  return found_at(*this).at(trials.size() / 2);
}

std::optional<std::uint64_t> scenario_sample::worst() const {
  return found_at(*this).back();
}

std::size_t scenario_matrix::killed() const {
  return static_cast<std::size_t>(std::ranges::count(samples, runs, &scenario_sample::kills));
}

std::size_t scenario_matrix::explained() const {
  return static_cast<std::size_t>(std::ranges::count_if(samples, [&](const scenario_sample& each) {
    return each.kills() < runs && !each.mutant().missed_by_scenarios.empty();
  }));
}

bool scenario_matrix::holds() const {
  return killed() + explained() == samples.size() &&
         std::ranges::all_of(correct, [](const auto& each) { return each.report.findings.empty(); });
}

std::string text_of(const scenario_matrix& matrix) {
  framed_lines lines{.header = to_json(matrix.origin), .rows = {}, .footer = {}, .problems = {}};
  for (const auto& sample : matrix.samples) lines.rows.push_back(to_json(sample));
  for (const auto& each : matrix.correct) lines.rows.push_back(to_json(each));
  lines.header["controls"] = to_json(matrix.controls);
  lines.header["fearless"] = "scenarios/1";
  lines.header["runs"] = matrix.runs;
  lines.header["first_seed"] = matrix.first_seed;
  lines.header["rows"] = lines.rows.size();
  lines.footer = {
      {"complete", true},
      {"verdict", matrix.holds() ? "every mutant is killed or explained, and no correct implementation fails"
                                 : "a mutant survives, or a correct implementation fails"}};
  return text_of(lines);
}

}  // namespace fearless::certifier
