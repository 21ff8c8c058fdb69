// SPDX-License-Identifier: MIT
#include "strategy_matrix.hpp"

#include <algorithm>
#include <set>

#include "json_lines.hpp"
#include "run_json.hpp"
#include "runs.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

json to_json(const strategy_sample& sample, std::uint64_t executions) {
  json found_at = json::array();
  for (const auto& each : sample.found_at) found_at.push_back(number_or_null(each));
  return {{"mutant", sample.mutant.name},
          {"claim", sample.kill.claim},
          {"description", sample.mutant.description},
          {"build", name(sample.build)},
          {"strategy", sample.strategy},
          {"runs", sample.found_at.size()},
          {"executions", executions},
          {"killed_in", sample.kills()},
          {"median", number_or_null(sample.median())},
          {"worst", number_or_null(sample.worst())},
          {"found_at", found_at}};
}

}  // namespace

std::size_t strategy_sample::kills() const {
  return static_cast<std::size_t>(std::ranges::count_if(found_at, [](const auto& run) { return run.has_value(); }));
}

std::optional<std::uint64_t> strategy_sample::median() const {
  return ordered(found_at).at(found_at.size() / 2);
}

std::optional<std::uint64_t> strategy_sample::worst() const {
  return ordered(found_at).back();
}

bool strategy_matrix::holds() const {
  std::set<std::pair<std::string, std::string>> tried, found;
  for (const auto& sample : samples) {
    const std::pair kill(sample.mutant.name, sample.kill.only_case.value_or(sample.kill.claim));
    tried.insert(kill);
    if (sample.kills() == runs) found.insert(kill);
  }
  return tried == found;
}

std::string text_of(const strategy_matrix& matrix) {
  framed_lines lines{.header = to_json(matrix.origin), .rows = {}, .footer = {}, .problems = {}};
  for (const auto& sample : matrix.samples) lines.rows.push_back(to_json(sample, matrix.executions));
  lines.header["controls"] = to_json(matrix.controls);
  lines.header["fearless"] = "strategies/1";
  lines.header["runs"] = matrix.runs;
  lines.header["executions"] = matrix.executions;
  lines.header["rows"] = lines.rows.size();
  lines.footer = {{"complete", true},
                  {"verdict", matrix.holds() ? "every mutant is killed" : "not every mutant is killed"}};
  return text_of(lines);
}

}  // namespace fearless::certifier
