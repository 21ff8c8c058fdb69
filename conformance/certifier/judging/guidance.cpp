// SPDX-License-Identifier: MIT
#include "guidance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <utility>

#include "scenarios/generator.hpp"
#include "scenarios/mutate.hpp"

namespace fearless::certifier {

namespace {

constexpr std::size_t most_latest = 16;

}  // namespace

drawn_scenario fresh_scenario(std::uint64_t seed) {
  return {.what = scenarios::generate(seed), .from = fmt::format("seed {}", seed)};
}

guidance::guidance(search_state from) : state_(std::move(from)), counted_(scratch_.path() / "coverage") {
  for (const auto& [edge, lengths] : state_.edges) counted_->seen.at(edge) = lengths;
}

drawn_scenario guidance::draw(std::uint64_t seed) const {
  if (seed % 2 == 0 || state_.kept.empty()) return fresh_scenario(seed);
  std::mt19937_64 numbers(seed);
  const auto among = [&](std::size_t last) { return state_.kept[state_.kept.size() - 1 - numbers() % last]; };
  // Half of them from the latest: what took so long to be reached is rare, and most worth going on from.
  const std::size_t all = state_.kept.size(), latest = std::min(all, most_latest);
  const auto from = scenarios::parse(among(numbers() % 2 == 0 ? latest : all));
  if (numbers() % 4 == 0)
    return {.what = from, .from = fmt::format("a kept scenario, with schedules of seed {}", seed)};
  return {.what = scenarios::mutate(from, scenarios::parse(among(all)), seed),
          .from = fmt::format("a kept scenario, mutated by seed {}", seed),
          .is_once = true};
}

void guidance::keep_from(const std::vector<scenarios::batch_entry>& batch) {
  for (std::size_t entry = 0; entry < batch.size(); ++entry) {
    if (std::exchange(counted_->news.at(entry), 0) == 0 || !scenarios::can_be_mutated(batch[entry].what)) continue;
    auto text = scenarios::text_of(batch[entry].what);
    if (std::ranges::find(state_.kept, text) != state_.kept.end()) continue;
    if (state_.kept.size() == most_kept) state_.kept.erase(state_.kept.begin());
    state_.kept.push_back(std::move(text));
  }
}

void guidance::note_done(std::uint64_t next_seed, std::uint64_t scenarios, std::uint64_t executions) {
  state_.next_seed = next_seed;
  state_.scenarios += scenarios;
  state_.executions += executions;
}

search_state guidance::state() const {
  search_state now = state_;
  now.edges.clear();
  for (std::uint32_t edge = 0; edge < counted_->seen.size(); ++edge)
    if (counted_->seen[edge] != 0) now.edges[edge] = counted_->seen[edge];
  return now;
}

}  // namespace fearless::certifier
