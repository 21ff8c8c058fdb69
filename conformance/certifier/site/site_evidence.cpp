// SPDX-License-Identifier: MIT
#include "site_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "files.hpp"
#include "listings.hpp"
#include "parallel.hpp"
#include "revision.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string from_root(const fs::path& file, const paths& where) {
  return file.lexically_relative(where.source).string();
}

/// A field of an object that may lack it.
json field(const json& object, const char* key) {
  return object.is_object() ? object.value(key, json()) : json();
}

json to_json(const claim_verdict& verdict) {
  json rows = json::array();
  for (const row* each : verdict.rows)
    rows.push_back({{"case", each->case_name},
                    {"build", name(each->build)},
                    {"verdict", name(each->verdict)},
                    {"milliseconds", each->milliseconds},
                    {"details", each->details},
                    {"measured", each->measured},
                    {"explored", each->explored},
                    {"intercepted", each->intercepted},
                    {"judged", each->judged.empty() ? json() : json(each->judged)},
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
                       {"method", each.method},
                       {"source", read_text(each.file)}});
  return cases;
}

json mutants_of(const claim& of, const evidence& known, const paths& where) {
  json mutants = json::array();
  for (const mutant_file& each : known.mutants) {
    const auto kill = std::ranges::find(each.kills, of.id, &expected_kill::claim);
    if (kill == each.kills.end()) continue;
    const json* result = known.result_of(each, of.id);
    mutants.push_back({{"name", each.name},
                       {"file", from_root(each.file, where)},
                       {"description", each.description},
                       {"breaks", each.claims()},
                       {"expected", name(kill->by)},
                       {"verdict", result != nullptr ? field(*result, "verdict") : json()},
                       {"killed", result != nullptr && field(*result, "killed") == true},
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
          {"file", of.file},
          {"line", of.line},
          {"verdicts", verdicts},
          {"cases", cases_of(of, known, where)},
          {"mutants", mutants_of(of, known, where)},
          {"stale", stale}};
}

/// What was judged: the libraries and the native bindings by their digests.
json subjects_of(const json& about) {
  json subjects = json::array();
  for (const char* build : {"plain", "instrumented"})
    if (const json library = field(field(about, "libraries"), build); !library.is_null())
      subjects.push_back({{"name", fmt::format("library ({})", build)}, {"sha256", library.value("sha256", "")}});
  if (const json bindings = field(about, "native_bindings"); !bindings.is_null())
    subjects.push_back({{"name", "native_bindings"}, {"sha256", bindings.value("sha256", "")}});
  return subjects;
}

json to_json(const recorded_run& run) {
  const json& header = run.results.header;
  const json& footer = run.results.footer;
  const json about = field(header, "implementation");
  return {{"name", run.implementation},
          {"description", field(about, "description")},
          {"homepage", field(about, "homepage")},
          {"subjects", subjects_of(about)},
          {"release", field(about, "release")},
          {"language", field(about, "language")},
          {"started", field(header, "started")},
          {"commit", field(header, "commit")},
          {"compiler", field(field(header, "toolchain"), "compiler")},
          {"controls", field(header, "controls")},
          {"counts", field(footer, "counts")},
          {"verdict", run.results.problems.empty() ? field(footer, "verdict") : json("could not tell")},
          {"levels", field(footer, "levels")},
          {"not_certifiable", field(footer, "not_certifiable")},
          {"not_judged", field(footer, "not_judged")},
          {"shortfalls", field(footer, "shortfalls")},
          {"explanations", field(footer, "explanations")},
          {"problems", run.results.problems},
          {"statement", run.certificate.is_null() ? json() : json(statement_file(run))}};
}

json listings_of(const paths& where, const catalogue& text) {
  std::vector<const listing*> all;
  for (const chapter& each : text.chapters)
    for (const listing& shown : each.listings) all.push_back(&shown);
  std::vector<listing_result> results(all.size());
  run_all(all.size(), job_count(0),
          [&](std::size_t i) { results[i] = judge_listing(where, *all[i], cache_policy::use_if_current); });

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
