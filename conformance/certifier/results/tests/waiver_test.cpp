// SPDX-License-Identifier: MIT
#include "waiver.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "failure_fingerprint.hpp"
#include "files.hpp"
#include "levels.hpp"

using namespace fearless::certifier;
using Catch::Contains;
using nlohmann::json;

namespace {

row made(const std::string& claim, const std::string& aspect, verdict seen) {
  return {
      .claim = claim,
      .case_name = claim + "." + aspect,
      .method = method::run,
      .build = build_kind::plain,
      .verdict = seen,
      .details = seen == verdict::pass ? std::vector<std::string>() : std::vector<std::string>{"it said " + aspect}};
}

/// A run in which two cases of `a.lacks` fail, and another claim holds.
results a_failing_run() {
  results run{.header = {.origin = {.suite = "0.1.0", .commit = "abc", .started = "2026-05-31T23:59:59Z"},
                         .controls = {.caught = 1, .of = 1},
                         .implementation = {.name = "made",
                                            .release = "1.10",
                                            .language = "cpp",
                                            .libraries = {{build_kind::plain, std::string(64, 'a')}}},
                         .profiles = {"a"},
                         .claims = {{"a.lacks", "a"}, {"a.has", "a"}}},
              .rows = {made("a.lacks", "run", verdict::fail), made("a.lacks", "more.run", verdict::crash),
                       made("a.has", "run", verdict::pass)},
              .summary = {}};
  run.summary = summary_of(run);
  return run;
}

/// A waiver for both failures of that run.
waiver a_waiver() {
  const results run = a_failing_run();
  return {.claim = "a.lacks",
          .words = {.reason = "planned", .link = "https://example.org/1", .expires = "2026-05-31"},
          .releases = release_range{.from = "1.9", .to = "1.10"},
          .failures = {{"a.lacks.run (plain)", fingerprint_of(run.rows[0])},
                       {"a.lacks.more.run (plain)", fingerprint_of(run.rows[1])}}};
}

/// The problems after a change of the waiver, and the exit code.
template <class Change>
std::pair<std::string, int> after(Change change) {
  results run = a_failing_run();
  waiver changed = a_waiver();
  change(changed, run);
  const waiver_report report = waive(run, {changed});
  std::string problems;
  for (const std::string& each : report.problems) problems += each + "\n";
  return {problems, report.exit_code()};
}

std::string error_of(const std::string& text) {
  const scratch_folder folder;
  write_text(folder.path() / "known.json", text);
  try {
    read_waivers(folder.path() / "known.json");
  } catch (const user_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a waived failure does not count for the exit code, and changes nothing else") {
  results run = a_failing_run();
  const waiver_report report = waive(run, {a_waiver()});
  CHECK(report.exit_code() == 0);
  CHECK(report.problems.empty());
  CHECK(report.proposed.empty());
  CHECK(run.rows[0].waived == a_waiver().words);
  CHECK(run.rows[1].waived == a_waiver().words);
  CHECK_FALSE(run.rows[2].waived);
  CHECK(run.rows[0].verdict == verdict::fail);
  CHECK(run.summary.verdict == conclusion::not_conforming);
  CHECK(summary_of(run).verdict == conclusion::not_conforming);
  CHECK(summary_of(run).levels.at("a").empty());
  CHECK(summary_of(run).shortfalls.at("a").failing == 1);
}

TEST_CASE("a profile that was named counts as if the waived failures were not there") {
  results run = a_failing_run();
  run.header.requested_profiles = {"a"};
  CHECK(waive(run, {a_waiver()}).exit_code() == 0);
  run.rows.pop_back();
  CHECK(waive(run, {a_waiver()}).exit_code() != 0);
}

TEST_CASE("a failure that no waiver names counts, and its waiver is proposed") {
  results run = a_failing_run();
  waiver in_part = a_waiver();
  in_part.failures.erase("a.lacks.more.run (plain)");
  const waiver_report report = waive(run, {in_part});
  CHECK(report.exit_code() == 1);
  CHECK(report.problems.empty());
  REQUIRE(report.proposed.size() == 1);
  CHECK(report.proposed.front().failures == a_waiver().failures);
  CHECK(report.proposed.front().words.reason.empty());
  CHECK(run.rows[0].waived);
  CHECK_FALSE(run.rows[1].waived);

  run = a_failing_run();
  CHECK(waive(run, {}).exit_code() == 1);
  CHECK(waive(run, {}).proposed.size() == 1);
}

TEST_CASE("what is proposed can be used once it has a reason and a link") {
  results run = a_failing_run();
  json entry = to_json(waive(run, {}).proposed.front());
  CHECK_THAT(error_of(json{{"waivers", {entry}}}.dump()), Contains("waivers: 0: "));
  entry["reason"] = "planned";
  entry["link"] = "https://example.org/1";
  const scratch_folder folder;
  write_text(folder.path() / "known.json", json{{"waivers", {entry}}}.dump());
  CHECK(waive(run, read_waivers(folder.path() / "known.json")).exit_code() == 0);

  run = a_failing_run();
  run.header.implementation.release.clear();
  const json without_release = to_json(waive(run, {}).proposed.front());
  CHECK(without_release["sha256"] == json{std::string(64, 'a')});
}

TEST_CASE("a waiver that is expired, unused or of another failure is named, and the exit code is 1") {
  auto [problems, code] = after([](waiver& of, results&) { of.words.expires = "2026-05-30"; });
  CHECK(problems == "a.lacks: it expired on 2026-05-30\n");
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver& of, results& run) {
    of.words.expires = "2026-05-30";
    run.rows.erase(run.rows.begin(), run.rows.begin() + 2);
  });
  CHECK(problems == "a.lacks: it expired on 2026-05-30\n");
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver& of, results&) { of.releases = release_range{.from = "1.11"}; });
  CHECK(problems == "a.lacks: it is for the releases from \"1.11\" to \"\", and this is \"1.10\"\n");
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver&, results& run) {
    run.rows[1].verdict = verdict::pass;
    run.rows[1].details.clear();
  });
  CHECK(problems == "a.lacks: \"a.lacks.more.run (plain)\" is PASS: remove it from the waiver\n");
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver&, results& run) { run.rows[1].details = {"it said something else"}; });
  CHECK_THAT(problems, Contains("fails in another way than was waived: its fingerprint is "));
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver& of, results&) { of.failures["a.lacks.gone.run (plain)"] = ""; });
  CHECK_THAT(problems, Contains("is no row of this run"));
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver& of, results&) {
    of.releases.reset();
    of.sha256 = {std::string(64, 'b')};
  });
  CHECK_THAT(problems, Contains("judges a file that the waiver does not name"));
  CHECK(code == 1);
  std::tie(problems, code) = after([](waiver& of, results&) {
    of.releases.reset();
    of.sha256 = {std::string(64, 'b'), std::string(64, 'a')};
  });
  CHECK(problems.empty());
  CHECK(code == 0);
}

TEST_CASE("no waiver makes a run count that could not tell") {
  auto [problems, code] = after([](waiver&, results& run) { run.rows[2].verdict = verdict::timeout; });
  CHECK(code == 2);
  std::tie(problems, code) = after([](waiver&, results& run) { run.rows[2].verdict = verdict::invalid; });
  CHECK(code == 2);
  std::tie(problems, code) = after([](waiver&, results& run) {
    run.header.controls.caught = 0;
    for (row& each : run.rows) each.verdict = verdict::invalid;
  });
  CHECK(problems.empty());
  CHECK(code == 2);
  // A failed demonstration is no failure of the library, and a time limit is no failure at all.
  std::tie(problems, code) = after([](waiver&, results& run) { run.rows[0].is_demonstration = true; });
  CHECK(code == 2);
  std::tie(problems, code) = after([](waiver&, results& run) { run.rows[0].verdict = verdict::timeout; });
  CHECK_THAT(problems, Contains("is TIMEOUT"));
  CHECK(code == 2);
}

TEST_CASE("waivers of claims that a run did not judge are left out") {
  const auto [problems, code] = after([](waiver&, results& run) {
    run.header.claims.erase("a.lacks");
    run.rows.erase(run.rows.begin(), run.rows.begin() + 2);
  });
  CHECK(problems.empty());
  CHECK(code == 0);
}

TEST_CASE("releases are in the order of their numbers") {
  const release_range some{.from = "1.9", .to = "1.10"};
  CHECK(some.contains("1.9"));
  CHECK(some.contains("1.9.5"));
  CHECK(some.contains("1.10"));
  CHECK_FALSE(some.contains("1.8.9"));
  CHECK_FALSE(some.contains("1.10.1"));
  CHECK_FALSE(some.contains("1.11"));
  CHECK_FALSE(some.contains(""));
  CHECK(release_range{.from = "2"}.contains("10"));
  CHECK(release_range{.to = "2"}.contains("1.99"));
}

TEST_CASE("a file of waivers that is not of the format is refused") {
  json entry = to_json(a_waiver());
  const auto error_with = [&](const char* field, const json& value) {
    json changed = entry;
    if (value.is_null())
      changed.erase(field);
    else
      changed[field] = value;
    return error_of(json{{"waivers", {changed}}}.dump());
  };
  CHECK(error_of(json{{"waivers", {entry}}}.dump()).empty());
  CHECK(error_of(R"({"waivers": []})").empty());
  CHECK_THAT(error_of("waivers: none"), Contains("known.json: not JSON"));
  CHECK_THAT(error_of("{}"), Contains("the field waivers is missing"));
  for (const char* field : {"claim", "reason", "link", "expires", "failures"})
    CHECK_THAT(error_with(field, nullptr), Contains("waivers: 0: the field " + std::string(field) + " is missing"));
  for (const char* link : {"", "javascript:alert(1)", "ftp://example.org", "https://", "https://a b", "http://\"", "x"})
    CHECK_THAT(error_with("link", link), Contains("is not of the kind link"));
  for (const char* day : {"", "2026-1-1", "2026-13-01", "2026-01-32", "01.02.2026", "2026-01-01T00:00:00Z", "never"})
    CHECK_THAT(error_with("expires", day), Contains("is not of the kind date"));
  CHECK_THAT(error_with("reason", ""), Contains("is not of the kind name"));
  CHECK_THAT(error_with("failures", json::object()), Contains("it is empty"));
  CHECK_THAT(error_with("failures", {{"a.lacks.run (plain)", "1234"}}), Contains("is not of the kind sha256"));
  CHECK_THAT(error_with("failures", {{"a.lackss.run (plain)", std::string(64, 'a')}}),
             Contains("is no case of the claim"));
  CHECK_THAT(error_with("releases", nullptr), Contains("give \"releases\" or \"sha256\""));
  CHECK_THAT(error_with("sha256", {std::string(64, 'a')}), Contains("give \"releases\" or \"sha256\""));
  CHECK_THAT(error_with("releases", json::object()), Contains("needs \"from\", \"to\" or both"));
  CHECK_THAT(error_with("until", "2026-01-01"), Contains("the field \"until\" is unknown"));
  CHECK_THAT(error_of(json{{"waivers", {entry, entry}}}.dump()),
             Contains("waivers: 1: \"a.lacks\" has a waiver already"));
}

TEST_CASE("an expected claim fails and does not count, and nothing is marked") {
  results run = a_failing_run();
  const waiver_report report = expect(run, {"a.lacks"});
  CHECK(report.exit_code() == 0);
  CHECK(report.waived == 2);
  CHECK_FALSE(run.rows[0].waived);
  CHECK(expect(run, {}).exit_code() == 1);
  CHECK(expect(run, {"b.of-another-profile", "a.lacks"}).exit_code() == 0);
}

TEST_CASE("an expected claim that holds, a data race, and any other failure are errors") {
  results run = a_failing_run();
  CHECK(expect(run, {"a.lacks", "a.has"}).problems ==
        std::vector<std::string>{"a.has: it does not fail any more: expect it no longer"});
  CHECK(expect(run, {"a.lacks", "a.has"}).exit_code() == 1);

  run.rows[2].verdict = verdict::fail;
  CHECK(expect(run, {"a.lacks"}).exit_code() == 1);
  REQUIRE(expect(run, {"a.lacks"}).proposed.size() == 1);
  CHECK(expect(run, {"a.lacks"}).proposed[0].claim == "a.has");

  run.rows[2].verdict = verdict::pass;
  run.rows[1].verdict = verdict::race;
  CHECK(expect(run, {"a.lacks"}).exit_code() == 1);
  run.rows[1].verdict = verdict::timeout;
  CHECK(expect(run, {"a.lacks"}).exit_code() == 2);
}
