// SPDX-License-Identifier: MIT
#include "certificate.hpp"

#include <catch2/catch.hpp>

#include "badge.hpp"
#include "junit.hpp"

using namespace fearless::certifier;
using Catch::Contains;
using nlohmann::json;

namespace {

row made(const char* case_name, verdict seen) {
  row each{.claim = "a.b", .case_name = case_name, .method = "run", .build = build_kind::plain};
  each.verdict = seen;
  each.reproduce = "./fearless certify made --case a.b.run";
  return each;
}

results a_run(std::vector<row> rows, const char* verdict, const json& levels) {
  return {.header = {{"suite", "0.1.0"},
                     {"commit", "abc"},
                     {"started", "2026-01-02T03:04:05Z"},
                     {"toolchain", {{"compiler", "clang 19.1.7"}}},
                     {"controls", {{"caught", 7}, {"of", 7}}},
                     {"implementation",
                      {{"name", "made"}, {"release", "1"}, {"libraries", {{"plain", {{"sha256", "0123"}}}}}}}},
          .rows = std::move(rows),
          .footer = {{"verdict", verdict}, {"levels", levels}},
          .problems = {}};
}

const json all{"behaves", "race-checked", "typed"};

}  // namespace

TEST_CASE("a certificate is an in-toto statement about the libraries") {
  const json made_out = certificate(a_run({made("a.b.run", verdict::pass)}, "conforming", {{"a", all}}));
  CHECK(made_out["_type"] == "https://in-toto.io/Statement/v1");
  CHECK(made_out["predicateType"] == "https://in-toto.io/attestation/test-result/v0.1");
  CHECK(made_out["subject"] == json::array({{{"name", "made (plain)"}, {"digest", {{"sha256", "0123"}}}}}));
  CHECK(made_out["predicate"]["result"] == "PASSED");
  CHECK(made_out["predicate"]["levels"]["a"] == all);
  CHECK(made_out["predicate"]["configuration"].size() == 4);
}

TEST_CASE("a certificate says how much was searched, and what that is worth") {
  row one = made("one", verdict::pass), two = made("two", verdict::pass);
  one.explored = json::parse(
      R"([{"strategy":"random","executions":200,"detached":2,"outcomes":{}},
          {"strategy":"noise","executions":100,"detached":0,"outcomes":{}}])");
  two.explored = json::parse(R"([{"strategy":"random","executions":900,"detached":0,"outcomes":{}}])");
  row wrong = made("four", verdict::fail);
  wrong.explored = json::parse(R"([{"strategy":"random","executions":1,"detached":0,"outcomes":{}}])");
  const auto run = a_run({one, two, made("three", verdict::pass), wrong}, "not conforming", {{"a", all}});
  const json searched = certificate(run)["predicate"]["searched"];
  CHECK(searched["rows"] == 2);
  CHECK(searched["strategies"] == json{"random", "noise"});
  CHECK(searched["executions"] == 1200);
  CHECK(searched["detached"] == 2);
  CHECK(searched["fewest"] == 300);
  CHECK(searched["bound"].get<double>() == Approx(0.01));
  CHECK_THAT(junit(run), Contains("<property name=\"executions.random\" value=\"200\"/>"));
}

TEST_CASE("a certificate lists what did not run as failed, and does not say PASSED then") {
  const json made_out = certificate(
      a_run({made("one", verdict::pass), made("two", verdict::not_run), made("three", verdict::unsupported)},
            "conforming", {{"a", {"behaves"}}}));
  CHECK(made_out["predicate"]["result"] == "WARNED");
  CHECK(made_out["predicate"]["passedTests"] == json{"one (plain)"});
  CHECK(made_out["predicate"]["failedTests"] == json{"two (plain)", "three (plain)"});
}

TEST_CASE("a certificate does not speak of what no claim asks for") {
  row optional = made("two", verdict::unsupported);
  optional.is_optional = true;
  const json made_out = certificate(a_run({made("one", verdict::pass), optional}, "conforming", {{"a", all}}));
  CHECK(made_out["predicate"]["result"] == "PASSED");
  CHECK(made_out["predicate"]["passedTests"] == json{"one (plain)"});
  CHECK(made_out["predicate"]["failedTests"].empty());
}

TEST_CASE("a certificate of a run that does not conform says FAILED") {
  CHECK(certificate(a_run({made("one", verdict::timeout)}, "could not tell",
                          {{"a", json::array()}}))["predicate"]["result"] == "FAILED");
  CHECK(certificate(a_run({made("one", verdict::race)}, "not conforming",
                          {{"a", json::array()}}))["predicate"]["result"] == "FAILED");
}

TEST_CASE("a badge tells levels and never a percentage") {
  CHECK(badge(a_run({}, "conforming", {{"a", all}, {"b", all}}))["message"] == "fearless");
  CHECK(badge(a_run({}, "conforming", {{"a", {"behaves"}}, {"b", {"behaves"}}}))["message"] == "behaves");
  CHECK(badge(a_run({}, "conforming", {{"a", all}, {"b", {"behaves"}}, {"c", json::array()}}))["message"] ==
        "a: fearless · b: behaves");
  CHECK(badge(a_run({}, "not conforming", {{"a", json::array()}}))["message"] == "not conforming");
  CHECK(badge(a_run({}, "could not tell", {{"a", json::array()}}))["isError"] == true);
  CHECK(badge(a_run({}, "conforming", {{"a", all}}))["schemaVersion"] == 1);
}

TEST_CASE("JUnit tells failures, errors and what was skipped apart, and escapes what they say") {
  row bad = made("two", verdict::fail);
  bad.details = {"a < b && \"c\"", "\x1b[1m"};
  const std::string xml =
      junit(a_run({made("one", verdict::pass), bad, made("three", verdict::crash), made("four", verdict::not_run)},
                  "not conforming", {}));
  CHECK_THAT(xml, Contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\""));
  CHECK_THAT(xml, Contains("message=\"FAIL: a &lt; b &amp;&amp; &quot;c&quot;\""));
  CHECK_THAT(xml, !Contains("\x1b"));
}
