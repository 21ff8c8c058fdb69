// SPDX-License-Identifier: MIT
#include "scenarios/coverage.hpp"

#include <algorithm>
#include <bit>

namespace scenarios {

void clear_counts(coverage& all) {
  // Relaxed, as all that follows: no other thread counts between two executions.
  for (auto& each : all.counts) each.store(0, std::memory_order_relaxed);
}

std::uint32_t add_counts(coverage& all) {
  std::uint32_t news = 0;
  for (std::size_t edge = 0; edge < coverage::most_edges; ++edge) {
    const auto count = all.counts[edge].load(std::memory_order_relaxed);
    if (count == 0) continue;
    const auto length = std::uint32_t{1} << (std::bit_width(count) - 1);
    if ((all.seen[edge] & length) == 0) ++news;
    all.seen[edge] |= length;
    all.counts[edge].store(0, std::memory_order_relaxed);
  }
  return news;
}

std::size_t edges_of(const coverage& all) {
  return static_cast<std::size_t>(std::ranges::count_if(all.seen, [](std::uint32_t lengths) { return lengths != 0; }));
}

}  // namespace scenarios
