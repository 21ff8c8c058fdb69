// SPDX-License-Identifier: MIT
#include "testing/growth.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <vector>

namespace {

using testing::growth;

/// What is said of memory of which this much is allocated after each time, from 0 on.
growth judged(const std::function<std::size_t(std::uint64_t)>& allocated) {
  growth seen;
  for (std::uint64_t time = 0; !seen.is_decided(); ++time) seen.note(allocated(time));
  return seen;
}

TEST_CASE("memory that remains each time grows") {
  const auto seen = judged([](std::uint64_t time) { return 1000 + 16 * time; });
  CHECK(seen.is_seen());
  CHECK(seen.bytes() == 16 * (growth::most_times - growth::times_in_each));
}

TEST_CASE("memory that remains now and then grows") {
  CHECK(judged([](std::uint64_t time) { return 1000 + time / growth::times_in_each * 16; }).is_seen());
}

TEST_CASE("growth is seen beside a cache that fills and is emptied") {
  CHECK(judged([](std::uint64_t time) { return 16 * time + time * 37 % 7 * 1000; }).is_seen());
}

TEST_CASE("memory that stays or shrinks does not grow") {
  CHECK_FALSE(judged([](std::uint64_t) { return 1000; }).is_seen());
  CHECK_FALSE(judged([](std::uint64_t time) { return 100'000 - 16 * time; }).is_seen());
  CHECK_FALSE(judged([](std::uint64_t time) { return time * 37 % 101 * 64; }).is_seen());
}

TEST_CASE("a cache that fills does not grow once it is full") {
  CHECK_FALSE(judged([](std::uint64_t time) { return std::min<std::uint64_t>(time, 300) * 64; }).is_seen());
}

TEST_CASE("the highest of random figures does not grow for long") {
  std::mt19937_64 random(1);
  for (int attempt = 0; attempt < 1000; ++attempt) {
    std::size_t highest = 0;
    CHECK_FALSE(
        judged([&](std::uint64_t) { return highest = std::max<std::size_t>(highest, random() >> 1U); }).is_seen());
  }
}

TEST_CASE("what is not freed is counted") {
  static std::vector<std::unique_ptr<std::size_t>> kept;
  kept.reserve(growth::most_times);
  CHECK(testing::grows([] { kept.push_back(std::make_unique<std::size_t>(kept.size())); }));
  kept.clear();
  CHECK_FALSE(testing::grows([] {
    kept.clear();
    kept.push_back(std::make_unique<std::size_t>(1));
  }));
}

}  // namespace
