// SPDX-License-Identifier: MIT
#include "results.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;

namespace {

results a_run() {
  row good{.claim = "a.b",
           .case_name = "a.b.run",
           .method = method::run,
           .build = build_kind::plain,
           .verdict = verdict::pass,
           .milliseconds = 12};
  row bad{.claim = "a.b",
          .case_name = "a.b.run",
          .method = method::run,
          .build = build_kind::instrumented,
          .verdict = verdict::fail};
  bad.details = {"a.cpp:3: \"1\" == 2", "ünïcode"};
  bad.measured["speedup"] = {.value = 1.5, .unit = "ratio"};
  bad.expects = verdict::race;
  bad.explored = {{.strategy = "pct-3",
                   .executions = 17,
                   .outcomes = {{"none", 1}},
                   .detached = 2,
                   .seed = 1,
                   .scheduling_points = 31,
                   .older_values = 7,
                   .milliseconds = 5,
                   .complete = false,
                   .replayed = true,
                   .forbidden = forbidden_outcome{.outcome = "none", .seed = 17, .execution = 17}}};
  bad.intercepted = {.atomics = 120, .calls = 14};
  return {
      .header = {.origin = {.suite = "0.1.0", .commit = "abc", .started = "2026-01-02T03:04:05Z"},
                 .controls = {.caught = 7, .of = 8, .clean = 5, .clean_of = 6, .missed = {"race.caught"}},
                 .implementation = {.name = "made",
                                    .release = "1",
                                    .language = "rust",
                                    .libraries = {{build_kind::plain, "0123"}},
                                    .loads = {{build_kind::plain, {{.name = "libcore.so", .sha256 = "89"}}}},
                                    .native_bindings = judged_bindings{.sha256 = "4567",
                                                                       .compiler = "rustc 1.85",
                                                                       .flags = {"-pthread"},
                                                                       .reads = {{.name = "a.hpp", .sha256 = "ab"}}}},
                 .profiles = {"a", "b"}},
      .rows = {good, bad},
      .summary = {.verdict = conclusion::not_conforming,
                  .levels = {{"a", {level::behaves, level::typed}}, {"b", {}}},
                  .not_certifiable = {{"b", {level::typed}}},
                  .not_judged = {{level::race_checked, "no library"}},
                  .shortfalls = {{"b", {.failing = 1, .undecided = 2, .lacking = {"no rcs"}}}},
                  .explanations = {{"a.b", "It has none."}}}};
}

/// The problems of results whose lines were changed.
template <class Change>
std::vector<std::string> problems_after(Change change) {
  const scratch_folder folder;
  auto lines = lines_of(text_of(a_run()));
  change(lines);
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  write_text(folder.path() / "results.jsonl", text);
  return read_results(folder.path() / "results.jsonl").problems;
}

}  // namespace

TEST_CASE("written results are read back unchanged") {
  const scratch_folder folder;
  write_text(folder.path() / "results.jsonl", text_of(a_run()));
  const results read = read_results(folder.path() / "results.jsonl");
  CHECK(read.problems.empty());
  CHECK(text_of(read) == text_of(a_run()));
  CHECK(read.header.controls.missed == a_run().header.controls.missed);
  CHECK(read.header.implementation.native_bindings.value().compiler == "rustc 1.85");
  CHECK(read.summary.levels == a_run().summary.levels);
  CHECK(read.summary.not_judged == a_run().summary.not_judged);
  CHECK(read.summary.shortfalls == a_run().summary.shortfalls);
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].milliseconds == 12);
  CHECK(read.rows[1].build == build_kind::instrumented);
  CHECK(read.rows[1].verdict == verdict::fail);
  CHECK(read.rows[1].details == a_run().rows[1].details);
  CHECK(read.rows[1].measured == a_run().rows[1].measured);
  CHECK(read.rows[1].expects == verdict::race);
  CHECK(read.rows[1].explored == a_run().rows[1].explored);
  CHECK(read.rows[1].intercepted == a_run().rows[1].intercepted);
  CHECK_FALSE(read.rows[0].explored);
}

TEST_CASE("incomplete results are invalid") {
  CHECK(problems_after([](auto&) {}).empty());
  CHECK_THAT(problems_after([](auto& lines) { lines.pop_back(); }).at(0), Contains("cut short"));
  CHECK_FALSE(problems_after([](auto& lines) { lines.erase(lines.begin()); }).empty());
  CHECK_FALSE(problems_after([](auto& lines) { lines.erase(lines.begin() + 1); }).empty());
  CHECK_FALSE(problems_after([](auto& lines) { lines.insert(lines.begin() + 1, lines[1]); }).empty());
  CHECK_FALSE(problems_after([](auto& lines) { lines[1].resize(lines[1].size() / 2); }).empty());
  CHECK_FALSE(problems_after([](auto& lines) { lines.clear(); }).empty());
}

TEST_CASE("results with an exchanged row or verdict are invalid") {
  const auto replace = [](std::string& line, const std::string& from, const std::string& to) {
    line.replace(line.find(from), from.size(), to);
  };
  CHECK_THAT(problems_after([&](auto& lines) { replace(lines[1], "a.b.run", "a.c.run"); }).at(0), Contains("manifest"));
  CHECK_THAT(problems_after([&](auto& lines) { replace(lines[2], "FAIL", "PASS"); }).at(0), Contains("counts"));
  CHECK_FALSE(problems_after([&](auto& lines) { replace(lines[2], "FAIL", "FINE"); }).empty());
}

TEST_CASE("results with values of other types or of absurd sizes have problems, and are not taken over") {
  const scratch_folder folder;
  const auto problems_with = [&](const std::string& before, const std::string& after) {
    std::string text = text_of(a_run());
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    write_text(folder.path() / "results.jsonl", text.replace(at, before.size(), after));
    return read_results(folder.path() / "results.jsonl").problems;
  };
  CHECK(problems_with(R"("detached":2)", R"("detached":2)").empty());
  for (const char* absurd : {"-1", "1.5", "1e300", "18446744073709551615", "\"2\"", "[]"}) {
    CHECK_FALSE(problems_with(R"("detached":2)", std::string(R"("detached":)") + absurd).empty());
    CHECK_FALSE(problems_with(R"("scheduling_points":31)", std::string(R"("scheduling_points":)") + absurd).empty());
    CHECK_FALSE(problems_with(R"("milliseconds":12)", std::string(R"("milliseconds":)") + absurd).empty());
    CHECK_FALSE(problems_with(R"("caught":7)", std::string(R"("caught":)") + absurd).empty());
    CHECK_FALSE(problems_with(R"("none":1)", std::string(R"("none":)") + absurd).empty());
  }
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  CHECK_FALSE(problems_with(R"("detached":2)", R"("detached":)" + deep).empty());
}

TEST_CASE("missing results are an error") {
  CHECK_THROWS_AS(read_results("/nowhere/results.jsonl"), user_error);
}
