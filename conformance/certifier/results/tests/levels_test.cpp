// SPDX-License-Identifier: MIT
#include "levels.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;
using levels = std::vector<level>;

namespace {

const catalogue claims = [] {
  catalogue made;
  for (const char* id : {"a.one", "a.two", "b.one"}) {
    claim each;
    each.id = id;
    each.profile = std::string(1, id[0]);
    made.claims.push_back(each);
  }
  return made;
}();

row made(const char* claim_id, const char* how, build_kind build, verdict seen = verdict::pass) {
  row each{
      .claim = claim_id, .case_name = std::string(claim_id) + "." + how, .method = method_named(how), .build = build};
  each.verdict = seen;
  return each;
}

levels levels_of_a(const std::vector<row>& rows) {
  return levels_of(rows, claims, {"a"}).at("a");
}

conclusion concluded(const std::vector<row>& rows, const std::vector<std::string>& by_name = {},
                     const std::map<build_kind, std::string>& libraries = {}) {
  const judged_implementation judged{.name = "made", .release = "1", .language = "c", .libraries = libraries};
  return conclude(rows, levels_of(rows, claims, {"a", "b"}), by_name, judged).verdict;
}

constexpr auto plain = build_kind::plain, instrumented = build_kind::instrumented, typed = build_kind::compile_time;

}  // namespace

TEST_CASE("each level depends on the rows of its own build") {
  std::vector<row> rows{made("a.one", "run", plain), made("a.one", "run", instrumented), made("a.two", "type", typed)};
  CHECK(levels_of_a(rows) == levels{level::behaves, level::race_checked, level::typed});
  CHECK(is_fearless(levels_of_a(rows)));
  rows[1].verdict = verdict::race;
  CHECK(levels_of_a(rows) == levels{level::behaves, level::typed});
  rows[0].verdict = verdict::fail;
  CHECK(levels_of_a(rows) == levels{level::typed});
  rows[2].verdict = verdict::unsupported;
  CHECK(levels_of_a(rows).empty());
}

TEST_CASE("the level typed can't be certified without native bindings") {
  std::vector<row> rows{made("a.one", "run", plain), made("a.two", "type", typed, verdict::unsupported),
                        made("b.one", "run", plain)};
  const auto open = not_certifiable(rows, claims, {"a", "b"});
  CHECK(open == levels_by_profile{{"a", {level::typed}}});
  CHECK(levels_of_a(rows) == levels{level::behaves, level::race_checked});
  rows[1].verdict = verdict::fail;
  CHECK(not_certifiable(rows, claims, {"a", "b"}).empty());
}

TEST_CASE("a profile lacks levels because claims fail or features are missing") {
  std::vector<row> rows{made("a.one", "run", plain, verdict::fail), made("a.one", "run", instrumented, verdict::race),
                        made("a.two", "type", typed, verdict::unsupported), made("b.one", "run", plain)};
  auto missed = shortfalls(rows, claims, {"a", "b"});
  REQUIRE(missed.size() == 1);
  CHECK(missed.at("a").failing == 1);
  CHECK(missed.at("a").lacking.empty());
  rows[3].verdict = verdict::unsupported;
  rows[3].details = {"the implementation has no rcs"};
  missed = shortfalls(rows, claims, {"b"});
  CHECK(missed.at("b").failing == 0);
  CHECK(missed.at("b").lacking == std::vector<std::string>{"the implementation has no rcs"});
}

TEST_CASE("a profile lacks levels because the native bindings lack a type, but not because there are none") {
  std::vector<row> rows{made("a.one", "type", typed, verdict::unsupported), made("a.two", "type", typed)};
  rows[0].details = {"the native bindings have no native::lock<int>"};
  CHECK(levels_of_a(rows).empty());
  CHECK(shortfalls(rows, claims, {"a"}).at("a").lacking == rows[0].details);
  rows[1].verdict = verdict::unsupported;
  CHECK(shortfalls(rows, claims, {"a"}).empty());
}

TEST_CASE("a level that is not reached always has a reason") {
  for (const verdict each : {verdict::timeout, verdict::invalid, verdict::not_run}) {
    std::vector<row> rows{made("a.one", "run", plain), made("a.two", "run", plain, each)};
    CHECK(levels_of_a(rows).empty());
    CHECK(shortfalls(rows, claims, {"a"}).at("a") == shortfall{.undecided = 1});
    rows.push_back(made("a.two", "run", instrumented, verdict::fail));
    CHECK(shortfalls(rows, claims, {"a"}).at("a") == shortfall{.failing = 1});
  }
  // A build without a library has a reason of its own.
  CHECK(shortfalls({made("a.one", "run", plain), made("a.one", "run", instrumented, verdict::not_run)}, claims, {"a"})
            .empty());
  // A cost is measured in the plain build only.
  const std::vector<row> cost{made("a.one", "run", plain, verdict::not_run), made("a.one", "run", instrumented),
                              made("a.two", "cost", plain, verdict::not_run)};
  CHECK(shortfalls(cost, claims, {"a"}).at("a") == shortfall{.undecided = 1});
}

TEST_CASE("the conclusion says which rule decided") {
  const judged_implementation none{.name = "made", .release = "1", .language = "c"};
  const std::vector<row> rows{made("a.one", "run", plain), made("b.one", "run", plain, verdict::unsupported)};
  const auto of = levels_of(rows, claims, {"a", "b"});
  CHECK(conclude(rows, of, {}, none).why.empty());
  CHECK(conclude(rows, of, {"b"}, none).verdict == conclusion::not_conforming);
  CHECK(conclude(rows, of, {"b"}, none).why ==
        "no claim fails, but the profile b, which --profile names, has no level");
}

TEST_CASE("a missing optional feature costs no level") {
  std::vector<row> rows{made("a.one", "run", plain), made("a.one", "run", instrumented),
                        made("a.two", "run", plain, verdict::unsupported),
                        made("a.two", "run", instrumented, verdict::unsupported)};
  CHECK(levels_of_a(rows).empty());
  for (auto& each : rows) each.is_optional = each.verdict == verdict::unsupported;
  CHECK(levels_of_a(rows) == levels{level::behaves, level::race_checked, level::typed});
  rows[2].verdict = verdict::fail;
  CHECK(levels_of_a(rows) == levels{level::race_checked, level::typed});
}

TEST_CASE("a case that did not run leaves the run undecided, unless its library was not handed in") {
  const auto how = GENERATE("run", "stress", "scenarios");
  const std::vector<row> rows{made("a.one", "run", plain), made("a.two", how, plain, verdict::not_run)};
  CHECK(concluded(rows, {}, {{instrumented, "digest"}}) == conclusion::conforming);
  CHECK(concluded(rows, {}, {{plain, "digest"}}) == conclusion::could_not_tell);
  CHECK(levels_of_a(rows) != levels{level::behaves});
}

TEST_CASE("another profile's rows do not matter") {
  CHECK(levels_of_a({made("a.one", "run", plain), made("b.one", "run", plain, verdict::fail)}).front() ==
        level::behaves);
}

TEST_CASE("a profile without tested rows reaches no level") {
  CHECK(levels_of_a({}).empty());
  CHECK(levels_of_a({made("a.one", "run", plain, verdict::unsupported),
                     made("a.one", "run", instrumented, verdict::unsupported)})
            .empty());
}

TEST_CASE("with only an instrumented library, its rows decide the level behaves") {
  std::vector<row> rows{made("a.one", "run", plain, verdict::not_run), made("a.one", "run", instrumented)};
  CHECK(levels_of_a(rows) == levels{level::behaves, level::race_checked, level::typed});
  rows.push_back(made("a.one", "cost", plain, verdict::not_run));
  CHECK(levels_of_a(rows) == levels{level::behaves, level::race_checked, level::typed});
  rows.push_back(made("a.two", "cost", plain, verdict::not_run));  // a claim with no other proof
  CHECK(levels_of_a(rows) == levels{level::race_checked, level::typed});
}

TEST_CASE("with only a plain library, nothing is race-checked") {
  CHECK(levels_of_a({made("a.one", "run", plain), made("a.one", "run", instrumented, verdict::not_run)}) ==
        levels{level::behaves, level::typed});
}

TEST_CASE("the conclusion follows from the worst rows") {
  const row good = made("a.one", "run", plain);
  CHECK(concluded({good}) == conclusion::conforming);
  CHECK(concluded({}) == conclusion::could_not_tell);
  CHECK(concluded({good, made("a.two", "run", plain, verdict::fail)}) == conclusion::not_conforming);
  CHECK(concluded({good, made("a.two", "run", plain, verdict::crash)}) == conclusion::not_conforming);
  CHECK(concluded({good, made("a.two", "run", plain, verdict::timeout)}) == conclusion::could_not_tell);
  CHECK(concluded({made("b.one", "run", plain, verdict::timeout), made("a.two", "run", plain, verdict::race)}) ==
        conclusion::not_conforming);
  CHECK(concluded({made("a.one", "run", plain, verdict::invalid), made("a.two", "run", plain, verdict::fail)}) ==
        conclusion::not_conforming);
  CHECK(concluded({good, made("a.one", "run", instrumented, verdict::not_run)}) == conclusion::conforming);
  CHECK(concluded({good, made("b.one", "run", plain, verdict::unsupported)}) == conclusion::conforming);
  CHECK(concluded({good, made("b.one", "run", plain, verdict::unsupported)}, {"b"}) == conclusion::not_conforming);
}

TEST_CASE("a demonstration of the detector is in no tally, and makes a run invalid if it fails") {
  std::vector<row> rows{made("a.one", "run", plain), made("a.two", "detected", instrumented)};
  rows[1].is_demonstration = true;
  CHECK(concluded(rows) == conclusion::conforming);
  CHECK(count_demonstrations(rows) == demonstration_count{.passed = 1, .of = 1});
  CHECK(count_verdicts(rows) == std::map<verdict, std::size_t>{{verdict::pass, 1}});
  for (const verdict each : {verdict::invalid, verdict::crash, verdict::deadlock, verdict::fail}) {
    rows[1].verdict = each;
    CHECK(concluded(rows) == conclusion::could_not_tell);
    CHECK(levels_of_a(rows) == levels{level::behaves, level::race_checked, level::typed});
    CHECK(shortfalls(rows, claims, {"a"}).empty());
    CHECK(count_demonstrations(rows) == demonstration_count{.passed = 0, .of = 1});
  }
  rows[0].verdict = verdict::fail;
  CHECK(concluded(rows) == conclusion::not_conforming);
  rows[1].verdict = verdict::unsupported;
  CHECK(count_demonstrations(rows) == demonstration_count{});
}

TEST_CASE("demonstrations alone prove nothing of an implementation") {
  std::vector<row> rows{made("a.two", "detected", instrumented)};
  rows[0].is_demonstration = true;
  CHECK(concluded(rows) == conclusion::could_not_tell);
}
