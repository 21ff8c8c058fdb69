// SPDX-License-Identifier: MIT
#include "evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "error.hpp"
#include "files.hpp"
#include "implementation.hpp"
#include "json_lines.hpp"
#include "parallel.hpp"
#include "strict_json.hpp"
#include "verification.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// The folders of the latest runs, the reference's first.
std::vector<fs::path> run_folders(const fs::path& folder) {
  std::vector<fs::path> runs;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent))
    if (is_implementation_name(entry.path().filename()) && fs::exists(entry.path() / "results.jsonl", absent))
      runs.push_back(entry.path());
  std::ranges::sort(runs, {}, [](const fs::path& run) { return std::pair(run.filename() != "reference", run); });
  return runs;
}

/// A run that is not what it says shows nothing, on any page.
void distrust(results& run) {
  run.summary = {};
  for (row& each : run.rows) {
    each.verdict = verdict::invalid;
    each.is_optional = false;
    each.details.clear();
    each.waived.reset();
    each.explained.reset();
  }
}

/// What of the results can be read although they, or the certificate, are damaged.
results read_damaged(const fs::path& file, const std::string& problem) {
  results read;
  try {
    read = read_results(file);
  } catch (const user_error& error) {
    read.problems.emplace_back(error.what());
  }
  if (std::ranges::find(read.problems, problem) == read.problems.end()) read.problems.push_back(problem);
  return read;
}

recorded_run read_run(const fs::path& folder) {
  recorded_run run{.implementation = folder.filename()};
  try {
    verification found = verify_certificate(folder / "certificate.json", {});
    run.results = std::move(found.run);
    run.results.problems = std::move(found.contradictions);
    if (const std::string& named = run.results.header.implementation.name; named != run.implementation)
      run.results.problems.push_back(fmt::format("certificate.json: expected the implementation {}, found {}",
                                                 shown(run.implementation), shown(named)));
    run.contradicts_itself = !run.results.problems.empty();
    run.signers = std::move(found.unchecked_signers);
    if (!run.contradicts_itself) run.certificate = json::parse(found.certificate);
  } catch (const user_error& error) {
    run.results = read_damaged(folder / "results.jsonl", error.what());
  }
  if (!run.results.problems.empty()) distrust(run.results);
  return run;
}

/// The rows of a file: the lines that have the field `key`, which header and footer lack.
std::vector<json> read_rows(const fs::path& file, const char* key) {
  std::vector<json> rows;
  if (!fs::exists(file)) return rows;
  for (const std::string& line : lines_of(read_text(file))) {
    json row = object_in(line);
    if (row.contains(key)) rows.push_back(std::move(row));
  }
  return rows;
}

/// The figures of the latest benchmark, or null if there is none.
json read_speed(const fs::path& file) {
  if (!fs::exists(file)) return nullptr;
  json speed = object_in(read_text(file));
  if (!speed.is_object() || speed.value("fearless", json()) != "speed/1")
    throw user_error(fmt::format(
        "{} is not a file of this version of `./fearless bench`: run it again, or remove the file", file.string()));
  return speed;
}

/// Whether a row of mutants.jsonl can be shown.
bool is_of_mutant(const json& row) try {
  require_form(row, {{"mutant", "text"}, {"claim", "text"}, {"verdict", "text"}, {"killed", "boolean"}, {"*", "any"}},
               "");
  return true;
} catch (const user_error&) {
  return false;
}

/// Of several cases that must kill a mutant for one claim, the first that did not is the one to show.
void keep_worse(judged_mutant& kept, judged_mutant next) {
  if (kept.verdict.empty() || (kept.is_killed && !next.is_killed)) kept = std::move(next);
}

/// Reads everything at once: extracting the text takes as long as reading all results.
evidence gather(const paths& where, const std::function<catalogue()>& text) {
  const fs::path results = where.output / "results";
  const std::vector<fs::path> folders = run_folders(results);
  evidence gathered;
  gathered.runs.resize(folders.size());
  std::vector<std::function<void()>> tasks{
      [&] {
        gathered.text = text();
        gathered.cases = case_files(where.source, gathered.text);
        gathered.mutants = mutant_files(where.source, gathered.text);
      },
      [&] { gathered.kill_matrix = read_rows(results / "mutants.jsonl", "mutant"); },
      [&] { gathered.strategies = read_rows(results / "strategies.jsonl", "mutant"); },
      [&] { gathered.scenarios = read_rows(results / "scenarios.jsonl", "mutant"); },
      [&] { gathered.correct = read_rows(results / "scenarios.jsonl", "correct"); },
      [&] { gathered.ownership = read_rows(results / "ownership.jsonl", "program"); },
      [&] { gathered.speed = read_speed(results / "speed.json"); }};
  for (std::size_t i = 0; i < folders.size(); ++i)
    tasks.emplace_back([&, i] { gathered.runs[i] = read_run(folders[i]); });
  run_all(tasks.size(), job_count(0), [&](std::size_t i) { tasks[i](); });
  std::erase_if(gathered.kill_matrix, [](const json& row) { return !is_of_mutant(row); });
  for (const json& row : gathered.kill_matrix)
    keep_worse(gathered.judged_mutants[{row["mutant"], row["claim"]}],
               {.verdict = row["verdict"], .is_killed = row["killed"]});
  return gathered;
}

}  // namespace

std::vector<claim_verdict> evidence::verdicts_of(const claim& of) const {
  std::vector<claim_verdict> verdicts;
  for (const recorded_run& run : runs) {
    claim_verdict found{.implementation = run.implementation, .rows = {}};
    for (const row& each : run.results.rows) {
      if (each.claim != of.id) continue;
      found.standing.add(each);
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

evidence gather_evidence(const paths& where) {
  return gather(where, [&] { return current_catalogue(where.source, where.build); });
}

evidence gather_evidence(const paths& where, catalogue text) {
  return gather(where, [&] { return std::move(text); });
}

}  // namespace fearless::certifier
