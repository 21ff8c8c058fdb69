// SPDX-License-Identifier: MIT
#include "nearest.hpp"

#include <catch2/catch.hpp>

namespace fearless::certifier {

TEST_CASE("the most similar name is suggested, or known names are listed") {
  const std::vector<std::string> known{"certify", "mutants", "claims"};
  CHECK(suggest("certfy", known) == "did you mean `certify`?");
  CHECK(suggest("claim", known) == "did you mean `claims`?");
  CHECK(suggest("xyzzy", known) == "known are certify, mutants, claims");
  CHECK(suggest("x", {}) == "none is known");
}

}  // namespace fearless::certifier
