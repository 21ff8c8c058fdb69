// SPDX-License-Identifier: MIT
#include "sarif.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace fearless::certifier;
using nlohmann::json;

namespace {

row failed_row() {
  row failed{.claim = "channels.order",
             .case_name = "channels.order.stress",
             .method = method::stress,
             .build = build_kind::instrumented,
             .verdict = verdict::fail,
             .reproduce = "./fearless certify x",
             .details = {"forbidden outcome: \xff lost"}};
  using kind = explained_step::kind;
  failed.explained = explanation{
      .threads = {"the case", "started by thread 1"},
      .steps = {
          {.is = kind::call, .thread = 1, .text = "recv(receiver)"},
          {.is = kind::operation, .thread = 1, .text = "tail is 0", .file = "src/a b.hpp", .line = 7, .code = "x"},
          {.is = kind::operation,
           .thread = 2,
           .text = "tail = 1",
           .file = "/opt/ring.hpp",
           .line = 31,
           .marks = {step_mark::older_value}},
          {.is = kind::operation, .thread = 1, .text = "tail is 1", .file = "src/a b.hpp", .line = 9}}};
  return failed;
}

json log_of(const std::vector<row>& rows) {
  return json::parse(sarif(results{.rows = rows}));
}

}  // namespace

TEST_CASE("a failure points at the line that its explanation marks") {
  const json result = log_of({failed_row()})["runs"][0]["results"][0];
  CHECK(result["ruleId"] == "channels.order");
  const json& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "file:///opt/ring.hpp");
  CHECK(place["region"]["startLine"] == 31);
}

TEST_CASE("the code flow has the steps of each thread, in the order of all") {
  const json flows = log_of({failed_row()})["runs"][0]["results"][0]["codeFlows"][0]["threadFlows"];
  REQUIRE(flows.size() == 2);
  REQUIRE(flows[0]["locations"].size() == 2);
  CHECK(flows[0]["locations"][0]["executionOrder"] == 2);
  CHECK(flows[0]["locations"][1]["executionOrder"] == 4);
  CHECK(flows[1]["locations"][0]["executionOrder"] == 3);
  CHECK(flows[0]["locations"][0]["location"]["physicalLocation"]["artifactLocation"]["uri"] == "src/a%20b.hpp");
}

TEST_CASE("a log has only failures of the implementation, and one rule for each claim") {
  row passed = failed_row(), demonstration = failed_row(), unexplained = failed_row();
  passed.verdict = verdict::pass;
  demonstration.is_demonstration = true;
  unexplained.explained.reset();
  const json run = log_of({passed, demonstration, failed_row(), unexplained})["runs"][0];
  CHECK(run["results"].size() == 2);
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
  CHECK_FALSE(run["results"][1].contains("locations"));
}
