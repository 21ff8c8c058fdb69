// SPDX-License-Identifier: MIT
#include "scenarios/saving/case_plan.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "scenarios/tests/written_execution.hpp"

namespace scenarios {

using of = expectation::of;

TEST_CASE("a step is expected to return what a right implementation returns, not what it returned") {
  written_execution seen("setup\n  channel s1 r1\n  send s1 v1\nmain\n  try_recv r1\n  drop r1\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::send, s1, result::done, seen.value(1));
  seen.step(0, action::try_recv, r1, result::disconnected);
  seen.step(0, action::drop, r1);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.order == case_order::one_thread);
  CHECK(plan.steps[2].expects.what == of::value);
  CHECK(plan.steps[2].expects.value == 0);
  CHECK(plan.steps[3].drops.empty());
}

TEST_CASE("a receive that should not have returned does not wait in the case") {
  written_execution seen("setup\n  channel s1 r1\n  send s1 v1\nmain\n  recv r1 x 2\n  drop s1\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::send, s1, result::done, seen.value(1));
  seen.step(0, action::recv, r1, result::received, 0);
  seen.step(0, action::recv, r1, result::received, 0);
  seen.step(0, action::drop, s1);
  const auto plan = plan_case(seen.observed());
  CHECK_FALSE(plan.steps[2].tries);
  CHECK(plan.steps[3].tries);
  CHECK(plan.steps[3].expects.what == of::nothing);
}

TEST_CASE("of two senders, the claims do not say whose message comes first") {
  written_execution seen("setup\n  channel s1 r1\n  clone s1 s2\nmain\n  send s1 v1\n  send s2 v2\n  recv r1\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::clone, s1).made = 2;
  seen.step(0, action::send, s1, result::done, seen.value(1));
  const bool is_same = GENERATE(true, false);
  seen.step(0, action::send, is_same ? s1 : s2, result::done, seen.value(2)).owner = is_same ? 1 : 2;
  seen.step(0, action::recv, r1, result::received, 0);
  CHECK(plan_case(seen.observed()).steps[4].expects.what == (is_same ? of::value : of::any_value));
}

TEST_CASE("a mutex that a holder poisoned, and one that another thread holds") {
  written_execution seen("setup\n  mutex m1 v1\nmain\n  with_lock m1 {\n    panic v2\n  }\n  lock m1\n");
  const auto data = seen.value(1);
  seen.step(0, action::mutex, m1, result::done, data);
  const bool panics = GENERATE(true, false);
  record& held = seen.call(0, action::with_lock, m1);
  held.began = seen.now();
  record& tries = seen.step(0, action::try_lock, m1, result::locked, data);
  tries.thread = 0;
  held.ended = seen.now();
  seen.end(held, panics ? result::panicked : result::returned, data);
  seen.step(0, action::lock, m1, result::locked, data);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.steps[2].expects.what == of::another_holder);
  CHECK(plan.steps[3].expects.what == (panics ? of::poison : of::value));
}

TEST_CASE("the last owner drops the value, and a count is the number of owners") {
  written_execution seen("setup\n  arc a1 v1\n  clone a1 a2\nmain\n  count a1\n  drop a1\n  drop a2\n");
  seen.step(0, action::arc, a1, result::done, seen.value(1));
  seen.step(0, action::clone, a1);
  seen.step(0, action::count, a1).count = 7;
  seen.step(0, action::drop, a1);
  seen.step(0, action::drop, {.of = kind::arc, .number = 2});
  const auto plan = plan_case(seen.observed());
  CHECK(plan.steps[2].expects.number == 2);
  CHECK(plan.steps[3].drops.empty());
  CHECK(plan.steps[4].drops == std::vector<std::uint32_t>{0});
}

TEST_CASE("the steps of threads keep the order in which they were seen, and a wait lets others begin") {
  written_execution seen(
      "setup\n  channel s1 r1\nmain\n  spawn t1 with s1 {\n    send s1 v1\n  }\n  recv r1\n  join t1\n");
  seen.step(0, action::channel, s1);
  const auto thread = seen.spawn(t1);
  record& waits = seen.call(0, action::recv, r1);
  seen.step(thread, action::send, s1, result::done, seen.value(1));
  seen.end(waits, result::received, 0);
  seen.step(thread, action::drop, s1);
  seen.step(0, action::join, t1);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.order == case_order::any_order);
  REQUIRE(plan.steps.size() == 6);
  CHECK(plan.steps[2].lets_others_begin);
  CHECK(plan.steps[2].expects.what == of::value);
  CHECK(plan.steps[3].number == 4);
  CHECK(plan.steps[3].follows == 0);
  CHECK_FALSE(plan.steps[4].follows);
  CHECK(plan.steps[5].follows == 1);
  CHECK(plan.steps[5].is_sure);
  CHECK_FALSE(plan.steps[2].is_sure);
}

TEST_CASE("threads that come to an end in each order are also left without one") {
  written_execution seen(
      "setup\n  channel s1 r1\nmain\n  spawn t1 with r1 {\n    recv r1\n  }\n  join t1\n  drop s1\n");
  seen.step(0, action::channel, s1);
  const bool is_sent = GENERATE(true, false);
  const auto message = seen.value(1);
  if (is_sent) seen.step(0, action::send, s1, result::done, message);
  const auto thread = seen.spawn(t1);
  record& waits = seen.call(thread, action::recv, r1);
  if (!is_sent) seen.step(0, action::drop, s1);
  seen.end(waits, is_sent ? result::received : result::disconnected, is_sent ? message : no_value);
  seen.step(0, action::join, t1);
  if (is_sent) seen.step(0, action::drop, s1);
  CHECK(plan_case(seen.observed()).order == case_order::any_order);
}

TEST_CASE("threads of which one could wait for ever keep their order") {
  written_execution seen(
      "setup\n  channel s1 r1\n  clone s1 s2\nmain\n  spawn t1 with s2 {\n    send s2 v1\n  }\n  try_recv r1\n  recv "
      "r1\n");
  seen.step(0, action::channel, s1);
  seen.step(0, action::clone, s1).made = 2;
  const auto thread = seen.spawn(t1);
  const auto message = seen.value(1);
  // In another order, it takes the message for which the next step waits.
  seen.step(0, action::try_recv, r1, result::empty);
  record& sent = seen.step(thread, action::send, s2, result::done, message);
  sent.owner = 2;
  seen.step(thread, action::drop, s2).owner = 2;
  seen.step(0, action::recv, r1, result::received, message);
  seen.step(0, action::drop, s1);
  CHECK(plan_case(seen.observed()).order == case_order::in_order);
}

TEST_CASE("steps that overlap the one that broke a claim come during its wait") {
  written_execution seen("setup\n  channel s1 r1\nmain\n  spawn t1 with s1 {\n    send s1 v1\n  }\n  recv r1\n");
  seen.step(0, action::channel, s1);
  const auto thread = seen.spawn(t1);
  record& sent = seen.call(thread, action::send, s1);
  seen.step(0, action::recv, r1, result::disconnected);
  seen.end(sent, result::done, seen.value(1));
  REQUIRE(seen.observed().broken == 4);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.steps[2].number == 4);
  CHECK(plan.steps[3].number == 3);
  CHECK(plan.steps[3].lets_others_begin);
}

TEST_CASE("a holder of a lock is not moved behind the one that waits for it") {
  written_execution seen("setup\n  mutex m1 v1\nmain\n  spawn t1 {\n    with_lock m1\n  }\n  lock m1\n");
  const auto data = seen.value(1);
  seen.step(0, action::mutex, m1, result::done, data);
  const auto thread = seen.spawn(t1);
  record& held = seen.call(thread, action::with_lock, m1);
  record& fails = seen.call(0, action::lock, m1);
  held.began = seen.now();
  held.value = data;
  seen.end(fails, result::poisoned);
  held.ended = seen.now();
  seen.end(held, result::returned);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.steps[2].number == 3);
  CHECK(plan.steps[3].lets_others_begin);
  CHECK(plan.steps[3].expects.what == of::value);
}

TEST_CASE("an iteration waits for its messages, and takes all that are left at its end") {
  written_execution seen(
      "setup\n  channel s1 r1\nmain\n  spawn t1 with r1 {\n    each r1\n  }\n  send s1 v1 x 3\n  drop s1\n");
  seen.step(0, action::channel, s1);
  const auto thread = seen.spawn(t1);
  record& first = seen.call(thread, action::each, r1);
  const auto one = seen.value(1);
  seen.step(0, action::send, s1, result::done, one);
  seen.end(first, result::received, one);
  seen.step(0, action::send, s1, result::done, seen.value(1));
  seen.step(0, action::send, s1, result::done, seen.value(1));
  seen.step(0, action::drop, s1);
  seen.step(thread, action::each, r1, result::disconnected);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.steps[2].lets_others_begin);
  CHECK(plan.steps[2].expects.value == one);
  CHECK(plan.steps[7].expects.what == of::end_of_channel);
  CHECK(plan.steps[7].expects.number == 2);
}

TEST_CASE("one that does not wait comes after those that overlap it") {
  written_execution seen("setup\n  mutex m1 v1\nmain\n  spawn t1 {\n    lock m1\n    unlock m1\n  }\n  try_lock m1\n");
  const auto data = seen.value(1);
  seen.step(0, action::mutex, m1, result::done, data);
  const auto thread = seen.spawn(t1);
  seen.step(thread, action::lock, m1, result::locked, data);
  record& tries = seen.call(0, action::try_lock, m1);
  seen.step(thread, action::unlock, m1);
  seen.end(tries, result::poisoned);
  REQUIRE(seen.observed().broken == 4);
  const auto plan = plan_case(seen.observed());
  CHECK(plan.steps[3].number == 5);
  CHECK(plan.steps[3].expects.what == of::value);
}

TEST_CASE("memory that is kept is no case") {
  written_execution seen("main\n  arc a1 v1\n  drop a1\n");
  seen.step(0, action::arc, a1, result::done, seen.value(1));
  seen.step(0, action::drop, a1);
  seen.all().grown = {.executions = 100, .bytes = 1600};
  CHECK_THROWS_WITH(plan_case(seen.observed()), Catch::Contains("many executions"));
}

TEST_CASE("what only the test program can do is no case") {
  written_execution seen("main\n  meet s x 3\n");
  seen.step(0, action::meet, {.of = kind::sender, .number = 0});
  CHECK_THROWS_WITH(plan_case(seen.observed()), Catch::Contains("`meet`") && Catch::Contains("many threads"));
}

}  // namespace scenarios
