// SPDX-License-Identifier: MIT
#include "scenario_matrix.hpp"

#include <catch2/catch.hpp>
#include <initializer_list>

using namespace fearless::certifier;
using nlohmann::json;

namespace {

scenario_finding lost_message() {
  scenario_finding found;
  found.what = "a message was lost";
  return found;
}

/// A mutant that was killed after so many executions in each run; 0: not killed.
scenario_sample killed_after(std::initializer_list<std::uint64_t> executions) {
  scenario_sample sample;
  for (const std::uint64_t each : executions) {
    scenario_trial trial{.mutant = {}, .executions = each == 0 ? 5000 : each};
    trial.mutant.name = "a.mutant";
    if (each != 0) trial.killed_by = lost_message();
    sample.trials.push_back(trial);
  }
  return sample;
}

json row_of(const scenario_sample& sample) {
  const auto text = text_of(scenario_matrix{.runs = sample.trials.size(), .samples = {sample}});
  const auto from = text.find('\n') + 1;
  return json::parse(text.substr(from, text.find('\n', from) - from));
}

}  // namespace

TEST_CASE("a mutant counts as killed by scenarios if every run killed it") {
  scenario_matrix matrix{.runs = 2, .samples = {killed_after({7, 9}), killed_after({7, 0})}};
  CHECK(matrix.killed() == 1);
  CHECK_FALSE(matrix.holds());
  matrix.samples.pop_back();
  CHECK(matrix.holds());
}

TEST_CASE("a mutant whose file says why scenarios miss it may survive") {
  scenario_matrix matrix{.runs = 1, .samples = {killed_after({0})}};
  CHECK(matrix.explained() == 0);
  CHECK_FALSE(matrix.holds());
  for (auto& each : matrix.samples.front().trials) each.mutant.missed_by_scenarios = "They measure no time.";
  CHECK(matrix.explained() == 1);
  CHECK(matrix.holds());
  CHECK(matrix.killed() == 0);
}

TEST_CASE("scenarios must find nothing in a correct implementation") {
  scenario_matrix matrix{.runs = 1, .samples = {killed_after({7})}, .correct = {{.name = "reference"}}};
  CHECK(matrix.holds());
  matrix.correct.front().report.findings = {lost_message()};
  CHECK_FALSE(matrix.holds());
}

TEST_CASE("a run without a kill is the slowest one, however few executions it had") {
  const auto sample = killed_after({9000, 0, 3});
  CHECK(sample.kills() == 2);
  CHECK(sample.median() == 9000);
  CHECK_FALSE(sample.worst());
  CHECK_FALSE(killed_after({0, 4, 0}).median());
}

TEST_CASE("scenarios.jsonl has the executions of each run, and how far a kill was reduced") {
  auto sample = killed_after({30, 0});
  auto row = row_of(sample);
  CHECK(row["found_at"] == json::array({30, nullptr}));
  CHECK(row["killed_in"] == 1);
  CHECK(row["what"] == "a message was lost");
  CHECK(row["reduced"].is_null());

  scenario_finding left = lost_message();
  left.entry = {.strategy = "random", .seed = 3, .executions = 1, .what = scenarios::parse("main\n  channel s1 r1\n")};
  sample.trials.front().reduced = reduced_kill{.left = {.found = left}, .replays = 19, .tries = 20, .milliseconds = 5};
  row = row_of(sample);
  CHECK(row["reduced"]["steps"] == 1);
  CHECK(row["reduced"]["threads"] == 1);
  CHECK(row["reduced"]["replayed_in"] == 19);
  CHECK(row["reduced"]["replays"] == 20);
  CHECK(row["reduced"]["scenario"] == "main\n  channel s1 r1\n");
}
