// SPDX-License-Identifier: MIT
#include "simplification.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace fearless::certifier;

namespace {

/// Finds the first plan that has all of these departures.
plan_trial fails_with(const std::set<std::string>& needed, std::size_t& executions) {
  return [&executions, needed](const std::vector<departures>& plans) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < plans.size(); ++i) {
      ++executions;
      const std::set<std::string> has(plans[i].begin(), plans[i].end());
      if (std::ranges::includes(has, needed)) return i;
    }
    return std::nullopt;
  };
}

departures numbered(int count) {
  departures all;
  for (int i = 0; i < count; ++i) all.push_back(std::to_string(i));
  return all;
}

bool never() {
  return false;
}

}  // namespace

TEST_CASE("a plan keeps the departures that the failure needs, and no others") {
  for (const std::set<std::string>& needed :
       {std::set<std::string>{}, {"0"}, {"59"}, {"3", "4"}, {"0", "31", "59"}, {"1", "2", "3", "50"}}) {
    std::size_t executions = 0;
    const auto found = simplified(numbered(60), fails_with(needed, executions), never);
    CHECK(std::set<std::string>(found.plan.begin(), found.plan.end()) == needed);
    CHECK(found.is_minimal);
    CHECK(executions < 1000);
  }
}

TEST_CASE("the departures stay in their order") {
  std::size_t executions = 0;
  const auto found = simplified(numbered(10), fails_with({"2", "5", "9"}, executions), never);
  CHECK(found.plan == departures{"2", "5", "9"});
}

TEST_CASE("where the time is over the plan still fails, and is not called minimal") {
  std::size_t executions = 0;
  const auto found = simplified(numbered(20), fails_with({"2", "5"}, executions), [&] { return executions > 30; });
  CHECK(std::ranges::find(found.plan, "2") != found.plan.end());
  CHECK(std::ranges::find(found.plan, "5") != found.plan.end());
  CHECK_FALSE(found.is_minimal);
}

TEST_CASE("a plan of which nothing can be left out stays as it is") {
  std::size_t executions = 0;
  const auto found = simplified({"a"}, fails_with({"a"}, executions), never);
  CHECK(found.plan == departures{"a"});
  CHECK(found.is_minimal);
}
