// SPDX-License-Identifier: MIT
#include "audit.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace fearless::certifier;

namespace {

row of_case(const std::string& name, verdict seen = verdict::pass) {
  return {.claim = "a.b", .case_name = name, .method = method::run, .build = build_kind::plain, .verdict = seen};
}

std::vector<row> hundred_rows() {
  std::vector<row> rows;
  for (int number = 100; number < 200; ++number) rows.push_back(of_case("a.b." + std::to_string(number) + ".run"));
  return rows;
}

std::vector<std::string> names_of(const std::vector<row>& rows) {
  std::vector<std::string> names;
  for (const row& each : rows) names.push_back(each.case_name);
  return names;
}

}  // namespace

TEST_CASE("rows are drawn once each, in their order, and by the seed") {
  const auto names = names_of(drawn_rows(hundred_rows(), 10, 1));
  CHECK(names.size() == 10);
  CHECK(std::set(names.begin(), names.end()).size() == 10);
  CHECK(std::ranges::is_sorted(names));
  CHECK(names == names_of(drawn_rows(hundred_rows(), 10, 1)));
  CHECK(names != names_of(drawn_rows(hundred_rows(), 10, 2)));
}

TEST_CASE("each row is drawn by some seed, and all if enough are wanted") {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    for (const row& each : drawn_rows(hundred_rows(), 10, seed)) seen.insert(each.case_name);
  CHECK(seen.size() == 100);
  CHECK(drawn_rows(hundred_rows(), 1000, 1).size() == 100);
  CHECK(drawn_rows({}, 10, 1).empty());
}

TEST_CASE("rows that no other run can confirm are not drawn") {
  row demonstration = of_case("a.b.detected");
  demonstration.is_demonstration = true;
  row without_case = of_case("");
  without_case.method = std::nullopt;
  const std::vector<row> rows{demonstration,
                              without_case,
                              of_case("a.b.1.run", verdict::not_run),
                              of_case("a.b.2.run", verdict::invalid),
                              of_case("a.b.3.run", verdict::timeout),
                              of_case("a.b.4.run", verdict::unsupported),
                              of_case("a.b.5.run", verdict::race)};
  CHECK(names_of(drawn_rows(rows, 10, 1)) == std::vector<std::string>{"a.b.4.run", "a.b.5.run"});
}

TEST_CASE("a plan is for the case and the build of a row") {
  row instrumented = of_case("a.b.run");
  instrumented.build = build_kind::instrumented;
  const std::vector<planned_row> plan{{.unjudged = of_case("a.b.run"), .compile_time = {}, .decided = {}},
                                      {.unjudged = instrumented, .compile_time = {}, .decided = {}},
                                      {.unjudged = of_case("a.b.other.run"), .compile_time = {}, .decided = {}}};
  const auto found = planned_for({instrumented}, plan);
  REQUIRE(found.size() == 1);
  CHECK(found[0].unjudged.build == build_kind::instrumented);
}

TEST_CASE("a second run confirms a row, refutes it, or leaves it open") {
  using enum verdict;
  CHECK(compared(pass, pass) == agreement::confirmed);
  CHECK(compared(unsupported, unsupported) == agreement::confirmed);
  CHECK(compared(fail, race) == agreement::confirmed);
  CHECK(compared(pass, crash) == agreement::refuted);
  CHECK(compared(pass, unsupported) == agreement::refuted);
  CHECK(compared(unsupported, pass) == agreement::refuted);
  CHECK(compared(unsupported, fail) == agreement::refuted);
  CHECK(compared(race, unsupported) == agreement::refuted);
  CHECK(compared(race, pass) == agreement::open);
  for (const verdict could_not_tell : {not_run, invalid, timeout}) {
    CHECK(compared(pass, could_not_tell) == agreement::open);
    CHECK(compared(fail, could_not_tell) == agreement::open);
  }
}
