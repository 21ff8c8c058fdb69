// SPDX-License-Identifier: MIT
#include "scenarios/mutate.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <set>

#include "scenarios/generator.hpp"

namespace scenarios {

namespace {

/// Whether a step of the scenario is such a one.
bool has(scenario what, const std::function<bool(const step&)>& is_such) {
  bool found = false;
  const auto look = [&](const std::vector<step>& list) { found = found || std::ranges::any_of(list, is_such); };
  for_each_list(what.setup, look);
  for_each_list(what.main, look);
  return found;
}

/// How many of a thousand mutants of these two have such a step.
int of_a_thousand(const char* from, const char* other, const std::function<bool(const step&)>& is_such) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed)
    if (has(mutate(parse(from), parse(other), seed), is_such)) ++found;
  return found;
}

constexpr const char* sends = "setup\n  channel s1 r1\nmain\n  clone s1 s2\n  send s1 v1\n  recv r1\n";
constexpr const char* counts = "setup\n  rc c1 v1\nmain\n  count c1\n";

}  // namespace

TEST_CASE("mutants of mutants can be read back, and stay quick") {
  std::vector<scenario> kept;
  for (std::uint64_t seed = 1; kept.size() < 20; ++seed)
    if (auto drawn = generate(seed); is_quick(drawn)) kept.push_back(std::move(drawn));
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    auto& from = kept[seed % kept.size()];
    auto mutant = mutate(from, kept[seed * 7 % kept.size()], seed);
    const auto text = text_of(mutant);
    REQUIRE(text_of(parse(text)) == text);
    REQUIRE(is_quick(mutant));
    from = std::move(mutant);
  }
}

TEST_CASE("the same seed gives the same mutant, and another seed mostly another one") {
  const auto from = generate(3), other = generate(4);
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CHECK(text_of(mutate(from, other, seed)) == text_of(mutate(from, other, seed)));
    seen.insert(text_of(mutate(from, other, seed)));
  }
  CHECK(seen.size() > 80);
}

TEST_CASE("a mutant can have what its scenario lacks") {
  const auto does = [](action wanted) { return [=](const step& each) { return each.does == wanted; }; };
  CHECK(of_a_thousand(sends, sends, does(action::spawn)) > 20);                                // a new thread
  CHECK(of_a_thousand(sends, counts, does(action::count)) > 20);                               // steps of the other one
  CHECK(of_a_thousand(sends, sends, does(action::try_recv)) > 20);                             // a drawn step
  CHECK(of_a_thousand(sends, sends, [](const step& each) { return each.times > 100; }) > 20);  // a count
  CHECK(of_a_thousand(sends, sends, [](const step& each) { return each.does == action::send && each.on.number == 2; }) >
        20);  // another object
  CHECK(of_a_thousand(sends, sends, [](const step& each) { return each.gives && each.gives->is == layout::null; }) >
        20);  // another value
  CHECK(of_a_thousand(sends, sends, [](const step& each) { return each.gives && each.gives->carries.is_some(); }) > 20);
}

TEST_CASE("a mutant can lack what its scenario has, or have it twice") {
  std::map<std::size_t, int> lengths;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) ++lengths[mutate(parse(sends), parse(sends), seed).main.size()];
  CHECK(lengths[2] > 20);
  CHECK(lengths[4] > 20);
}

TEST_CASE("no thread is spawned in the setup of a mutant") {
  const auto from = parse("setup\n  channel s1 r1\nmain\n  spawn t1 with s1 {\n    send s1 v1\n  }\n");
  for (std::uint64_t seed = 1; seed <= 5000; ++seed)
    for (const step& each : mutate(from, from, seed).setup) REQUIRE(each.does != action::spawn);
}

TEST_CASE("what takes long is not quick") {
  CHECK(is_quick(parse("main\n  send s1 v1 x 4097\n")));
  CHECK_FALSE(is_quick(parse("main\n  send s1 v1 x 65536\n")));
  CHECK_FALSE(is_quick(parse("main\n  each r1 x 200 {\n    send s1 v1 x 200\n  }\n")));
  CHECK_FALSE(is_quick(parse("main\n  sleep 1000000\n")));
}

}  // namespace scenarios
