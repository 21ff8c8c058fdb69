// SPDX-License-Identifier: MIT
#include "claims_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "catalogue.hpp"
#include "evidence.hpp"
#include "printable.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

std::vector<std::string> cases_of(const claim& of, const evidence& known) {
  std::vector<std::string> names;
  for (const case_file& each : known.cases)
    if (each.claim == of.id) names.push_back(each.name);
  return names;
}

/// What became of a mutant, in a word: killed, survived, broken …, or "not run".
std::string outcome_of(const mutant_file& mutant, const claim& by, const evidence& known) {
  const judged_mutant* found = known.result_of(mutant, by.id);
  if (found == nullptr) return "not run";
  return found->is_killed ? "killed" : "not killed";
}

/// A name without the id that it begins with.
std::string_view without_id(std::string_view name, std::string_view id) {
  return name.starts_with(id) && name.size() > id.size() + 1 ? name.substr(id.size() + 1) : name;
}

json to_json(const claim& of, const evidence& known) {
  json mutants = json::array(), verdicts = json::array();
  for (const mutant_file& each : known.mutants)
    if (const auto kill = std::ranges::find(each.kills, of.id, &expected_kill::claim); kill != each.kills.end())
      mutants.push_back({{"name", each.name},
                         {"description", each.description},
                         {"expected", name(kill->by)},
                         {"outcome", outcome_of(each, of, known)}});
  for (const claim_verdict& each : known.verdicts_of(of))
    verdicts.push_back(
        {{"implementation", each.implementation}, {"verdict", name(each.standing.worst())}, {"stale", each.stale}});
  return {{"id", of.id},
          {"demonstration", of.is_demonstration},
          {"profile", of.profile},
          {"file", of.file},
          {"line", of.line},
          {"text", of.text},
          {"text_sha256", of.text_sha256},
          {"mutants", mutants},
          {"verdicts", verdicts},
          {"cases", cases_of(of, known)}};
}

void print(const claim& of, const evidence& known) {
  fmt::print("{}  {}:{}\n", of.id, of.file, of.line);
  std::vector<std::string_view> cases;
  const std::vector<std::string> names = cases_of(of, known);
  for (const std::string& each : names) cases.push_back(without_id(each, of.id));
  fmt::print("  cases    {}\n", cases.empty() ? "none" : fmt::format("{}", fmt::join(cases, ", ")));

  std::vector<std::string> mutants;
  for (const mutant_file& each : known.mutants)
    if (each.breaks(of.id))
      mutants.push_back(fmt::format("{} ({})", without_id(each.name, of.id), outcome_of(each, of, known)));
  fmt::print("  mutants  {}\n", mutants.empty() ? "none" : fmt::format("{}", fmt::join(mutants, ", ")));

  std::vector<std::string> verdicts;
  for (const claim_verdict& each : known.verdicts_of(of))
    verdicts.push_back(fmt::format("{} {}{}", each.implementation, name(each.standing.worst()),
                                   each.stale ? " (outdated: the text has changed)" : ""));
  fmt::print("  verdicts {}\n",
             verdicts.empty() ? "none yet" : printable(fmt::format("{}", fmt::join(verdicts, ", "))));
}

}  // namespace

int claims(const paths& where, const claims_options& options) {
  const evidence known = gather_evidence(where, load_catalogue(where.build));
  if (options.json) {
    json all = json::array();
    for (const claim& each : known.text.claims) all.push_back(to_json(each, known));
    fmt::print("{}\n", json{{"fearless", "claims/1"}, {"claims", all}}.dump(2));
    return 0;
  }
  for (const claim& each : known.text.claims) print(each, known);
  fmt::print("\n{} claims, {} cases, {} mutants.\n", known.text.claims.size(), known.cases.size(),
             known.mutants.size());
  return 0;
}

}  // namespace fearless::certifier
