// SPDX-License-Identifier: MIT
#include "row_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "exploration.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace {

class checker {
 public:
  explicit checker(const results& run) : run_(run) {}

  std::vector<std::string> take() {
    check_header();
    for (std::size_t i = 0; i < run_.rows.size(); ++i) {
      // The header is line 1.
      where_ = fmt::format("results.jsonl:{}", i + 2);
      check(run_.rows[i]);
    }
    where_ = "results.jsonl";
    for (const auto& [claim, profile] : run_.header.claims) {
      seen_ = "none for " + shown(claim);
      require(first_of_.contains(claim), "a row for each claim of the header");
    }
    return std::move(found_);
  }

 private:
  void require(bool holds, std::string_view expected) {
    if (!holds) found_.push_back(fmt::format("{}: expected {}, found {}", where_, expected, seen_));
  }

  void check_header() {
    where_ = "results.jsonl:1";
    seen_ = "another header";
    const run_header& header = run_.header;
    std::set<std::string> profiles;
    for (const auto& [claim, profile] : header.claims) profiles.insert(profile);
    const std::set<std::string> named(header.profiles.begin(), header.profiles.end());
    const controls_report& controls = header.controls;
    const std::size_t missed =
        controls.of - controls.caught + (controls.clean_of - controls.clean) + (controls.of == 0 ? 1 : 0);
    require(named == profiles && named.size() == header.profiles.size() &&
                (header.requested_profiles.empty() || header.requested_profiles == header.profiles) &&
                controls.caught <= controls.of && controls.clean <= controls.clean_of &&
                controls.missed.size() == missed,
            "profiles of its claims, and a line for each missed control");
  }

  void check(const row& each) {
    seen_ = fmt::format("{} ({}) {}", shown(each.case_name), name(each.build), name(each.verdict));
    require(rows_.insert({each.claim, each.case_name, each.build}).second, "each row once");
    require(run_.header.claims.contains(each.claim), "a claim of the header");
    const row& first = *first_of_.try_emplace(each.claim, &each).first->second;
    require(each.text_sha256 == first.text_sha256, "one sentence for all rows of its claim");
    require(each.is_demonstration == first.is_demonstration, "all rows of its claim as demonstrations, or none");
    check_names(each);
    check_fields(each);
    if (!run_.header.controls.believable()) require(each.verdict == verdict::invalid, "INVALID after a missed control");
    check_library(each);
    if (each.searched) check_scenarios(each.build, *each.searched);
    if (each.verdict == verdict::pass) check_pass(each);
  }

  void check_names(const row& each) {
    const bool is_bare = each.case_name.empty();
    require(is_bare ? !each.method : each.case_name.starts_with(each.claim + "."), "a case of its claim");
    require(!each.method || is_compile_time(*each.method) == (each.build == build_kind::compile_time),
            "a build that fits the method");
    require(
        each.reproduce.find(fmt::format(" --case {} --only {}", each.case_name, name(each.build))) != std::string::npos,
        "the command that runs this row");
  }

  /// Fields that only some rows have.
  void check_fields(const row& each) {
    const bool may_be_cached =
        each.build == build_kind::compile_time && (each.verdict == verdict::pass || each.verdict == verdict::fail);
    require((!each.explored || each.method == method::stress) && (!each.searched || each.method == method::scenarios) &&
                (each.expects == verdict::pass || each.method == method::detected) &&
                (!each.is_optional || each.verdict == verdict::unsupported) && (!each.waived || is_wrong(each)) &&
                (!each.explained || (each.method == method::stress && is_failure(each.verdict))) &&
                (each.judged.empty() || may_be_cached),
            "only fields of its method, build and verdict");
    require(each.verdict == verdict::pass || !each.details.empty(), "details of what kept it from PASS");
  }

  void check_library(const row& each) {
    if (!each.method || each.verdict == verdict::invalid) return;
    require(has_file_for(run_.header.implementation, each.build) ||
                each.verdict == (each.build == build_kind::compile_time ? verdict::unsupported : verdict::not_run),
            "a file that was judged");
  }

  /// The scenarios of a build are executed once, for all claims.
  void check_scenarios(build_kind build, const searched_scenarios& own) {
    const searched_scenarios& first = searched_in_.try_emplace(build, own).first->second;
    require(own.unjudged <= own.executions, "no more unjudged executions than executions");
    require(own.drawn == first.drawn && own.executions == first.executions,
            "the scenarios of the other rows of its build");
  }

  void check_pass(const row& each) {
    const auto explored = each.explored.value_or(std::vector<explored_strategy>());
    const bool is_searched = each.searched && each.searched->drawn > 0 && each.searched->executions > 0;
    require(each.method && (each.method != method::scenarios || is_searched) &&
                (each.method != method::stress || (!explored.empty() && std::ranges::all_of(explored, is_sound))),
            "what a PASS of its method rests on");
    require(each.details.empty() || each.method == method::detected || each.method == method::reject,
            "no details with PASS");
  }

  /// Whether each execution of a strategy had an outcome, and none a forbidden one.
  static bool is_sound(const explored_strategy& of) { return of.executions > 0 && is_possible(of) && !of.forbidden; }

  const results& run_;
  std::string where_, seen_;
  std::vector<std::string> found_;
  std::set<std::tuple<std::string, std::string, build_kind>> rows_;
  std::map<std::string, const row*> first_of_;
  std::map<build_kind, searched_scenarios> searched_in_;
};

}  // namespace

std::vector<std::string> impossibilities(const results& run) {
  return checker(run).take();
}

}  // namespace fearless::certifier
