// SPDX-License-Identifier: MIT
#include "guidance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/generator.hpp"
#include "scenarios/scenario.hpp"

using namespace fearless::certifier;

namespace {

std::vector<scenarios::batch_entry> batch_of(std::initializer_list<const char*> texts) {
  std::vector<scenarios::batch_entry> batch;
  for (const char* each : texts) batch.push_back({.strategy = "random", .what = scenarios::parse(each)});
  return batch;
}

constexpr const char *drops_one = "main\n  drop s1\n", *drops_two = "main\n  drop s2\n";

}  // namespace

TEST_CASE("a scenario is kept if it took new edges, once") {
  guidance guided(search_state{});
  guided.counted()->news[1] = 3;
  guided.keep_from(batch_of({drops_one, drops_two}));
  CHECK(guided.kept() == std::vector<std::string>{drops_two});

  guided.keep_from(batch_of({drops_two, drops_one}));  // what was new before is not new again
  CHECK(guided.kept() == std::vector<std::string>{drops_two});
  guided.counted()->news[0] = 1;
  guided.keep_from(batch_of({drops_two}));
  CHECK(guided.kept() == std::vector<std::string>{drops_two});
}

TEST_CASE("a scenario that takes long is not kept") {
  guidance guided(search_state{});
  guided.counted()->news[0] = 1;
  guided.keep_from(batch_of({"main\n  crowd s1 x 65536\n"}));
  CHECK(guided.kept().empty());
}

TEST_CASE("the number of kept scenarios is limited, and the oldest one is dropped") {
  search_state full;
  full.kept.assign(guidance::most_kept, drops_one);
  full.kept.front() = "the oldest";
  guidance guided(full);
  guided.counted()->news[0] = 1;
  guided.keep_from(batch_of({drops_two}));
  CHECK(guided.kept().size() == guidance::most_kept);
  CHECK(guided.kept().front() == drops_one);
  CHECK(guided.kept().back() == drops_two);
}

TEST_CASE("every second scenario is a kept one, mutated or not, and the others are generated from their seeds") {
  search_state state;
  const auto text_drawn_at = [&](std::uint64_t seed) { return text_of(guidance(state).draw(seed).what); };
  CHECK(text_drawn_at(7) == text_of(scenarios::generate(7)));  // as long as none is kept

  state.kept = {drops_one, drops_two};
  int are_kept = 0, are_mutants = 0;
  for (std::uint64_t seed = 2; seed <= 200; seed += 2) {
    CHECK(text_drawn_at(seed) == text_of(scenarios::generate(seed)));
    const auto other = text_drawn_at(seed + 1);
    CHECK(other == text_drawn_at(seed + 1));
    CHECK(other != text_of(scenarios::generate(seed + 1)));
    ++(std::ranges::find(state.kept, other) != state.kept.end() ? are_kept : are_mutants);
  }
  CHECK(are_kept > 10);
  CHECK(are_mutants > 50);
}

TEST_CASE("half of the kept scenarios that are drawn are among the latest, and mutants are executed once") {
  search_state state;
  for (int number = 0; number < 1000; ++number) state.kept.push_back(fmt::format("main\n  sleep {}\n", number));
  const guidance guided(state);
  const std::vector<std::string> latest(state.kept.end() - 16, state.kept.end());
  int are_kept = 0, are_latest = 0;
  for (std::uint64_t seed = 1; seed <= 2001; seed += 2) {
    const auto drawn = guided.draw(seed);
    const bool is_kept = std::ranges::find(state.kept, text_of(drawn.what)) != state.kept.end();
    if (is_kept) ++are_kept;
    if (is_kept && std::ranges::find(latest, text_of(drawn.what)) != latest.end()) ++are_latest;
    if (!is_kept) CHECK(drawn.is_once);
  }
  CHECK(are_latest > are_kept * 2 / 5);
  CHECK(are_latest < are_kept * 3 / 5);
  CHECK_FALSE(guided.draw(2).is_once);
}

TEST_CASE("a search goes on with what an earlier one has reached") {
  guidance guided(search_state{.library = "a", .suite = "b"});
  guided.counted()->seen[5] = 6;
  guided.counted()->news[0] = 1;
  guided.keep_from(batch_of({drops_one}));
  guided.note_done(101, 100, 700);
  guided.note_begun();

  const guidance next(guided.state());
  CHECK(next.edges() == 1);
  CHECK(next.counted()->seen[5] == 6);
  CHECK(next.kept() == guided.kept());
  CHECK(next.next_seed() == 101);
  CHECK(next.has_begun());
  CHECK(next.state().executions == 700);
}
