// SPDX-License-Identifier: MIT
#include "base64.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

TEST_CASE("bytes are written and read in base64 as RFC 4648 shows it") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"fooba", "Zm9vYmE="},
                                                                       {"foobar", "Zm9vYmFy"}}));
  CHECK(to_base64(bytes) == text);
  CHECK(from_base64(text) == bytes);
}

TEST_CASE("base64 may be URL-safe, and without padding") {
  CHECK(from_base64("+/+/") == from_base64("-_-_"));
  CHECK(from_base64("Zm8") == "fo");
  CHECK(from_base64("Zg") == "f");
}

TEST_CASE("what is no base64 is refused") {
  for (const char* text :
       {"Z", "Zg=", "Zg===", "Z===", "====", "Zm9v=", "Zm9vY===", "Zm 9v", "Zm9v\n", " Zm9v", "Zh==", "Zm9=", "Zm9ö"})
    CHECK(from_base64(text) == std::nullopt);
}
