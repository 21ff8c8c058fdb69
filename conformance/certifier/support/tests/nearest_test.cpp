// SPDX-License-Identifier: MIT
#include "nearest.hpp"

#include <catch2/catch.hpp>

namespace fearless::certifier {

TEST_CASE("the nearest known name is suggested, or what there is") {
  const std::vector<std::string> known{"certify", "mutants", "claims"};
  CHECK(suggest("certfy", known) == "did you mean `certify`?");
  CHECK(suggest("claim", known) == "did you mean `claims`?");
  CHECK(suggest("xyzzy", known) == "known are certify, mutants, claims");
  CHECK(suggest("x", {}) == "there is none");
}

}  // namespace fearless::certifier
