// SPDX-License-Identifier: MIT
#include "evidence.hpp"

#include <algorithm>

#include "files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::vector<recorded_run> read_runs(const fs::path& folder) {
  std::vector<recorded_run> runs;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent)) {
    const fs::path file = entry.path() / "results.jsonl";
    if (!fs::exists(file)) continue;
    const fs::path certificate = entry.path() / "certificate.json";
    runs.push_back(
        {.implementation = entry.path().filename(),
         .results = read_results(file),
         .certificate = fs::exists(certificate) ? json::parse(read_text(certificate), nullptr, false) : json()});
    if (runs.back().certificate.is_discarded()) runs.back().certificate = nullptr;
  }
  std::ranges::sort(runs, {}, [](const recorded_run& run) {
    return std::pair(run.implementation != "reference", run.implementation);
  });
  return runs;
}

/// The rows of a file: the lines that have the field `key`, which header and footer lack.
std::vector<json> read_rows(const fs::path& file, const char* key) {
  std::vector<json> rows;
  if (!fs::exists(file)) return rows;
  for (const std::string& line : lines_of(read_text(file))) {
    json row = json::parse(line, nullptr, false);
    if (row.is_object() && row.contains(key)) rows.push_back(std::move(row));
  }
  return rows;
}

/// Of several cases that must kill a mutant for one claim, the first that did not is the one to show.
void keep_worse(judged_mutant& kept, judged_mutant next) {
  if (kept.verdict.empty() || (kept.is_killed && !next.is_killed)) kept = std::move(next);
}

}  // namespace

std::vector<claim_verdict> evidence::verdicts_of(const claim& of) const {
  std::vector<claim_verdict> verdicts;
  for (const recorded_run& run : runs) {
    claim_verdict found{.implementation = run.implementation, .rows = {}};
    bool any_counts = false;
    for (const row& each : run.results.rows) {
      if (each.claim != of.id) continue;
      if (counts(each)) found.worst = any_counts ? std::min(found.worst, each.verdict) : each.verdict;
      any_counts = any_counts || counts(each);
      found.stale = found.stale || each.text_sha256 != of.text_sha256;
      found.rows.push_back(&each);
    }
    verdicts.push_back(std::move(found));
  }
  return verdicts;
}

const judged_mutant* evidence::result_of(const mutant_file& mutant, const std::string& claim) const {
  const auto found = judged_mutants.find({mutant.name, claim});
  return found == judged_mutants.end() ? nullptr : &found->second;
}

evidence gather_evidence(const paths& where, catalogue text) {
  evidence gathered{.text = std::move(text),
                    .cases = {},
                    .mutants = {},
                    .runs = {},
                    .kill_matrix = {},
                    .strategies = {},
                    .ownership = {}};
  gathered.cases = case_files(where.source, gathered.text);
  gathered.mutants = mutant_files(where.source, gathered.text);
  gathered.runs = read_runs(where.output / "results");
  gathered.kill_matrix = read_rows(where.output / "results" / "mutants.jsonl", "mutant");
  for (const json& row : gathered.kill_matrix)
    keep_worse(gathered.judged_mutants[{row.value("mutant", ""), row.value("claim", "")}],
               {.verdict = row.value("verdict", ""), .is_killed = row.value("killed", false)});
  gathered.strategies = read_rows(where.output / "results" / "strategies.jsonl", "mutant");
  gathered.ownership = read_rows(where.output / "results" / "ownership.jsonl", "program");
  return gathered;
}

}  // namespace fearless::certifier
