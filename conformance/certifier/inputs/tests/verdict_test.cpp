// SPDX-License-Identifier: MIT
#include "verdict.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

TEST_CASE("each verdict has a name, and no other names are known") {
  for (const verdict each : all_verdicts) CHECK(verdict_named(name(each)) == each);
  CHECK_FALSE(verdict_named("pass"));
  CHECK_FALSE(verdict_named(""));
}

TEST_CASE("a worse verdict is smaller") {
  CHECK(verdict::invalid < verdict::crash);
  CHECK(verdict::race < verdict::fail);
  CHECK(verdict::fail < verdict::timeout);
  CHECK(verdict::not_run < verdict::pass);
}
