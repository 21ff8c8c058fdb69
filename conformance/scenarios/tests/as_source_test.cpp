// SPDX-License-Identifier: MIT
#include "scenarios/saving/as_source.hpp"

#include <catch2/catch.hpp>

#include "scenarios/tests/written_execution.hpp"

namespace scenarios {

namespace {

std::string source_of(written_execution& seen) {
  return as_source(seen.observed(),
                   {.file = "lost.c", .claims = {"a.b", "c.d"}, .what = "it was lost", .shown = {"> x"}});
}

}  // namespace

TEST_CASE("the head of a case says what was broken and how it is built") {
  written_execution seen("main\n  sleep 5\n");
  seen.step(0, action::sleep, {}).count = 5;
  const auto source = source_of(seen);
  using Catch::Contains;
  CHECK_THAT(source, Contains("SPDX-License-Identifier") && Contains("Breaks: a.b, c.d\n") &&
                         Contains("Seen:   it was lost\n") && Contains(" *   > x\n"));
  CHECK_THAT(source, Contains("cc -std=c11 -I \"$PORT\" lost.c \"$LIBRARY\" -pthread -o lost && ./lost\n"));
  CHECK_THAT(source, Contains("STEP(1, sleep_for(5));"));
  CHECK_THAT(source, Contains("run_case(one_round, of_one_thread, 1, \"threads\")"));
}

TEST_CASE("what a library said does not end the comment that quotes it") {
  written_execution seen("main\n  sleep 5\n");
  seen.step(0, action::sleep, {}).count = 5;
  const auto source = as_source(
      seen.observed(), {.file = "lost.c", .claims = {}, .what = "it says `**/\nint x; /*`", .shown = {"*/ int y;"}});
  using Catch::Contains;
  CHECK_THAT(source, Contains("Seen:   it says `** / int x; /*`\n") && Contains(" *   * / int y;\n"));
}

TEST_CASE("equal steps with one value after the other are a loop") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  send s1 v1 x 300\n  recv r1 x 300\n  drop r1\n");
  seen.step(0, action::channel, s1);
  for (int sent = 0; sent < 300; ++sent) seen.step(0, action::send, s1, result::done, seen.value(1));
  for (std::uint32_t got = 0; got < 100; ++got) seen.step(0, action::recv, r1, result::received, got);
  seen.step(0, action::drop, r1);
  const auto source = source_of(seen);
  using Catch::Contains;
  CHECK_THAT(source, Contains("VALUES(v1, 300);"));
  CHECK_THAT(source, Contains("for (int i = 0; i < 300; ++i) STEP(2, send_value(&s1, &v1[i]));"));
  CHECK_THAT(source, Contains("for (int i = 0; i < 100; ++i) STEP(302, receive(&r1, &v1[i]));"));
  CHECK_THAT(source, Contains("are_not_dropped(&v1[100], 200); drop_receiver(&r1); are_dropped(&v1[100], 200)"));
}

TEST_CASE("many objects are one call, and so are objects in one another") {
  written_execution seen("main\n  many m x 300\n  chain s x 7\n");
  seen.step(0, action::many, {.of = kind::mutex, .number = 0});
  seen.step(0, action::chain, {.of = kind::sender, .number = 0});
  const auto source = source_of(seen);
  CHECK_THAT(source, Catch::Contains("STEP(1, many_mutexes(300));"));
  CHECK_THAT(source, Catch::Contains("STEP(2, chain(of_channel, 7));"));
}

TEST_CASE("a body is a function before the one that passes it on") {
  written_execution seen("setup\n  mutex m1 v1\nmain\n  with_lock m1 {\n    panic v2\n  }\n");
  const auto data = seen.value(1);
  seen.step(0, action::mutex, m1, result::done, data);
  record& held = seen.call(0, action::with_lock, m1);
  held.began = seen.now();
  seen.step(0, action::panic, {});
  held.ended = seen.now();
  seen.end(held, result::panicked, data);
  const auto source = source_of(seen);
  const auto body = source.find("with_m1(void) {\n  return FEARLESS_PANICS;\n}"),
             use = source.find("with_lock(&m1, with_m1, &v1)");
  REQUIRE(body != std::string::npos);
  CHECK(body < use);
}

TEST_CASE("steps in the drop of a value are a function of it") {
  written_execution seen("setup\n  arc a1 v1 dropped {\n    sleep 7\n  }\nmain\n  drop a1\n");
  const auto value = seen.value(1);
  seen.step(0, action::arc, a1, result::done, value);
  record& dropping = seen.call(0, action::drop, a1);
  seen.all().value[value].drop_begins = seen.now();
  seen.step(0, action::sleep, {}).count = 7;
  seen.all().value[value].drop_ends = seen.now();
  seen.end(dropping, result::done);
  const auto source = source_of(seen);
  using Catch::Contains;
  CHECK_THAT(source, Contains("VALUE_THEN(v1, v1_dropped);"));
  CHECK_THAT(source, Contains("static void v1_dropped(void) {\n  STEP(3, sleep_for(7));\n}"));
}

TEST_CASE("a step of another thread comes after the one before it") {
  written_execution seen("setup\n  arc a1 v1\nmain\n  spawn t1 with a1 {\n    drop a1\n  }\n  join t1\n");
  seen.step(0, action::arc, a1, result::done, seen.value(1));
  const auto thread = seen.spawn(t1);
  seen.all().thread[thread].outcome = result::panicked;
  seen.step(thread, action::drop, a1);
  seen.step(0, action::join, t1);
  const auto source = source_of(seen);
  using Catch::Contains;
  CHECK_THAT(source, Contains("static fearless_outcome t1_body(void) {\n  after(&main_thread, 2);\n"));
  CHECK_THAT(source, Contains("  meets(&main_thread, 4);\n  return panics(NOTHING);\n"));
  CHECK_THAT(source, Contains("  after(&t1, 3);\n  STEP(4, join(&t1));\n"));
  // Other threads wait for the last step of the main thread too.
  CHECK_THAT(source, Contains("  /* The end of the round. */\n  done(4);\n"));
}

}  // namespace scenarios
