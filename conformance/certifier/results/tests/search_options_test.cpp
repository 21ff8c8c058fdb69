// SPDX-License-Identifier: MIT
#include "search_options.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"

using namespace fearless::certifier;
using namespace std::chrono_literals;
using Catch::Contains;

namespace {

const std::vector<strategy_info> known{{.name = "pct-3", .serialises = true, .is_exhaustive = false},
                                       {.name = "exhaustive-2", .serialises = true, .is_exhaustive = true}};

search_options with_strategy(const char* name) {
  return {.strategy = name, .executions = {}, .seed = {}, .replay = {}};
}

}  // namespace

TEST_CASE("an exhaustive strategy gets more time") {
  CHECK(resolved(with_strategy("exhaustive-2"), known).more_time() == 2min);
  CHECK(resolved(with_strategy("pct-3"), known).more_time() == 0s);
  search_options replay{.strategy = {}, .executions = {}, .seed = {}, .replay = "exhaustive-2:1"};
  CHECK(resolved(replay, known).more_time() == 0s);
}

TEST_CASE("a text of any length is no execution unless it names one") {
  CHECK(execution_in("pct-3:17 4  ").value().seed == 17);
  CHECK_FALSE(execution_in(std::string(1'000'000, 'x') + ":17 4"));
  search_options asked;
  asked.replay = std::string(1'000'000, 'x') + ":17";
  CHECK_THROWS_AS(strategy_in(asked), user_error);
}

TEST_CASE("a strategy that the test program does not have is an error") {
  CHECK_THROWS_WITH(resolved(with_strategy("pct-4"), known), Contains("unknown strategy pct-4: did you mean `pct-3`?"));
}
