// SPDX-License-Identifier: MIT
#include "plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "error.hpp"
#include "nearest.hpp"
#include "scenarios/claims.hpp"

namespace fearless::certifier {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& wanted) {
  return std::ranges::find(list, wanted) != list.end();
}

case_result because(verdict seen, std::string reason) {
  return {.seen = seen, .details = {std::move(reason)}, .measured = {}};
}

/// How to build a library and its dependencies with ThreadSanitizer.
std::string_view how_to_instrument(const std::string& language) {
  if (language == "rust")
    return "build it and all its crates, including Rust's standard library (-Zbuild-std), with -Zsanitizer=thread";
  if (language == "c" || language == "cpp")
    return "build it and the libraries that it uses with clang's -fsanitize=thread";
  return "build it with a compiler that supports LLVM's ThreadSanitizer (-fsanitize=thread in clang), and its runtime "
         "as well,";
}

class planner {
 public:
  planner(const paths& places, const catalogue& claims, const suites& programs, const implementation& under_test)
      : called_as_(called_as(places)), claims_(claims), programs_(programs), under_test_(under_test) {}

  void add(const case_file& file) {
    if (is_of_other_language(file)) return;
    known_.insert(file.name);
    with_case_.insert(file.claim);
    if (!file.method)
      add_row(file.claim, file.name, file.method, build_kind::plain).decided =
          because(verdict::invalid, "the case's file name ends in no known method: run fearless check");
    else if (is_compile_time(*file.method))
      add_compile_time(file);
    else
      add_run_time(file);
  }

  /// The claims that the model of the scenarios judges have a row for it in each build.
  void add_scenarios(const claim& of) {
    if (scenarios::find_judged_claim(of.id) == nullptr) return;
    for (const build_kind build : {build_kind::plain, build_kind::instrumented}) {
      planned_row& added = add_row(of.id, scenarios_of(of.id), method::scenarios, build);
      if (!under_test_.library(build)) added.decided = because(verdict::not_run, reason_for_no(build));
    }
  }

  void add_missing_case(const claim& bare) {
    if (with_case_.contains(bare.id)) return;
    add_row(bare.id, "", std::nullopt, build_kind::plain).decided =
        because(verdict::not_run, "the claim has no case: run fearless check");
  }

  void add_extra_case(const suite_case& extra, build_kind build) {
    if (known_.contains(extra.name)) return;
    add_row(extra.claim, extra.name, extra.method, build).decided =
        because(verdict::invalid, "the test program has a case that is not in conformance/claims: build it again");
  }

  std::vector<planned_row> take() { return std::move(rows_); }

 private:
  /// Compile-time cases exist for each language of native bindings.
  [[nodiscard]] bool is_of_other_language(const case_file& file) const {
    const auto own = under_test_.is_in_rust() ? source_language::rust : source_language::cpp;
    return file.method && is_compile_time(*file.method) && file.language != own;
  }

  planned_row& add_row(const std::string& claim_id, const std::string& case_name, std::optional<method> how,
                       build_kind build) {
    const claim* of = claims_.find(claim_id);
    auto& added = rows_.emplace_back();
    added.unjudged = {.claim = claim_id,
                      .case_name = case_name,
                      .method = how,
                      .build = build,
                      .text_sha256 = of != nullptr ? of->text_sha256 : "",
                      .reproduce = fmt::format("{} certify {} --case {} --only {}", called_as_,
                                               under_test_.as_argument(), case_name, name(build))};
    added.unjudged.is_demonstration = of != nullptr && of->is_demonstration;
    return added;
  }

  void add_compile_time(const case_file& file) {
    planned_row& added = add_row(file.claim, file.name, file.method, build_kind::compile_time);
    added.compile_time = file;
    if (!under_test_.native_bindings)
      added.decided =
          because(verdict::unsupported,
                  "not certifiable: compile-time cases need native bindings, and implementation.json has no "
                  "\"native_bindings\"");
  }

  void add_run_time(const case_file& file) {
    const suite_case* listed = programs_.find(file.name);
    for (const build_kind build : builds_of(*file.method, listed != nullptr ? listed->expects : verdict::pass)) {
      planned_row& added = add_row(file.claim, file.name, file.method, build);
      const suite_case* in_build = programs_.of(build).find(file.name);
      if (in_build == nullptr || in_build->claim != file.claim)
        added.decided =
            because(verdict::invalid, "the test program does not have this case for this claim: build it again");
      else if (!under_test_.library(build))
        added.decided = because(verdict::not_run, reason_for_no(build));
      if (in_build != nullptr) added.unjudged.expects = in_build->expects;
    }
  }

  [[nodiscard]] std::string reason_for_no(build_kind build) const {
    if (!under_test_.needs.empty())
      return fmt::format("its {} library is not built: it needs {}; run `apt-get install {}`", name(build),
                         fmt::join(under_test_.needs, ", "), fmt::join(under_test_.needs, " "));
    if (!under_test_.plain && !under_test_.instrumented)
      return "no library was given: run-time cases need one, and implementation.json has only native bindings";
    if (build == build_kind::plain)
      return "no plain library was given, and the plain test program can't load an instrumented one: build it without "
             "-fsanitize=thread as well and name it as \"plain\"";
    return fmt::format(
        "no instrumented library was given, and uninstrumented code hides synchronisation from the race detector, "
        "which "
        "then reports false races: {} and name it as \"instrumented\"",
        how_to_instrument(under_test_.language));
  }

  const char* called_as_;
  const catalogue& claims_;
  const suites& programs_;
  const implementation& under_test_;
  std::set<std::string> known_, with_case_;
  std::vector<planned_row> rows_;
};

void check(const selection& wanted, const catalogue& claims, const std::vector<case_file>& files) {
  const auto profiles = profiles_of(claims);
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.name);
  for (const auto& each : claims.claims)
    if (scenarios::find_judged_claim(each.id) != nullptr) names.push_back(scenarios_of(each.id));
  for (const auto& profile : wanted.profiles)
    if (!contains(profiles, profile))
      throw user_error(fmt::format("unknown profile {}: {}", profile, suggest(profile, profiles)));
  for (const auto& each : wanted.cases)
    if (!contains(names, each)) throw user_error(fmt::format("unknown case {}: {}", each, suggest(each, names)));
}

}  // namespace

const suite_case* suites::find(const std::string& case_name) const {
  const suite_case* found = plain.find(case_name);
  return found != nullptr ? found : instrumented.find(case_name);
}

std::vector<std::string> profiles_of(const catalogue& claims) {
  std::vector<std::string> profiles;
  for (const auto& each : claims.claims)
    if (!contains(profiles, each.profile)) profiles.push_back(each.profile);
  // Claims that the document does not make stand in all chapters.
  const auto beyond = std::ranges::find(profiles, "beyond");
  if (beyond != profiles.end()) std::rotate(beyond, beyond + 1, profiles.end());
  return profiles;
}

std::vector<planned_row> plan_rows(const paths& places, const catalogue& claims, const suites& programs,
                                   const implementation& under_test, const selection& wanted) {
  const auto files = case_files(places.source, claims);
  check(wanted, claims, files);
  planner rows(places, claims, programs, under_test);
  for (const auto& file : files) rows.add(file);
  for (const auto build : {build_kind::plain, build_kind::instrumented})
    for (const auto& each : programs.of(build).cases()) rows.add_extra_case(each, build);
  for (const auto& each : claims.claims) {
    rows.add_scenarios(each);
    rows.add_missing_case(each);
  }

  auto all = rows.take();
  std::erase_if(all, [&](const planned_row& each) {
    const claim* of = claims.find(each.unjudged.claim);
    const bool other_profile = !wanted.profiles.empty() && of != nullptr && !contains(wanted.profiles, of->profile);
    const bool other_case = !wanted.cases.empty() && !contains(wanted.cases, each.unjudged.case_name);
    return other_profile || other_case || (wanted.only && each.unjudged.build != *wanted.only);
  });
  return all;
}

}  // namespace fearless::certifier
