// SPDX-License-Identifier: MIT
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <fearless/barrier.hpp>
#include <thread>
#include <vector>

using fearless::barrier;

namespace {

static_assert(fearless::send<barrier> && fearless::sync<barrier>);

}  // namespace

TEST_CASE("no thread passes a barrier before all have arrived, in every round, and one of them is the leader") {
  constexpr std::size_t threads = 4;
  constexpr std::size_t rounds = 500;
  const barrier b(threads);
  std::array<std::size_t, threads> at{};  // written by one thread each, and read by all after the barrier
  std::array<std::size_t, threads> led{};
  std::array<std::size_t, threads> together{};
  {
    std::vector<std::jthread> running;
    for (std::size_t own = 0; own < threads; ++own)
      running.emplace_back([&, own] {
        for (std::size_t round = 1; round <= rounds; ++round) {
          at.at(own) = round;
          led.at(own) += b.wait().is_leader() ? 1 : 0;
          bool all_are_here = true;
          for (const std::size_t other : at) all_are_here = all_are_here && other == round;
          together.at(own) += all_are_here ? 1 : 0;
          b.wait();
        }
      });
  }

  CHECK(led[0] + led[1] + led[2] + led[3] == rounds);
  for (const std::size_t own : together) CHECK(own == rounds);
}

TEST_CASE("a barrier for one thread or none never waits") {
  const barrier one(1);
  const barrier none(0);

  for (int i = 0; i < 3; ++i) {
    CHECK(one.wait().is_leader());
    CHECK(none.wait().is_leader());
  }
}
