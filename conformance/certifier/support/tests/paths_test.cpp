// SPDX-License-Identifier: MIT
#include "paths.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

TEST_CASE("in the project's tree the results of compilers are kept in the build folder") {
  const paths where{.source = "/source", .build = "/build"};
  CHECK(where.output == "/build");
  CHECK(where.cache == "/build/result-cache");
}
