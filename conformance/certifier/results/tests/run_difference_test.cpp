// SPDX-License-Identifier: MIT
#include "run_difference.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

namespace {

const std::vector<level> every_level{level::behaves, level::race_checked, level::typed};

results run_at(const levels_by_profile& levels, verdict seen = verdict::pass) {
  row only{.claim = "a.b", .case_name = "a.b.run", .method = method::run, .build = build_kind::plain};
  only.verdict = seen;
  return {.header = {.origin = {.suite = "0.1.0", .commit = "abc", .started = "2026-01-02T03:04:05Z"},
                     .controls = {.caught = 1, .of = 1},
                     .implementation = {.name = "made",
                                        .release = "1",
                                        .language = "cpp",
                                        .description = {},
                                        .homepage = {},
                                        .libraries = {{build_kind::plain, "0123"}}},
                     .profiles = {"a"},
                     .claims = {{"a.b", "a"}}},
          .rows = {only},
          .summary = {.verdict = conclusion::conforming, .levels = levels}};
}

}  // namespace

TEST_CASE("a run does not differ from itself") {
  const auto found = difference_between(run_at({{"a", every_level}}), run_at({{"a", every_level}}));
  CHECK(found.is_same_run);
  CHECK_FALSE(found.loses());
  CHECK(found.circumstances.empty());
  CHECK(found.claims.compared == 1);
}

TEST_CASE("levels are lost and gained in each profile that both runs judged") {
  const auto found =
      difference_between(run_at({{"a", every_level}, {"b", {}}, {"c", every_level}}),
                         run_at({{"a", {level::behaves, level::typed}}, {"b", {level::typed}}, {"d", {}}}));
  REQUIRE(found.levels.size() == 4);
  CHECK(found.levels[0].lost() == std::vector{level::race_checked});
  CHECK(found.levels[1].gained() == std::vector{level::typed});
  CHECK(found.levels[2].lost().empty());
  CHECK_FALSE(found.levels[2].after);
  CHECK(found.levels_lost() == 1);
  CHECK(found.levels_gained() == 1);
  CHECK(found.loses());
}

TEST_CASE("a lost claim is a loss, a gained one is none") {
  CHECK(difference_between(run_at({}), run_at({}, verdict::unsupported)).loses());
  CHECK_FALSE(difference_between(run_at({}, verdict::unsupported), run_at({})).loses());
}

TEST_CASE("a run is discredited by an INVALID row or a demonstration that failed") {
  results run = run_at({});
  run.rows[0].is_demonstration = true;
  CHECK_FALSE(difference_between(run, run).after.is_discredited);
  run.rows[0].verdict = verdict::fail;
  CHECK(difference_between(run, run).before.is_discredited);
  CHECK_FALSE(difference_between(run, run).is_open());
  results other = run;
  other.header.implementation.release = "2";
  CHECK(difference_between(run, other).is_open());
  const auto lost = difference_between(run_at({}), run_at({}, verdict::invalid));
  CHECK(lost.after.is_discredited);
  CHECK_FALSE(lost.is_open());
}

TEST_CASE("what else is different is named") {
  results other = run_at({});
  other.header.implementation.release = "2";
  other.header.implementation.libraries[build_kind::plain] = std::string(64, 'f');
  other.header.implementation.native_bindings = {.sha256 = "89", .compiler = ""};
  other.header.origin.toolchain.compiler = "clang 20";
  const auto found = difference_between(run_at({}), other).circumstances;
  REQUIRE(found.size() == 4);
  CHECK(found[0].what == "release");
  CHECK(found[0].before == "1");
  CHECK(found[1].after == "sha256 ffffffffffffffff");
  CHECK(found[2].before == "none");
  CHECK(found[3].what == "compiler");
}
