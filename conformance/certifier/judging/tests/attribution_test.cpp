// SPDX-License-Identifier: MIT
#include "attribution.hpp"

#include <catch2/catch.hpp>

namespace fearless::certifier {

namespace {

scenario_finding breaking(std::vector<std::string> claims, std::string rule = "waits") {
  return {.seen = verdict::fail,
          .claims = std::move(claims),
          .what = "it broke",
          .rule = std::move(rule),
          .from = "seed 1",
          .entry = {}};
}

}  // namespace

TEST_CASE("a finding decides on each claim that it breaks") {
  const std::vector all{breaking({"recv.closed", "sender.moves"})};
  CHECK(attribute("recv.closed", all).decides == &all[0]);
  CHECK(attribute("sender.moves", all).decides == &all[0]);
  CHECK(attribute("recv.value", all).decides == nullptr);
}

TEST_CASE("a claim is not at fault for what also happens without it") {
  const std::vector all{breaking({"recv.closed", "sender.moves"}), breaking({"recv.closed"})};
  CHECK(attribute("recv.closed", all).decides == &all[0]);
  const auto moved = attribute("sender.moves", all);
  CHECK(moved.decides == nullptr);
  CHECK(moved.with == &all[0]);
  CHECK(moved.without == &all[1]);
}

TEST_CASE("another violation does not excuse a claim") {
  const std::vector all{breaking({"recv.closed", "sender.moves"}), breaking({"recv.value"}),
                        breaking({"recv.closed", "recv.value"}), breaking({})};
  CHECK(attribute("sender.moves", all).decides == &all[0]);
}

TEST_CASE("a violation of another kind does not excuse a claim") {
  const std::vector all{breaking({"recv.closed", "sender.moves"}), breaking({"recv.closed"}, "drops")};
  CHECK(attribute("sender.moves", all).decides == &all[0]);
}

TEST_CASE("one violation that only the claim explains decides") {
  const std::vector all{breaking({"recv.closed", "sender.moves"}), breaking({"recv.closed"}),
                        breaking({"order", "sender.moves"})};
  CHECK(attribute("sender.moves", all).decides == &all[2]);
}

}  // namespace fearless::certifier
