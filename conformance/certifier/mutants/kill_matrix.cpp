// SPDX-License-Identifier: MIT
#include "kill_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "json_lines.hpp"
#include "run_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

json to_json(const mutant_result& tried) {
  const trial& decisive = tried.decisive();
  return {{"mutant", tried.mutant.name},
          {"claim", tried.kill.claim},
          {"required_case", tried.kill.only_case ? json(*tried.kill.only_case) : json()},
          {"description", tried.mutant.description},
          {"expected", name(tried.kill.by)},
          {"verdict", tried.verdict_name()},
          {"killed", tried.is_killed()},
          {"killed_in", tried.kills()},
          {"runs", tried.trials.size()},
          {"case", decisive.case_name},
          {"build", decisive.build ? json(name(*decisive.build)) : json()},
          {"milliseconds", decisive.milliseconds},
          {"reproduce", tried.reproduce()},
          {"details", decisive.details}};
}

/// One row for each case and build, with its worst verdict of all runs.
void add_rows(const correct_implementation& under_test, std::vector<json>& lines) {
  std::map<std::pair<std::string, build_kind>, std::vector<const row*>> by_case;
  for (const auto& each : under_test.rows) by_case[{each.case_name, each.build}].push_back(&each);
  for (const auto& [key, rows] : by_case) {
    const row& worst = **std::ranges::min_element(rows, {}, [](const row* each) { return each->verdict; });
    lines.push_back(
        {{under_test.is_reference ? "baseline" : "variant", under_test.name},
         {"claim", worst.claim},
         {"case", worst.case_name},
         {"build", name(worst.build)},
         {"verdict", name(worst.verdict)},
         {"passed_in", std::ranges::count(rows, verdict::pass, [](const row* each) { return each->verdict; })},
         {"runs", rows.size()},
         {"milliseconds", worst.milliseconds},
         {"reproduce", worst.reproduce},
         {"details", worst.details}});
  }
}

}  // namespace

std::size_t mutant_result::kills() const {
  return static_cast<std::size_t>(std::ranges::count(trials, trial::ending::killed, &trial::end));
}

bool mutant_result::is_broken() const {
  return std::ranges::count(trials, trial::ending::broken, &trial::end) > 0;
}

const trial& mutant_result::decisive() const {
  const auto wrong = std::ranges::find_if(trials, [](const trial& each) { return each.end != trial::ending::killed; });
  return wrong != trials.end() ? *wrong : trials.front();
}

std::string mutant_result::verdict_name() const {
  return decisive().end == trial::ending::broken ? "BROKEN" : std::string(name(decisive().seen));
}

std::string mutant_result::reproduce() const {
  return fmt::format("./fearless mutants {}", mutant.name);
}

bool correct_implementation::passes() const {
  return std::ranges::all_of(rows, [](const row& each) { return each.verdict == verdict::pass || !counts(each); });
}

bool kill_matrix::holds() const {
  return std::ranges::all_of(mutants, &mutant_result::is_killed) &&
         std::ranges::all_of(correct, &correct_implementation::passes);
}

std::size_t kill_matrix::distinct() const {
  std::set<std::string> names;
  for (const auto& each : mutants) names.insert(each.mutant.name);
  return names.size();
}

std::size_t kill_matrix::distinct_killed() const {
  std::set<std::string> survivors;
  for (const auto& each : mutants)
    if (!each.is_killed()) survivors.insert(each.mutant.name);
  return distinct() - survivors.size();
}

std::string text_of(const kill_matrix& matrix) {
  framed_lines lines{.header = to_json(matrix.origin), .rows = {}, .footer = {}, .problems = {}};
  for (const auto& tried : matrix.mutants) lines.rows.push_back(to_json(tried));
  for (const auto& under_test : matrix.correct) add_rows(under_test, lines.rows);
  lines.header["controls"] = to_json(matrix.controls);
  lines.header["fearless"] = "mutants/1";
  lines.header["runs"] = matrix.runs;
  lines.header["rows"] = lines.rows.size();
  lines.footer = {{"complete", true},
                  {"mutants", matrix.distinct()},
                  {"killed", matrix.distinct_killed()},
                  {"verdict", matrix.holds() ? "every mutant is killed" : "not every mutant is killed"}};
  return text_of(lines);
}

}  // namespace fearless::certifier
