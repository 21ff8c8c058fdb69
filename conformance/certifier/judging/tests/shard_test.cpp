// SPDX-License-Identifier: MIT
#include "shard.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;

namespace {

std::vector<planned_row> plan_of(std::size_t count) {
  std::vector<planned_row> plan(count);
  for (std::size_t i = 0; i < count; ++i) {
    plan[i].unjudged.claim = "alpha.first";
    plan[i].unjudged.case_name = "alpha.first." + std::to_string(i) + ".run";
  }
  return plan;
}

std::vector<std::string> names_in(const std::vector<planned_row>& plan) {
  std::vector<std::string> names;
  for (const planned_row& each : plan) names.push_back(each.unjudged.case_name);
  return names;
}

std::vector<std::string> names_in(const shard& of, const std::vector<planned_row>& plan, const row_times& times = {}) {
  std::vector<std::string> names;
  for (const std::size_t place : places_of(of, plan, times)) names.push_back(plan[place].unjudged.case_name);
  return names;
}

}  // namespace

TEST_CASE("each row is in exactly one shard, in the order of the plan") {
  const auto plan = plan_of(100);
  std::multiset<std::string> seen;
  for (unsigned part = 1; part <= 7; ++part) {
    const auto names = names_in({part, 7}, plan);
    CHECK(names.size() >= 14);
    seen.insert(names.begin(), names.end());
  }
  const auto all = names_in(plan);
  CHECK(seen == std::multiset<std::string>(all.begin(), all.end()));
  CHECK(names_in({1, 1}, plan) == all);
}

TEST_CASE("shards take about the same time") {
  const auto plan = plan_of(9);
  row_times times;
  for (const planned_row& each : plan) times[{each.unjudged.case_name, each.unjudged.build}] = 10;
  times[{"alpha.first.4.run", build_kind::plain}] = 80;

  CHECK(names_in({1, 2}, plan, times) == std::vector<std::string>{"alpha.first.4.run"});
  CHECK(places_of({2, 2}, plan, times).size() == 8);
}

TEST_CASE("the rows of scenarios of a build are in one shard, which executes them once") {
  auto plan = plan_of(20);
  for (std::size_t i = 0; i < 20; i += 2) {
    plan[i].unjudged.method = method::scenarios;
    plan[i].unjudged.build = i % 4 == 0 ? build_kind::plain : build_kind::instrumented;
  }
  row_times times;
  for (const planned_row& each : plan) times[{each.unjudged.case_name, each.unjudged.build}] = 10;
  std::map<build_kind, std::set<unsigned>> shards;
  for (unsigned part = 1; part <= 3; ++part) {
    std::int64_t milliseconds = 0;
    for (const std::size_t place : places_of({part, 3}, plan, times)) {
      if (plan[place].unjudged.method == method::scenarios)
        shards[plan[place].unjudged.build].insert(part);
      else
        milliseconds += 10;
    }
    CHECK(milliseconds <= 40);
  }
  CHECK(shards.at(build_kind::plain).size() == 1);
  CHECK(shards.at(build_kind::instrumented).size() == 1);
}

TEST_CASE("the digest of a partition tells different partitions apart") {
  const auto plan = plan_of(9);
  CHECK(partition_sha256(2, plan, {}) == partition_sha256(2, plan_of(9), {}));
  CHECK(partition_sha256(2, plan, {}) != partition_sha256(3, plan, {}));
  CHECK(partition_sha256(2, plan, {}) != partition_sha256(2, plan_of(8), {}));
  const row_times times{{{"alpha.first.4.run", build_kind::plain}, 80},
                        {{"alpha.first.5.run", build_kind::plain}, 1},
                        {{"alpha.first.6.run", build_kind::plain}, 1}};
  CHECK(partition_sha256(2, plan, {}) != partition_sha256(2, plan, times));
}

TEST_CASE("a shard is named K/N") {
  CHECK(shard_named("2/3").part == 2);
  CHECK(shard_named("2/3").of == 3);
  for (const char* wrong : {"", "2", "/", "0/3", "4/3", "2/0", "-1/3", "2/3x", "2/ 3", "1/1001", "99999999999/3"})
    CHECK_THROWS_WITH(shard_named(wrong), Contains("not a part of a run: give K/N"));
}
