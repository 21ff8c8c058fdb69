// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <stdexcept>

#include "scenarios/batch.hpp"
#include "scenarios/generator.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

TEST_CASE("the text of every scenario is read back as the same scenario") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const auto text = text_of(generate(seed));
    REQUIRE(text_of(parse(text)) == text);
  }
}

TEST_CASE("the same seed gives the same scenario, and another seed another one") {
  CHECK(text_of(generate(7)) == text_of(generate(7)));
  CHECK(text_of(generate(7)) != text_of(generate(8)));
}

TEST_CASE("every action has a name that the text knows") {
  const char* const text =
      "setup\n"
      "  channel s1 r1\n"
      "  mutex m1 v1:null\n"
      "  arc a1 v2(s1) dropped {\n"
      "    sleep 1\n"
      "  }\n"
      "main\n"
      "  spawn t1 with r1 {\n"
      "    each r1 x 3 {\n"
      "      try_recv r1\n"
      "    }\n"
      "    panic v3:blank\n"
      "  } dropped {\n"
      "    lock m1 x 4\n"
      "  }\n"
      "  many m x 257\n"
      "  join_unwrap t1\n";
  CHECK(text_of(parse(text)) == text);
}

TEST_CASE("a text that is no scenario is rejected with its line and the reason") {
  const auto error_of = [](const char* text) -> std::string {
    try {
      static_cast<void>(parse(text));
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "";
  };
  CHECK(error_of("") == "line 1: expected `main` instead of ``");
  CHECK(error_of("main\n  fly s1\n") == "line 2: unknown action `fly`");
  CHECK(error_of("main\n  drop x1\n") == "line 2: `x1` is not the name of an object, as in s1");
  CHECK(error_of("main\n  drop s99\n") == "line 2: `99` is not a number from 0 to 31");
  CHECK(error_of("main\n  send s1 v1:heavy\n") ==
        "line 2: unknown layout in `v1:heavy`: they are memory, number, undropped, null, blank, same");
  CHECK(error_of("main\n  send s1\n") == "line 3: the scenario ends in the middle of a step");
  CHECK(error_of("main\n  spawn t1 {\n") == "line 3: expected `}` instead of ``");
}

TEST_CASE("a batch is read back with its schedules") {
  const std::vector<batch_entry> batch{{.strategy = "random", .seed = 3, .executions = 7, .what = generate(1)},
                                       {.strategy = "pct-3", .seed = 9, .executions = 1, .what = generate(2)}};
  const auto read = parse_batch(text_of(batch));
  REQUIRE(read.size() == 2);
  CHECK(text_of(read) == text_of(batch));
  CHECK(read[1].seed == 9);
  CHECK_THROWS_WITH(parse_batch("run fast\nmain\n"), "`run fast`: expected STRATEGY:SEED x EXECUTIONS");
}

}  // namespace scenarios
