// SPDX-License-Identifier: MIT
#include "site_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <vector>

#include "files.hpp"
#include "listings.hpp"
#include "lua_text.hpp"
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

/// For a claim of which some rows could not be judged: the levels of the builds in which every row passed.
std::string shown_by(const claim_standing& standing) {
  std::string levels;
  for (const auto& [build, shown] :
       {std::pair(build_kind::plain, level::behaves), std::pair(build_kind::instrumented, level::race_checked),
        std::pair(build_kind::compile_time, level::typed)})
    if (standing.holds_in(build)) levels += (levels.empty() ? "" : ", ") + std::string(name(shown));
  return levels;
}

/// A row as the certificate shows it.
json result_of(const row& of) {
  json explored;
  if (of.explored)
    for (const json& strategy : to_json(*of.explored)) explored.push_back({{"executions", strategy.at("executions")}});
  json scenarios;
  if (of.searched) scenarios = {{"executions", of.searched->executions}, {"unjudged", of.searched->unjudged}};
  return {{"case", of.case_name},
          {"build", name(of.build)},
          {"verdict", name(of.verdict)},
          {"milliseconds", of.milliseconds},
          {"details", of.details},
          {"measured", of.measured.empty() ? json() : to_json(of.measured)},
          {"explored", explored},
          {"scenarios", scenarios},
          {"judged", or_null(of.judged)},
          {"optional", of.is_optional},
          {"reproduce", of.reproduce},
          {"waived", of.waived ? to_json(*of.waived) : json()},
          {"explanation", of.explained ? to_json(*of.explained) : json()}};
}

/// The search of a row as the chapter shows it.
json search_of(const row& of, const std::string& implementation) {
  return {{"implementation", implementation},
          {"case", of.case_name},
          {"build", name(of.build)},
          {"explored", to_json(*of.explored)},
          {"intercepted", of.intercepted ? to_json(*of.intercepted) : json()}};
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

/// Adds the parts of a claim.
void add(evidence_parts& parts, const claim& of, const evidence& known, const paths& where) {
  json verdicts = json::object();
  json searches = json::array();
  for (const claim_verdict& each : known.verdicts_of(of)) {
    verdicts[each.implementation] = {
        {"verdict", name(each.standing.worst())}, {"stale", each.stale}, {"shown", or_null(shown_by(each.standing))}};
    json rows = json::array();
    for (const row* seen : each.rows) {
      rows.push_back(result_of(*seen));
      if (seen->explored) searches.push_back(search_of(*seen, each.implementation));
    }
    parts[fmt::format("rows {} {}", each.implementation, of.id)] = lua_text(rows);
  }
  parts["claim " + of.id] = lua_text({{"profile", of.profile}, {"demonstration", of.is_demonstration}});
  parts["text " + of.id] = lua_text(of.text);
  parts["verdicts " + of.id] = lua_text(verdicts);
  parts["searches " + of.id] = lua_text(searches);
  parts["cases of " + of.id] = lua_text(cases_of(of, known, where));
  parts["mutants of " + of.id] = lua_text(mutants_of(of, known, where));
}

/// The judged files, by their digests.
json files_of(const judged_implementation& about) {
  json files = json::array();
  const auto add = [&](const std::string& whole, const std::string& sha256, const std::vector<judged_part>& parts) {
    files.push_back({{"name", whole}, {"sha256", sha256}});
    for (const judged_part& each : parts)
      files.push_back({{"name", fmt::format("{}: {}", whole, each.name)}, {"sha256", each.sha256}, {"is_part", true}});
  };
  for (const auto& [build, sha256] : about.libraries) {
    const auto loads = about.loads.find(build);
    add(fmt::format("library ({})", name(build)), sha256,
        loads == about.loads.end() ? std::vector<judged_part>() : loads->second);
  }
  if (about.native_bindings) add("native bindings", about.native_bindings->sha256, about.native_bindings->reads);
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
          {"contained", words_for(run.results.header.containment)},
          {"counts", counts},
          {"demonstrations", {{"passed", demonstrations.passed}, {"of", demonstrations.of}}},
          {"verdict", run.results.problems.empty() ? summary["verdict"] : json(name(conclusion::could_not_tell))},
          {"levels", summary["levels"]},
          {"not_certifiable", summary["not_certifiable"]},
          {"not_judged", summary["not_judged"]},
          {"shortfalls", summary["shortfalls"]},
          {"explanations", summary["explanations"]},
          {"problems", run.results.problems},
          {"contradicts_itself", run.contradicts_itself},
          {"signers", run.signers},
          {"statement", run.certificate.is_null() ? json() : json(statement_file(run))}};
}

/// Runs the listings and adds their outputs.
void add_listings(evidence_parts& parts, const paths& where, const catalogue& text) {
  std::vector<const listing*> all;
  for (const chapter& each : text.chapters)
    for (const listing& shown : each.listings) all.push_back(&shown);
  std::vector<listing_result> results(all.size());
  run_all(all.size(), job_count(0), [&](std::size_t i) { results[i] = judge_listing(where, *all[i]); });
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool ran = results[i].seen != verdict::not_run;
    parts["listing " + all[i]->id] =
        lua_text({{"output", ran ? json(results[i].output) : json()}, {"verdict", name(results[i].seen)}});
  }
}

/// The rows with these fields alone: a page does not show how long each took.
json only(const std::vector<json>& rows, const std::vector<const char*>& fields) {
  json chosen = json::array();
  for (const json& row : rows) {
    json fewer = json::object();
    for (const char* field : fields)
      if (row.contains(field)) fewer[field] = row.at(field);
    chosen.push_back(std::move(fewer));
  }
  return chosen;
}

/// A time as the pages show it: `2026-11-23T09:55:18Z` is `2026-11-23 09:55 UTC`.
std::string moment(const std::string& time) {
  static const std::regex form(R"((\d+-\d+-\d+)T(\d+:\d+)[\d:.]*Z)");
  constexpr std::size_t longest = 40;
  std::smatch parts;
  return time.size() <= longest && std::regex_match(time, parts, form) ? parts.str(1) + " " + parts.str(2) + " UTC"
                                                                       : time;
}

std::string escaped(const std::string& text) {
  std::string html;
  for (const char each : text) {
    switch (each) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += each;
    }
  }
  return html;
}

}  // namespace

std::string statement_file(const recorded_run& run) {
  return fmt::format("certificate-{}.json", run.implementation);
}

evidence_parts parts_of(const paths& where, const evidence& known) {
  evidence_parts parts;
  json chapters = json::array(), retired = json::array(), order = json::array(), implementations = json::array();
  for (const chapter& each : known.text.chapters) {
    chapters.push_back({{"slug", each.slug}, {"title", each.title}});
    for (const std::string& anchor : each.anchors)
      parts["anchor " + anchor] = lua_text(fmt::format("{}.html#{}", each.slug, anchor));
    for (const retired_id& id : each.retired)
      retired.push_back({{"id", id.id}, {"file", each.file}, {"line", id.line}});
  }
  for (const claim& each : known.text.claims) {
    order.push_back(each.id);
    add(parts, each, known, where);
  }
  for (const recorded_run& run : known.runs) {
    implementations.push_back(run.implementation);
    parts["implementation " + run.implementation] = lua_text(to_json(run));
  }
  parts["chapters"] = lua_text(chapters);
  parts["order"] = lua_text(order);
  parts["retired"] = lua_text(retired);
  parts["implementations"] = lua_text(implementations);
  parts["mutants"] = lua_text(only(known.kill_matrix, {"mutant", "claim", "case", "build"}));
  parts["strategies"] = lua_text(known.strategies);
  parts["scenarios"] = lua_text(known.scenarios);
  parts["correct"] = lua_text(known.correct);
  parts["ownership"] = lua_text(known.ownership);
  if (!known.speed.is_null()) parts["speed"] = lua_text(known.speed);
  add_listings(parts, where, known.text);
  return parts;
}

std::string origin_of(const paths& where, const evidence& known) {
  constexpr std::size_t most_shown = 12;
  const std::string whole = revision(where.source);
  const std::string commit = whole.substr(0, most_shown) + (whole.ends_with("-dirty") ? "-dirty" : "");
  std::string date, compiler;
  for (const recorded_run& run : known.runs) {
    const run_origin& origin = run.results.header.origin;
    if (date.empty()) date = origin.started;
    if (compiler.empty()) compiler = origin.toolchain.compiler;
  }
  return fmt::format(
      "<p>{}{}{}.</p>",
      commit.empty() ? "Made from no commit" : fmt::format("Made from commit <code>{}</code>", escaped(commit)),
      date.empty()
          ? " and no run"
          : fmt::format(" and the run of <time datetime=\"{}\">{}</time>", escaped(date), escaped(moment(date))),
      compiler.empty() ? "" : ", with " + escaped(compiler));
}

std::string search_index(const catalogue& text) {
  json claims = json::array();
  for (const chapter& each : text.chapters)
    for (const claim& of : each.claims)
      claims.push_back({{"id", of.id}, {"text", of.text}, {"page", each.slug + ".html"}});
  return "window.fearless_claims = " + claims.dump() + ";\n";
}

}  // namespace fearless::certifier
