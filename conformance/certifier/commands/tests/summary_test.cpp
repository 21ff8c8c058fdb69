// SPDX-License-Identifier: MIT
#include "summary.hpp"

#include <catch2/catch.hpp>

#include "fake_project.hpp"

namespace fearless::certifier {

TEST_CASE("a level that is missing names the first features that are lacking, and counts the others") {
  const auto printed_with = [](std::vector<std::string> lacking) {
    results run;
    run.header.profiles = {"a"};
    run.summary.levels["a"] = {};
    run.summary.shortfalls["a"] = {.failing = 0, .lacking = std::move(lacking)};
    const testing::captured_output printed;
    terminal screen;
    print_summary(run, screen);
    return printed.text();
  };
  CHECK_THAT(printed_with({"no b", "no c", "no d"}), Catch::Contains("no level: no b, no c, no d\n"));
  CHECK_THAT(printed_with({"no b", "no c", "no d", "no e", "no f"}),
             Catch::Contains("no level: no b, no c, no d and 2 more\n"));
}

}  // namespace fearless::certifier
