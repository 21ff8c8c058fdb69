// SPDX-License-Identifier: MIT
#include "code_text.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;
using words = std::vector<std::string>;

TEST_CASE("the words of a source are its names and keywords") {
  CHECK(words_in("#define FORGED(half) half##1 /* 2x */ a_b") == words{"define", "FORGED", "half", "half", "a_b"});
  CHECK(words_in("return x1+0x10;") == words{"return", "x1"});
  CHECK(words_in("").empty());
}
