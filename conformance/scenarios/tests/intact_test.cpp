// SPDX-License-Identifier: MIT
#include "scenarios/intact.hpp"

#include <catch2/catch.hpp>
#include <memory>

namespace scenarios {

namespace {

/// A recording of one step on thread 1, with one value.
std::unique_ptr<recording> of_one_step() {
  auto all = std::make_unique<recording>();
  all->threads = 2;
  all->values = 1;
  all->steps[1] = 1;
  record& step = step_of(*all, 1, 0);
  step.thread = 1;
  step.does = action::send;
  step.on = {.of = kind::sender, .number = 1};
  return all;
}

}  // namespace

TEST_CASE("a recording as it is written is intact") {
  CHECK(is_intact(*std::make_unique<recording>()));
  CHECK(is_intact(*of_one_step()));
}

TEST_CASE("a recording with a number out of its range is not intact") {
  const auto all = of_one_step();
  record& step = step_of(*all, 1, 0);
  SECTION("a thread") {
    step.thread = most_threads;
  }
  SECTION("an action") {
    step.does = static_cast<action>(200);
  }
  SECTION("a result") {
    step.gave = static_cast<result>(200);
  }
  SECTION("a kind of object") {
    step.on.of = static_cast<kind>('z');
  }
  SECTION("the place of a value") {
    all->value[0].at = static_cast<place>(200);
  }
  SECTION("what a value is") {
    all->value[0].is = static_cast<layout>(200);
  }
  SECTION("the thread that spawned one") {
    all->thread[1].spawned_by = most_threads;
  }
  SECTION("how it ended") {
    all->how = static_cast<ending>(200);
  }
  SECTION("the kind of a report") {
    all->what.fill('x');
  }
  CHECK_FALSE(is_intact(*all));
}

TEST_CASE("numbers of steps and values beyond the room for them are no place to read at") {
  const auto all = of_one_step();
  all->steps[1] = UINT32_MAX;
  all->values = UINT32_MAX;
  CHECK(is_intact(*all));
}

}  // namespace scenarios
