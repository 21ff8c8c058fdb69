// SPDX-License-Identifier: MIT
#include "shard.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
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

std::vector<std::string> names_in(const std::vector<planned_row>& rows) {
  std::vector<std::string> names;
  for (const planned_row& each : rows) names.push_back(each.unjudged.case_name);
  return names;
}

}  // namespace

TEST_CASE("each row is in exactly one shard, in the order of the plan") {
  const auto plan = plan_of(100);
  std::multiset<std::string> seen;
  for (unsigned part = 1; part <= 7; ++part) {
    const auto names = names_in(rows_of({part, 7}, plan, {}));
    CHECK(names.size() >= 14);
    seen.insert(names.begin(), names.end());
  }
  const auto all = names_in(plan);
  CHECK(seen == std::multiset<std::string>(all.begin(), all.end()));
  CHECK(names_in(rows_of({1, 1}, plan, {})) == all);
}

TEST_CASE("shards take about the same time") {
  const auto plan = plan_of(9);
  row_times times;
  for (const planned_row& each : plan) times[{each.unjudged.case_name, each.unjudged.build}] = 10;
  times[{"alpha.first.4.run", build_kind::plain}] = 80;

  CHECK(names_in(rows_of({1, 2}, plan, times)) == std::vector<std::string>{"alpha.first.4.run"});
  CHECK(rows_of({2, 2}, plan, times).size() == 8);
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

TEST_CASE("the file of a shard holds its rows, and neither levels nor a verdict on the implementation") {
  results run;
  run.rows.emplace_back().verdict = verdict::pass;
  const auto lines = lines_of(text_of_shard(run, {2, 3}, "ab12"));
  REQUIRE(lines.size() == 3);
  const auto header = nlohmann::json::parse(lines.front()), footer = nlohmann::json::parse(lines.back());
  CHECK(header.at("shard") == nlohmann::json{{"part", 2}, {"of", 3}, {"partition_sha256", "ab12"}});
  CHECK(footer.at("counts") == nlohmann::json{{"PASS", 1}});
  CHECK_FALSE(footer.contains("levels"));
  CHECK_FALSE(footer.contains("verdict"));
}
