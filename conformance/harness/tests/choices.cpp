// SPDX-License-Identifier: MIT
#include "scheduling/strategies/choices.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using scheduling::choices;

namespace {

/// The choices of an execution with this many steps. A step has this many options, and one more after an even choice.
std::string execute(choices& all, unsigned steps, unsigned options) {
  std::string chosen;
  unsigned here = options;
  all.begin();
  for (unsigned step = 0; step < steps; ++step) {
    const unsigned choice = all.choose(here);
    chosen += std::to_string(choice);
    here = options + (choice % 2 == 0 ? 1 : 0);
  }
  return chosen;
}

}  // namespace

TEST_CASE("every sequence of choices is made once") {
  choices all;
  std::multiset<std::string> made;
  do made.insert(execute(all, 3, 2));
  while (all.advance());

  CHECK(made == std::multiset<std::string>{"000", "001", "002", "010", "011", "020", "021", "022", "100", "101", "102",
                                           "110", "111"});
  CHECK(all.are_complete());
}

TEST_CASE("without choices there is one execution") {
  choices all;
  all.begin();
  CHECK(all.choose(1) == 0);
  CHECK(!all.advance());
}

TEST_CASE("an execution that does not repeat its choices makes the walk incomplete") {
  choices all;
  all.begin();
  all.choose(2);
  all.choose(2);
  REQUIRE(all.advance());
  all.begin();
  all.choose(3);
  CHECK(!all.are_complete());
}

TEST_CASE("after clear, the first execution comes again") {
  choices all;
  const auto first = execute(all, 2, 2);
  all.advance();
  CHECK(execute(all, 2, 2) != first);
  all.clear();
  CHECK(execute(all, 2, 2) == first);
}
