// SPDX-License-Identifier: MIT
#include "scenarios/coverage.hpp"

#include <catch2/catch.hpp>
#include <memory>

namespace scenarios {

namespace {

/// How much is new in an execution that took an edge so often.
std::uint32_t news_of(coverage& all, std::size_t edge, std::uint32_t count) {
  all.counts[edge] = count;
  return add_counts(all);
}

}  // namespace

TEST_CASE("an edge is new once") {
  const auto all = std::make_unique<coverage>();
  CHECK(news_of(*all, 7, 1) == 1);
  CHECK(news_of(*all, 7, 1) == 0);
  CHECK(news_of(*all, 8, 1) == 1);
  CHECK(edges_of(*all) == 2);
}

TEST_CASE("an edge is new again when it is taken about twice as often as ever") {
  const auto all = std::make_unique<coverage>();
  news_of(*all, 7, 4);
  CHECK(news_of(*all, 7, 7) == 0);
  CHECK(news_of(*all, 7, 8) == 1);
  CHECK(news_of(*all, 7, UINT32_MAX) == 1);
  CHECK(news_of(*all, 7, 4) == 0);
  CHECK(edges_of(*all) == 1);
}

TEST_CASE("each execution begins without counts") {
  const auto all = std::make_unique<coverage>();
  news_of(*all, 7, 5);
  CHECK(all->counts[7] == 0);
  all->counts[9] = 1;
  clear_counts(*all);
  CHECK(add_counts(*all) == 0);
  CHECK(edges_of(*all) == 1);
}

}  // namespace scenarios
