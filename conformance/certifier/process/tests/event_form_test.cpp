// SPDX-License-Identifier: MIT
#include "event_form.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

namespace {

bool is_event(const std::string& text) {
  return read_event("5ecret 7 " + text, "5ecret", 7).has_value();
}

}  // namespace

TEST_CASE("only a line that begins with the secret and its number is an event") {
  const std::string text = R"({"event":"other"})";
  CHECK(is_event(text));
  const auto beginning = GENERATE("", "7 ", "5ecret ", "5ecret 6 ", "5ecret 8 ", "secret 7 ", "5ecret 7", " 5ecret 7 ");
  CAPTURE(beginning);
  CHECK_FALSE(read_event(beginning + text, "5ecret", 7));
}

TEST_CASE("the events of the test program are read") {
  const auto line = GENERATE(
      R"({"event":"host","detector":null,"runtime_threads":[12]})",
      R"({"event":"loaded","name":"x","release":"1.0","version":1,"size":80,"tables":["threads"],"runtime_threads":[]})",
      R"({"event":"failed","file":"a.cpp","line":7,"expression":"a\nb","seen":"","message":"\u001b"})",
      R"({"event":"measured","name":"growth","value":1.5,"unit":"ratio"})",
      R"({"event":"measured","name":"growth","value":null,"unit":"ratio"})",
      R"({"event":"explored","strategy":"noise","seed":18446744073709551615,"executions":2,"milliseconds":1,
          "detached":0,"outcomes":{"one":2},"scheduling_points":3,"older_values":1,"complete":true,"replayed":false,
          "forbidden":{"outcome":"one","seed":1,"execution":2}})",
      R"({"event":"unmet","outcomes":["one"]})", R"({"event":"report","kind":"data race"})",
      R"({"event":"end","case":"a.run","passed":true,"assertions":[3,7]})", R"({"event":"other","field":[1]})");
  CHECK(is_event(line));
}

TEST_CASE("an event with a field of another type is none") {
  const auto line =
      GENERATE(R"({"event":"host","runtime_threads":{"a":1e300}})", R"({"event":"host","runtime_threads":[-1]})",
               R"({"event":"loaded","name":[],"release":"1"})", R"({"event":"loaded","name":"x"})",
               R"({"event":"loaded","name":"x","release":"1\nverdict     conforming"})",
               R"({"event":"loaded","name":"x","release":"1","tables":3})", R"({"event":"refused","why":[1]})",
               R"({"event":"calls","function":7})", R"({"event":"broken","function":{},"violation":"x"})",
               R"({"event":"failed","seen":[[1]]})", R"({"event":"failed","line":"7"})",
               R"({"event":"end","passed":"yes","assertions":[1]})", R"({"event":"end","passed":true,"assertions":1})",
               R"({"event":"unsupported","table":[]})", R"({"event":"report","kind":1})",
               R"({"event":"explored","strategy":"noise","executions":-1,"outcomes":{"one":-1}})",
               R"({"event":"explored","strategy":"noise","executions":1e12,"outcomes":{}})",
               R"({"event":"unmet","outcomes":"one"})", R"({"event":"intercepted","atomics":"many","calls":1})",
               R"({"event":"measured","name":"x","value":"y","unit":"z"})", R"({"event":7})",
               R"({"event":"a\u001b[2J"})", "[1]", "");
  CAPTURE(line);
  CHECK_FALSE(is_event(line));
}

TEST_CASE("a deep event is none") {
  constexpr std::size_t deep = 400'000;
  CHECK_FALSE(is_event(R"({"event":"other","value":)" + std::string(deep, '[') + std::string(deep, ']') + "}"));
}
