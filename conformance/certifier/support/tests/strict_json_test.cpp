// SPDX-License-Identifier: MIT
#include "strict_json.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;
using nlohmann::json;

namespace {

bool is_parsed(std::string_view text) {
  try {
    parse_strictly(text, "here");
    return true;
  } catch (const user_error& wrong) {
    CHECK_THAT(wrong.what(), Catch::StartsWith("here: "));
    return false;
  }
}

bool fits(const json& value, const json& form) {
  try {
    require_form(value, form, "here");
    return true;
  } catch (const user_error&) {
    return false;
  }
}

}  // namespace

TEST_CASE("strict parsing takes what the standard of JSON defines") {
  CHECK(parse_strictly(R"( {"a": [1, "x", {"a": null}]} )", "here") == json{{"a", {1, "x", {{"a", nullptr}}}}});
  CHECK(is_parsed(std::string(16, '[') + std::string(16, ']')));
}

TEST_CASE("strict parsing refuses what JSON's parsers read differently, and what costs much") {
  CHECK_FALSE(is_parsed(R"({"a": 1, "a": 2})"));
  CHECK_FALSE(is_parsed(R"({"a": 1, "\u0061": 2})"));
  CHECK_FALSE(is_parsed("\xEF\xBB\xBF{}"));
  CHECK_FALSE(is_parsed("NaN"));
  CHECK_FALSE(is_parsed("1e999"));
  CHECK_FALSE(is_parsed(R"("\ud800")"));
  CHECK_FALSE(is_parsed("\"\xff\""));
  CHECK_FALSE(is_parsed(""));
  CHECK_FALSE(is_parsed("{} {}"));
  CHECK_FALSE(is_parsed(std::string(17, '[') + std::string(17, ']')));
  CHECK_FALSE(is_parsed(std::string(1'000'000, '[')));
  json many = json::object();
  for (int i = 0; i <= 1000; ++i) many[std::to_string(i)] = i;
  CHECK_FALSE(is_parsed(many.dump()));
  many.erase("0");
  CHECK(is_parsed(many.dump()));
}

TEST_CASE("a form names fields and kinds") {
  const json form{{"a", "count"}, {"b?", "x|y"}};
  CHECK(fits({{"a", 1U}}, form));
  CHECK(fits({{"a", 1U}, {"b", "y"}}, form));
  CHECK_FALSE(fits({{"b", "y"}}, form));
  CHECK_FALSE(fits({{"a", 1U}, {"b", "z"}}, form));
  CHECK_FALSE(fits({{"a", 1U}, {"b", "x|y"}}, form));
  CHECK_FALSE(fits({{"a", 1U}, {"b?", "y"}}, form));
  CHECK_FALSE(fits({{"a", 1U}, {"c", 1U}}, form));
  CHECK_FALSE(fits(json::array(), form));
  CHECK(fits({{"a?", 1U}, {"b", 2U}}, {{"*", "count"}}));
  CHECK_FALSE(fits(json::object(), {{"*+", "count"}}));
  CHECK(fits({"x", ""}, json::array({"text"})));
  CHECK_FALSE(fits({"x", ""}, json::array({"name"})));
}

TEST_CASE("kinds are strict") {
  CHECK(fits(0U, "count"));
  CHECK_FALSE(fits(-1, "count"));
  CHECK_FALSE(fits(true, "count"));
  CHECK_FALSE(fits(1.0, "count"));
  CHECK_FALSE(fits(std::uint64_t{1'000'000'000'001}, "count"));
  CHECK(fits(std::uint64_t{1'000'000'000'001}, "seed"));
  CHECK(fits(true, "yes"));
  CHECK_FALSE(fits(false, "yes"));
  CHECK_FALSE(fits(1, "boolean"));
  CHECK(fits(-1.5, "number"));
  CHECK_FALSE(fits(nullptr, "number"));
  CHECK(fits(nullptr, "figure"));
  CHECK(fits("1.0 \u00fc", "line"));
  CHECK_FALSE(fits("1\n0", "line"));
  CHECK_FALSE(fits(std::string(201, '1'), "line"));
  CHECK(fits(std::string(64, 'a'), "sha256"));
  CHECK_FALSE(fits(std::string(64, 'A'), "sha256"));
  CHECK_FALSE(fits(std::string(65, 'a'), "sha256"));
}

TEST_CASE("a value is shown as one short line of ASCII") {
  CHECK(shown("ü\n\x1b[1m") == R"("\u00fc\n\u001b[1m")");
  CHECK(shown(std::string(1000, 'x')).size() == 100);
  CHECK(shown("\xff") == R"("\ufffd")");
}
