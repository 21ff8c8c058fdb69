// SPDX-License-Identifier: MIT
#include "scenarios/shrink.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/generator.hpp"

namespace scenarios {

namespace {

/// Whether some thread of the scenario does this.
bool does(const scenario& what, action wanted) {
  scenario copy = what;
  bool found = false;
  const auto look = [&](const std::vector<step>& list) {
    found = found || std::ranges::any_of(list, [=](const step& each) { return each.does == wanted; });
  };
  for_each_list(copy.setup, look);
  for_each_list(copy.main, look);
  return found;
}

}  // namespace

TEST_CASE("a scenario is reduced to the steps that make it fail") {
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const auto failing = generate(seed);
    const auto fails = [](const scenario& what) { return does(what, action::send) && does(what, action::clone); };
    if (!fails(failing)) continue;
    ++tried;
    const auto smallest = shrink(failing, 2000, fails);
    CHECK(fails(smallest));
    CHECK(extent_of(smallest).steps == 2);
  }
  CHECK(tried > 20);
}

TEST_CASE("a number of repetitions is reduced to the lowest that fails") {
  const auto failing = parse("setup\n  channel s1 r1\n  crowd s1 x 70000\nmain\n  drop s1\n");
  const auto smallest = shrink(failing, 2000, [](const scenario& what) {
    return !what.setup.empty() && what.setup.back().does == action::crowd && what.setup.back().times >= 256;
  });
  CHECK(text_of(smallest) == "setup\n  crowd s1 x 256\nmain\n");
}

TEST_CASE("objects that need not move into a closure are left where they are") {
  const auto failing = parse("main\n  spawn t1 with s1 s2 a1 {\n  }\n");
  const auto smallest = shrink(failing, 2000, [](const scenario& what) {
    return !what.main.empty() &&
           std::ranges::any_of(what.main.front().moves, [](handle each) { return each.number == 2; });
  });
  CHECK(text_of(smallest) == "main\n  spawn t1 with s2 {\n  }\n");
}

TEST_CASE("the number of attempts is limited") {
  int asked = 0;
  shrink(generate(5), 10, [&](const scenario&) { return ++asked == 0; });
  CHECK(asked <= 10);
}

}  // namespace scenarios
