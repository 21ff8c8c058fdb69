// SPDX-License-Identifier: MIT
#include "scenarios/side_by_side.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/tests/written_execution.hpp"

namespace scenarios {

using lines = std::vector<std::string>;

TEST_CASE("each thread has a column, and the rows are in the order of the calls") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  spawn t1 with s1 {\n    send s1 v1\n  }\n  recv r1\n");
  seen.step(0, action::channel, s1);
  const auto thread = seen.spawn(t1);
  record& waits = seen.call(0, action::recv, r1);
  seen.step(thread, action::send, s1, result::done, seen.value(1));
  seen.end(waits, result::received, 0);
  CHECK(side_by_side(seen.observed(), 76) == lines{"  main              t1",  //
                                                   "  channel s1 r1",         //
                                                   "  spawn t1 with s1",      //
                                                   "  recv r1 -> v1",         //
                                                   "                    send s1 v1"});
}

TEST_CASE("the step that broke a claim is marked, and is the last one") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  try_recv r1\n  sleep 0\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::try_recv, r1, result::disconnected);
  seen.step(0, action::sleep, {});
  CHECK(side_by_side(seen.observed(), 76) == lines{"  channel s1 r1", "> try_recv r1 -> disconnected"});
}

TEST_CASE("steps inside of a step are indented") {
  written_execution seen("setup\n  mutex m1 v1\nmain\n  with_lock m1 {\n    read m1\n  }\n  with_lock m1\n");
  const auto data = seen.value(1);
  seen.step(0, action::mutex, m1, result::done, data);
  for (const bool has_steps : {true, false}) {
    record& held = seen.call(0, action::with_lock, m1);
    held.began = seen.now();
    held.value = data;
    if (has_steps) seen.step(0, action::read, m1, result::done, data);
    held.ended = seen.now();
    seen.end(held, result::returned);
  }
  CHECK(side_by_side(seen.observed(), 76) ==
        lines{"  mutex m1 v1", "  with_lock m1 {", "    read m1 -> v1", "  }", "  with_lock m1 {}"});
}

TEST_CASE("equal steps that follow each other are one row") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  send s1 v1 x 300\n");
  seen.step(0, action::channel, s1);
  for (int sent = 0; sent < 300; ++sent) seen.step(0, action::send, s1, result::done, seen.value(1));
  CHECK(side_by_side(seen.observed(), 76) == lines{"  channel s1 r1", "  send s1 v1 x 300"});
}

TEST_CASE("a thread that is spawned by another one has a column too") {
  CHECK(side_by_side(parse("main\n  spawn t1 {\n    spawn t2 {\n      sleep 0\n    }\n  }\n"), 76) ==
        lines{"  main      t1        t2",  //
              "  spawn t1",                //
              "            spawn t2",      //
              "                      sleep 0"});
}

TEST_CASE("lines are not longer than the width, and threads that do not fit have no lines") {
  const auto all = parse(
      "main\n  spawn t1 with s1 s2 s3 s4 s5 s6 s7 s8 {\n    spawn t2 with s1 s2 s3 s4 s5 s6 s7 s8 {\n      send s1 "
      "v1:undropped(s2)\n    }\n  }\n  spawn t3 {\n    sleep 0\n  }\n");
  const auto at_76 = side_by_side(all, 76);
  REQUIRE(!at_76.empty());
  CHECK(std::ranges::max(at_76, {}, &std::string::size).size() <= 76);
  CHECK(std::ranges::find(at_76, "    s3 s4 s5 s6 s7 s8") != at_76.end());
  CHECK(side_by_side(all, 40).empty());
}

TEST_CASE("a scenario without a known execution shows each thread's steps in their order") {
  CHECK(
      side_by_side(parse("setup\n  mutex m1 v1\nmain\n  with_lock m1 {\n    put m1 v2 dropped {\n      sleep 0\n    }\n"
                         "  }\n"),
                   76) == lines{"  mutex m1 v1", "  with_lock m1 {", "    put m1 v2", "      dropped {",
                                "        sleep 0", "      }", "  }"});
}

}  // namespace scenarios
