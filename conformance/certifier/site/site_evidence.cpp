// SPDX-License-Identifier: MIT
#include "site_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "files.hpp"
#include "listings.hpp"
#include "parallel.hpp"
#include "revision.hpp"
#include "run_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string from_root(const fs::path& file, const paths& where) {
  return file.lexically_relative(where.source).string();
}

json or_null(const std::string& text) {
  return text.empty() ? json() : json(text);
}

json to_json(const claim_verdict& verdict) {
  json rows = json::array();
  for (const row* each : verdict.rows)
    rows.push_back({{"case", each->case_name},
                    {"build", name(each->build)},
                    {"verdict", name(each->verdict)},
                    {"milliseconds", each->milliseconds},
                    {"details", each->details},
                    {"measured", each->measured.empty() ? json() : to_json(each->measured)},
                    {"explored", each->explored ? to_json(*each->explored) : json()},
                    {"intercepted", each->intercepted ? to_json(*each->intercepted) : json()},
                    {"judged", or_null(each->judged)},
                    {"optional", each->is_optional},
                    {"reproduce", each->reproduce}});
  return {{"implementation", verdict.implementation},
          {"verdict", name(verdict.worst)},
          {"stale", verdict.stale},
          {"rows", rows}};
}

json cases_of(const claim& of, const evidence& known, const paths& where) {
  json cases = json::array();
  for (const case_file& each : known.cases)
    if (each.claim == of.id)
      cases.push_back({{"name", each.name},
                       {"file", from_root(each.file, where)},
                       {"method", each.method ? name(*each.method) : ""},
                       {"source", read_text(each.file)}});
  return cases;
}

json mutants_of(const claim& of, const evidence& known, const paths& where) {
  json mutants = json::array();
  for (const mutant_file& each : known.mutants) {
    const auto kill = std::ranges::find(each.kills, of.id, &expected_kill::claim);
    if (kill == each.kills.end()) continue;
    const judged_mutant* result = known.result_of(each, of.id);
    mutants.push_back({{"name", each.name},
                       {"file", from_root(each.file, where)},
                       {"description", each.description},
                       {"breaks", each.claims()},
                       {"expected", name(kill->by)},
                       {"verdict", result != nullptr ? or_null(result->verdict) : json()},
                       {"killed", result != nullptr && result->is_killed},
                       {"source", read_text(each.file)}});
  }
  return mutants;
}

json to_json(const claim& of, const evidence& known, const paths& where) {
  json verdicts = json::array();
  bool stale = false;
  for (const claim_verdict& each : known.verdicts_of(of)) {
    verdicts.push_back(to_json(each));
    stale = stale || each.stale;
  }
  return {{"text", of.text},
          {"why", of.why},
          {"profile", of.profile},
          {"demonstration", of.is_demonstration},
          {"file", of.file},
          {"line", of.line},
          {"verdicts", verdicts},
          {"cases", cases_of(of, known, where)},
          {"mutants", mutants_of(of, known, where)},
          {"stale", stale}};
}

/// The judged files, by their digests.
json files_of(const judged_implementation& about) {
  json files = json::array();
  for (const auto& [build, sha256] : about.libraries)
    files.push_back({{"name", fmt::format("library ({})", name(build))}, {"sha256", sha256}});
  if (about.native_bindings) files.push_back({{"name", "native bindings"}, {"sha256", about.native_bindings->sha256}});
  return files;
}

json to_json(const recorded_run& run) {
  const run_origin& origin = run.results.header.origin;
  const judged_implementation& about = run.results.header.implementation;
  const json summary = to_json(run.results.summary);
  const demonstration_count demonstrations = count_demonstrations(run.results.rows);
  json counts = json::object();
  for (const auto& [seen, count] : count_verdicts(run.results.rows)) counts[std::string(name(seen))] = count;
  return {{"name", run.implementation},
          {"description", or_null(about.description)},
          {"homepage", or_null(about.homepage)},
          {"files", files_of(about)},
          {"release", about.release},
          {"language", about.language},
          {"started", or_null(origin.started)},
          {"commit", or_null(origin.commit)},
          {"compiler", or_null(origin.toolchain.compiler)},
          {"controls", to_json(run.results.header.controls)},
          {"counts", counts},
          {"demonstrations", {{"passed", demonstrations.passed}, {"of", demonstrations.of}}},
          {"verdict", run.results.problems.empty() ? summary["verdict"] : json(name(conclusion::could_not_tell))},
          {"levels", summary["levels"]},
          {"not_certifiable", summary["not_certifiable"]},
          {"not_judged", summary["not_judged"]},
          {"shortfalls", summary["shortfalls"]},
          {"explanations", summary["explanations"]},
          {"problems", run.results.problems},
          {"statement", run.certificate.is_null() ? json() : json(statement_file(run))}};
}

json listings_of(const paths& where, const catalogue& text) {
  std::vector<const listing*> all;
  for (const chapter& each : text.chapters)
    for (const listing& shown : each.listings) all.push_back(&shown);
  std::vector<listing_result> results(all.size());
  run_all(all.size(), job_count(0), [&](std::size_t i) { results[i] = judge_listing(where, *all[i]); });

  json listings = json::object();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const listing_result& result = results[i];
    const bool ran = result.seen != verdict::not_run;
    listings[all[i]->id] = {{"output", ran ? json(result.output) : json()},
                            {"verdict", name(result.seen)},
                            {"problem", result.problem},
                            {"command", result.command}};
  }
  return listings;
}

}  // namespace

std::string statement_file(const recorded_run& run) {
  return fmt::format("certificate-{}.json", run.implementation);
}

json to_site_json(const paths& where, const evidence& known) {
  json document{{"commit", revision(where.source)},
                {"date", nullptr},
                {"compiler", nullptr},
                {"listings", listings_of(where, known.text)},
                {"claims", json::object()},
                {"order", json::array()},
                {"anchors", json::object()},
                {"chapters", json::array()},
                {"implementations", json::array()},
                {"mutants", known.kill_matrix},
                {"strategies", known.strategies},
                {"ownership", known.ownership},
                {"retired", json::array()}};
  for (const chapter& each : known.text.chapters) {
    document["chapters"].push_back({{"slug", each.slug}, {"title", each.title}, {"chapter", each.number}});
    for (const std::string& anchor : each.anchors) document["anchors"][anchor] = each.slug + ".html#" + anchor;
    for (const retired_id& retired : each.retired)
      document["retired"].push_back({{"id", retired.id}, {"file", each.file}, {"line", retired.line}});
  }
  for (const claim& each : known.text.claims) {
    document["order"].push_back(each.id);
    document["claims"][each.id] = to_json(each, known, where);
  }
  for (const recorded_run& run : known.runs) {
    json summary = to_json(run);
    if (document["date"].is_null()) document["date"] = summary["started"];
    if (document["compiler"].is_null()) document["compiler"] = summary["compiler"];
    document["implementations"].push_back(std::move(summary));
  }
  return document;
}

std::string search_index(const catalogue& text) {
  json claims = json::array();
  for (const chapter& each : text.chapters)
    for (const claim& of : each.claims)
      claims.push_back({{"id", of.id}, {"text", of.text}, {"page", each.slug + ".html"}});
  return "window.fearless_claims = " + claims.dump() + ";\n";
}

}  // namespace fearless::certifier
