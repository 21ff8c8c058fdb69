// SPDX-License-Identifier: MIT
#include "certificate.hpp"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "badge.hpp"
#include "junit.hpp"

using namespace fearless::certifier;
using Catch::Contains;
using nlohmann::json;

namespace {

row made(const char* case_name, verdict seen) {
  row each{.claim = "a.b", .case_name = case_name, .method = method::run, .build = build_kind::plain};
  each.verdict = seen;
  each.reproduce = "./fearless certify made --case a.b.run";
  return each;
}

results a_run(std::vector<row> rows, conclusion verdict, const levels_by_profile& levels) {
  return {.header = {.origin = {.suite = "0.1.0",
                                .commit = "abc",
                                .started = "2026-01-02T03:04:05Z",
                                .toolchain = {.compiler = "clang 19.1.7", .system = {}, .processor = {}}},
                     .controls = {.caught = 7, .of = 7},
                     .implementation = {.name = "made",
                                        .release = "1",
                                        .language = {},
                                        .description = {},
                                        .homepage = {},
                                        .libraries = {{build_kind::plain, "0123"}}}},
          .rows = std::move(rows),
          .summary = {.verdict = verdict, .levels = levels}};
}

explored_strategy result_of(const char* strategy, std::uint64_t executions, std::uint64_t detached = 0) {
  return {.strategy = strategy, .executions = executions, .detached = detached};
}

const std::vector<level> all_levels{level::behaves, level::race_checked, level::typed};

}  // namespace

TEST_CASE("a certificate is an in-toto statement about the libraries") {
  const json made_out =
      certificate(a_run({made("a.b.run", verdict::pass)}, conclusion::conforming, {{"a", all_levels}}));
  CHECK(made_out["_type"] == "https://in-toto.io/Statement/v1");
  CHECK(made_out["predicateType"] == "https://in-toto.io/attestation/test-result/v0.1");
  CHECK(made_out["subject"] == json::array({{{"name", "made (plain)"}, {"digest", {{"sha256", "0123"}}}}}));
  CHECK(made_out["predicate"]["result"] == "PASSED");
  CHECK(made_out["predicate"]["levels"]["a"] == json{"behaves", "race-checked", "typed"});
  CHECK(made_out["predicate"]["configuration"].size() == 6);
}

TEST_CASE("a certificate names what a library loads and what was read for the native bindings") {
  results run = a_run({made("a.b.run", verdict::pass)}, conclusion::conforming, {{"a", all_levels}});
  run.header.implementation.loads[build_kind::plain] = {{.name = "libcore.so", .sha256 = "45"}};
  run.header.implementation.native_bindings = {.sha256 = "67", .reads = {{.name = "detail/lock.hpp", .sha256 = "89"}}};
  std::vector<std::string> names;
  const json made = certificate(run);
  for (const json& each : made["subject"]) names.push_back(each["name"]);
  CHECK(names == std::vector<std::string>{"made (plain)", "made (plain: libcore.so)", "made (native bindings)",
                                          "made (native bindings: detail/lock.hpp)"});
}

TEST_CASE("a certificate states how much was explored, and the bound on the failure rate") {
  row one = made("one", verdict::pass), two = made("two", verdict::pass);
  one.explored = {result_of("random", 200, 2), result_of("noise", 100)};
  two.explored = {result_of("random", 900)};
  row wrong = made("four", verdict::fail);
  wrong.explored = {result_of("random", 1)};
  const auto run =
      a_run({one, two, made("three", verdict::pass), wrong}, conclusion::not_conforming, {{"a", all_levels}});
  const json searched = certificate(run)["predicate"]["searched"];
  CHECK(searched["rows"] == 2);
  CHECK(searched["strategies"] == json{"random", "noise"});
  CHECK(searched["executions"] == 1200);
  CHECK(searched["detached"] == 2);
  CHECK(searched["fewest"] == 300);
  CHECK(searched["bound"].get<double>() == Approx(0.01));
  CHECK_THAT(junit(run), Contains("<system-out>200 executions by random\n"));
}

TEST_CASE("a certificate warns of rows that were not decided, and is then not PASSED") {
  const json made_out =
      certificate(a_run({made("one", verdict::pass), made("two", verdict::not_run), made("three", verdict::unsupported),
                         made("four", verdict::timeout), made("five", verdict::invalid)},
                        conclusion::conforming, {{"a", {level::behaves}}}));
  CHECK(made_out["predicate"]["result"] == "WARNED");
  CHECK(made_out["predicate"]["passedTests"] == json{"one (plain)"});
  CHECK(made_out["predicate"]["warnedTests"] == json{"two (plain)", "three (plain)", "four (plain)"});
  CHECK(made_out["predicate"]["failedTests"] == json{"five (plain)"});
}

TEST_CASE("a certificate leaves out missing optional features") {
  row optional = made("two", verdict::unsupported);
  optional.is_optional = true;
  const json made_out =
      certificate(a_run({made("one", verdict::pass), optional}, conclusion::conforming, {{"a", all_levels}}));
  CHECK(made_out["predicate"]["result"] == "PASSED");
  CHECK(made_out["predicate"]["passedTests"] == json{"one (plain)"});
  CHECK(made_out["predicate"]["failedTests"].empty());
}

TEST_CASE("the certificate of a run that does not conform is FAILED") {
  CHECK(certificate(a_run({made("one", verdict::timeout)}, conclusion::could_not_tell,
                          {{"a", {}}}))["predicate"]["result"] == "FAILED");
  CHECK(certificate(a_run({made("one", verdict::race)}, conclusion::not_conforming,
                          {{"a", {}}}))["predicate"]["result"] == "FAILED");
}

TEST_CASE("a badge names the profiles with their levels, and never a percentage") {
  const auto message = [](conclusion verdict, const levels_by_profile& levels, bool by_name = false) {
    results run = a_run({}, verdict, levels);
    if (by_name) run.header.requested_profiles = {"a"};
    return badge(run)["message"].get<std::string>();
  };
  CHECK(message(conclusion::conforming, {{"a", all_levels}, {"b", all_levels}}) == "all profiles: fearless");
  CHECK(message(conclusion::conforming, {{"a", {level::behaves}}}, true) == "a: behaves");
  CHECK(message(conclusion::conforming,
                {{"a", all_levels}, {"b", {level::behaves}}, {"c", {}}, {"d", {level::behaves}}}) ==
        "b, d: behaves · a: fearless");
  CHECK(message(conclusion::conforming, {{"a", {}}}) == "no level");
  CHECK(message(conclusion::not_conforming, {{"a", {}}}) == "not conforming");
  CHECK(message(conclusion::not_conforming, {{"a", {}}, {"b", {level::behaves}}}) == "not conforming · b: behaves");
  CHECK(badge(a_run({}, conclusion::not_conforming, {{"b", all_levels}}))["color"] == "red");
  CHECK(badge(a_run({}, conclusion::could_not_tell, {{"a", {}}}))["isError"] == true);
  CHECK(badge(a_run({}, conclusion::conforming, {{"a", all_levels}}))["schemaVersion"] == 1);
}

TEST_CASE("JUnit distinguishes failures, errors and skipped rows, and holds any text") {
  row bad = made("two", verdict::fail);
  bad.details = {"a < b && \"c\"", "\x1b[1m", "\xEF\xBF\xBE\xEF\xBF\xBF\x7F\xC2\x85|\xC3\xA9"};
  const std::string xml =
      junit(a_run({made("one", verdict::pass), bad, made("three", verdict::crash), made("four", verdict::not_run)},
                  conclusion::not_conforming, {}));
  pugi::xml_document read;
  REQUIRE(read.load_string(xml.c_str()));
  const pugi::xml_node suite = read.child("testsuites").child("testsuite");
  CHECK(suite.attribute("name").value() == std::string("fearless.plain"));
  CHECK(suite.attribute("tests").as_int() == 4);
  CHECK(suite.attribute("failures").as_int() == 1);
  CHECK(suite.attribute("errors").as_int() == 1);
  CHECK(suite.attribute("skipped").as_int() == 1);
  const pugi::xml_node failure = suite.find_child_by_attribute("testcase", "name", "two").child("failure");
  CHECK(failure.attribute("message").value() == std::string("FAIL: a < b && \"c\""));
  CHECK(failure.attribute("type").value() == std::string("FAIL"));
  const pugi::xml_node total = read.child("testsuites");
  CHECK(total.attribute("tests").as_int() == 4);
  CHECK(total.attribute("failures").as_int() == 1);
  CHECK(total.attribute("errors").as_int() == 1);
  CHECK(total.attribute("time").value() == std::string(suite.attribute("time").value()));
  CHECK_THAT(failure.text().get(), Contains("?[1m\n????|\xC3\xA9\n./fearless certify made --case a.b.run\n"));
  CHECK_THAT(xml, !Contains("\x1b") && !Contains("&#27;"));
}
