// SPDX-License-Identifier: MIT
#include "judged_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "badge.hpp"
#include "certificate.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "run_header.hpp"
#include "interruption.hpp"
#include "junit.hpp"
#include "library_file.hpp"
#include "nearest.hpp"
#include "rustc.hpp"
#include "staged_files.hpp"
#include "compile_time_case.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

void require_claims(const implementation& subject, const catalogue& claims) {
  std::vector<std::string> ids;
  for (const auto& each : claims.claims) ids.push_back(each.id);
  for (const auto& [id, explanation] : subject.explanations)
    if (claims.find(id) == nullptr)
      throw user_error(fmt::format("{}: explains {}, which is no claim: {}", subject.explanations_file.string(), id,
                                   suggest(id, ids)));
}

json described(const implementation& subject, const std::string& release) {
  json libraries = json::object();
  for (const auto build : {build_kind::plain, build_kind::instrumented})
    if (const auto& library = subject.library(build))
      libraries[std::string(name(build))] = {{"sha256", sha256_of_file(*library)}};
  json about{{"name", subject.name}, {"release", release}, {"language", subject.language}, {"libraries", libraries}};
  if (subject.vocabulary) about["vocabulary"] = {{"sha256", sha256_of_file(subject.vocabulary->root())}};
  if (!subject.description.empty()) about["description"] = subject.description;
  if (!subject.homepage.empty()) about["homepage"] = subject.homepage;
  return about;
}

bool asks_rustc(const implementation& subject, const std::vector<planned_row>& plan) {
  return subject.is_in_rust() && subject.vocabulary &&
         std::ranges::any_of(plan, [](const planned_row& each) { return each.typed.has_value(); });
}

/// After a missed control nothing is run: whatever it said could not be believed.
std::vector<row> all_invalid(const std::vector<planned_row>& plan) {
  std::vector<row> rows;
  for (const auto& planned : plan) {
    rows.push_back(planned.blank);
    rows.back().verdict = verdict::invalid;
    rows.back().details = {"not run: a control was missed, so nothing that this machine says may be believed"};
  }
  return rows;
}

/// Of what the implementation explains, that which was seen.
json explanations_of(const implementation& subject, const std::vector<row>& rows) {
  json seen = json::object();
  for (const auto& each : rows)
    if (each.verdict != verdict::pass && counts(each))
      if (const auto found = subject.explanations.find(each.claim); found != subject.explanations.end())
        seen[each.claim] = found->second;
  return seen;
}

json described(const std::map<std::string, shortfall>& by_profile) {
  json all = json::object();
  for (const auto& [profile, of] : by_profile) all[profile] = {{"failing", of.failing}, {"lacking", of.lacking}};
  return all;
}

}  // namespace

std::string inspected(const implementation& subject, const catalogue& claims, const suites& programs) {
  require_claims(subject, claims);
  std::string release;
  for (const auto build : {build_kind::plain, build_kind::instrumented}) {
    if (!subject.library(build)) continue;
    inspect_library(*subject.library(build), build);
    release = programs.of(build).probe(*subject.library(build)).release;
    programs.of(build).require_whole_port(*subject.library(build));
  }
  return release;
}

void require_writable(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    throw user_error(
        fmt::format("can't make the folder {}: {}; give another with --out", folder.string(), failed.message()));
  if (!fs::is_directory(folder) || ::access(folder.c_str(), W_OK | X_OK) != 0)
    throw user_error(fmt::format("can't write into {}: give another folder with --out", folder.string()));
}

judged_run judge_run(const execution& where, const catalogue& claims, const std::vector<planned_row>& plan,
                     const controls_report& controls, const std::string& release,
                     const std::vector<std::string>& profiles, const row_listener& listener) {
  const auto judged = profiles.empty() ? profiles_of(claims) : profiles;
  results run{.header = run_header(where.places, controls), .rows = {}, .footer = {}};
  run.header["implementation"] = described(where.subject, release);
  if (asks_rustc(where.subject, plan))
    run.header["implementation"]["vocabulary"]["compiler"] = release_of_rustc(vocabulary_subject(where.subject).rustc);
  run.header["profiles"] = judged;
  run.rows = controls.believable() ? run_rows(where, plan, listener) : all_invalid(plan);
  const auto levels = levels_of(run.rows, claims, judged);
  const conclusion verdict = conclude(run.rows, levels, profiles);
  run.footer = {{"verdict", name(verdict)},
                {"levels", levels},
                {"not_certifiable", not_certifiable(run.rows, claims, judged)},
                {"not_judged", not_judged(run.rows)},
                {"shortfalls", described(shortfalls(run.rows, claims, judged))},
                {"explanations", explanations_of(where.subject, run.rows)}};
  return {std::move(run), verdict};
}

void write_results(const fs::path& folder, const results& run) {
  stop_if_interrupted();
  staged_files files;
  files.add(folder / "results.jsonl", text_of(run));
  files.add(folder / "certificate.json", certificate(run).dump(2) + "\n");
  files.add(folder / "junit.xml", junit(run));
  files.add(folder / "badge.json", badge(run).dump(2) + "\n");
  files.commit();
}

}  // namespace fearless::certifier
