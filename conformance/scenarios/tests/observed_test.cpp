// SPDX-License-Identifier: MIT
#include "scenarios/observed.hpp"

#include <catch2/catch.hpp>

#include "scenarios/judge.hpp"
#include "scenarios/tests/written_execution.hpp"

namespace scenarios {

TEST_CASE("the step that broke a claim is the one with which the violation came") {
  written_execution seen("setup\n  arc a1 v1\n  clone a1 a2\nmain\n  count a1\n  count a1\n  drop a1\n");
  const auto value = seen.value(1);
  seen.step(0, action::arc, a1, result::done, value);
  seen.step(0, action::clone, a1);
  seen.step(0, action::count, a1).count = 2;
  seen.step(0, action::count, a1).count = 3;
  record& last = seen.step(0, action::drop, a1);
  seen.all().value[value].drop_begins = last.called;
  REQUIRE(!judge(seen.all()).empty());
  CHECK(seen.observed().broken == 3);
}

TEST_CASE("to observe a recording does not change it") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  recv r1\n  drop s1\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::recv, r1, result::disconnected);
  seen.step(0, action::drop, s1);
  const auto before = judge(seen.all());
  const auto clock = seen.all().of_main[2].returned;
  CHECK(seen.observed().broken == 1);
  CHECK(seen.all().steps[0] == 3);
  CHECK(seen.all().of_main[2].returned == clock);
  CHECK(seen.all().how == ending::finished);
  REQUIRE(judge(seen.all()).size() == before.size());
  CHECK(judge(seen.all()).front().what == before.front().what);
}

TEST_CASE("in a deadlock, the step that broke a claim is the one that should have returned") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  spawn t1 with s1 {\n  }\n  recv r1\n");
  seen.step(0, action::channel, s1);
  const auto thread = seen.spawn(t1);
  seen.call(0, action::recv, r1);
  seen.step(thread, action::drop, s1);
  seen.all().how = ending::deadlock;
  CHECK(seen.observed().broken == 3);
}

TEST_CASE("in a crash, it is the innermost one of the thread") {
  written_execution seen("setup\n  arc a1 v1\nmain\n  drop a1\n");
  seen.step(0, action::arc, a1, result::done, seen.value(1));
  seen.call(0, action::drop, a1);
  seen.all().how = ending::crash;
  CHECK(seen.observed().broken == 1);
}

TEST_CASE("no step broke a claim where the end of the execution did") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  send s1 v1\n  drop r1\n");
  seen.step(0, action::channel, s1);
  const auto message = seen.value(1);
  seen.step(0, action::send, s1, result::done, message);
  seen.all().value[message].drops = 0;
  seen.all().value[message].at = place::channel;
  seen.step(0, action::drop, r1);
  REQUIRE(!judge(seen.all()).empty());
  CHECK_FALSE(seen.observed().broken);
}

TEST_CASE("each step is found in the scenario, those of a drop too") {
  written_execution seen(
      "setup\n  channel s1 r1\n  clone s1 s2\n  clone s1 s3\nmain\n  spawn t1 with s1 {\n    send s1 v1 dropped {\n"
      "      sleep 0\n    }\n  }\n  recv r1\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::clone, s1);
  seen.step(0, action::clone, s1);
  const auto thread = seen.spawn(t1);
  seen.step(thread, action::send, s1, result::done, seen.value(1));
  seen.step(0, action::try_recv, r1, result::received, 0);
  seen.step(0, action::sleep, {});
  seen.step(thread, action::drop, s1);
  const auto all = seen.observed();
  std::vector<std::string> lines;
  for (const auto& each : all.steps)
    if (each.is.does != action::body) lines.push_back(each.written != nullptr ? line_of(*each.written) : "-");
  CHECK(lines == std::vector<std::string>{"channel s1 r1", "clone s1 s2", "clone s1 s3", "spawn t1 with s1",
                                          "send s1 v1", "recv r1", "sleep 0", "-"});
}

TEST_CASE("a violation names the threads as the scenario does") {
  written_execution seen("main\n  spawn t1 {\n  }\n");
  CHECK(seen.spawn(t1) == 1);
  CHECK(with_names_of_threads(seen.observed(), "recv r1 on thread 1 waits for thread 0") ==
        "recv r1 on t1 waits for main");
}

}  // namespace scenarios
