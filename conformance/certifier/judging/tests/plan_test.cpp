// SPDX-License-Identifier: MIT
#include "plan.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

TEST_CASE("the profile of claims beyond the document comes last, wherever its first claim stands") {
  catalogue claims;
  for (const char* const profile : {"threads", "beyond", "channels", "threads", "beyond"}) {
    claim made{};
    made.profile = profile;
    claims.claims.push_back(made);
  }
  CHECK(profiles_of(claims) == std::vector<std::string>{"threads", "channels", "beyond"});
}
