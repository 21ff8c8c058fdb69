// SPDX-License-Identifier: MIT
#include "parallel.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

using namespace fearless::certifier;

TEST_CASE("every item is processed once, with any number of jobs") {
  for (const unsigned jobs : {1U, 2U, 100U}) {
    std::vector<std::atomic<int>> times(50);
    run_all(times.size(), jobs, [&](std::size_t i) { ++times[i]; });
    for (const auto& each : times) CHECK(each == 1);
  }
}

TEST_CASE("the first exception ends the work") {
  std::atomic<int> begun = 0;
  const auto work = [&](std::size_t i) {
    ++begun;
    if (i == 3) throw std::runtime_error("three");
  };
  CHECK_THROWS_WITH(run_all(1000, 1, work), "three");
  CHECK(begun == 4);
}
