// SPDX-License-Identifier: MIT
#include "stacks.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

TEST_CASE("stacks of what is not there, or of nothing, say nothing") {
  CHECK(lines_of_stacks("", "/").empty());
  CHECK(lines_of_stacks("905\nend\n", "/").empty());
  CHECK(lines_of_stacks("905\t/nonexistent.so\t17\nend\n", "/").empty());
}

TEST_CASE("malformed stacks are left out") {
  for (const char* each :
       {"905\tlib.so\n", "\t\t\n", "x\tlib.so\t1\n", "905\tlib.so\t-1\n", "905\tlib.so\tx\n", "\n\n\n"})
    CHECK(lines_of_stacks(each, "/").empty());
}
