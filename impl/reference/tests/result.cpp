// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <fearless/result.hpp>
#include <memory>
#include <string>

namespace {
using number = fearless::result<int, fearless::panic_payload>;
}

TEST_CASE("unwrap takes the value out") {
  CHECK(number(5).unwrap() == 5);
  CHECK(*fearless::result<std::unique_ptr<int>, int>(std::make_unique<int>(6)).unwrap() == 6);
  CHECK(fearless::result<int, std::string>(std::unexpect, "why").unwrap_error() == "why");
}

TEST_CASE("unwrap of an error panics with a description of the error") {
  const auto caught = fearless::catch_panic(
      [] { return number(std::unexpect, fearless::panic_payload::of(std::string("first"))).unwrap(); });

  REQUIRE_FALSE(caught.has_value());
  CHECK(caught.error().message() == "unwrap of an error: first");
}

TEST_CASE("unwrap_error of a value panics") {
  CHECK_FALSE(fearless::catch_panic([] { number(1).unwrap_error(); }).has_value());
}
