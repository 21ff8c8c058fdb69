// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/once.hpp>
#include <fearless/panic.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

using fearless::catch_panic;
using fearless::once;
using fearless::once_state;

namespace {

static_assert(sizeof(once) == 4);
static_assert(fearless::send<once> && fearless::sync<once>);

void poison(const once& target) {
  CHECK_FALSE(catch_panic([&] { target.call_once([] { fearless::panic("half done"); }); }).has_value());
}

}  // namespace

TEST_CASE("the first call runs its body, and later calls do not") {
  const once o;
  int calls = 0;

  CHECK_FALSE(o.is_completed());
  o.call_once([&] {
    ++calls;
    CHECK_FALSE(o.is_completed());
  });
  CHECK(o.is_completed());
  o.call_once([&] { ++calls; });
  o.call_once_force([&](const once_state&) { ++calls; });

  CHECK(calls == 1);
}

TEST_CASE("of threads that call at the same time one runs its body, and each sees it complete") {
  int seen = 0;
  for (int round = 0; round < 1'000; ++round) {
    const once o;
    int done = 0;
    std::vector<int> found(3);
    {
      std::vector<std::jthread> threads;
      for (int& own : found)
        threads.emplace_back([&o, &done, &own] {
          o.call_once([&] {
            std::this_thread::yield();  // meanwhile the others arrive and go to sleep
            ++done;
          });
          own = done;
        });
    }
    for (const int own : found) seen += own;
  }

  CHECK(seen == 3'000);
}

TEST_CASE("a thread that finds a complete once sees what its body did") {
  for (int round = 0; round < 200; ++round) {
    const once o;
    int done = 0;
    std::jthread first([&] { o.call_once([&] { done = 1; }); });
    while (!o.is_completed()) std::this_thread::yield();

    CHECK(done == 1);
  }
}

TEST_CASE("wait returns when a body has returned") {
  for (int round = 0; round < 200; ++round) {
    const once o;
    int done = 0;
    std::jthread doing([&] { o.call_once([&] { done = 1; }); });
    o.wait();
    CHECK(done == 1);
    o.wait_force();
  }
}

TEST_CASE("a panic poisons: every later call panics") {
  const once o;
  poison(o);

  CHECK_FALSE(o.is_completed());
  for (int i = 0; i < 2; ++i)
    CHECK(catch_panic([&] { o.call_once([] {}); }).error().message() == "once instance has previously been poisoned");
  CHECK_FALSE(catch_panic([&] { o.wait(); }).has_value());
}

TEST_CASE("call_once_force completes a poisoned once") {
  const once o;
  poison(o);
  bool was_poisoned = false;

  o.call_once_force([&](const once_state& state) { was_poisoned = state.is_poisoned(); });

  CHECK(was_poisoned);
  CHECK(o.is_completed());
  o.call_once([] { fearless::panic("not called"); });
  o.wait();
}

TEST_CASE("a body learns that the once is not poisoned") {
  const once o;
  bool was_poisoned = true;
  o.call_once_force([&](const once_state& state) { was_poisoned = state.is_poisoned(); });
  CHECK_FALSE(was_poisoned);
}

TEST_CASE("a thread that waits during a panic finds the poison, and sees what the body did before") {
  for (int round = 0; round < 500; ++round) {
    const once o;
    int half_done = 0;
    std::jthread first([&] {
      static_cast<void>(catch_panic([&] {
        o.call_once([&] {
          half_done = 1;
          throw std::runtime_error("half done");
        });
      }));
    });
    bool was_poisoned = false;
    o.call_once_force([&](const once_state& state) {
      was_poisoned = state.is_poisoned();
      if (was_poisoned) ++half_done;
    });
    first.join();
    CHECK((half_done == 2) == was_poisoned);
    CHECK(o.is_completed());
  }
}

TEST_CASE("wait_force on a poisoned once returns when a later body has returned") {
  const once o;
  poison(o);
  int done = 0;
  std::jthread waiting([&] {
    o.wait_force();
    done += done;
  });
  for (int i = 0; i < 100; ++i) std::this_thread::yield();  // meanwhile it goes to sleep

  o.call_once_force([&](const once_state&) { done = 1; });
  waiting.join();
  CHECK(done == 2);
}

TEST_CASE("a body that calls its own once, or waits for it, panics and poisons") {
  const auto recurs = [](auto again) {
    const once o;
    const once other;
    const auto failed = catch_panic([&] { o.call_once([&] { other.call_once([&] { again(o); }); }); });
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().message() == "the body of a once waits for itself");
    CHECK_FALSE(catch_panic([&] { o.call_once([] {}); }).has_value());
    CHECK_FALSE(catch_panic([&] { other.call_once([] {}); }).has_value());
  };
  recurs([](const once& own) { own.call_once([] {}); });
  recurs([](const once& own) { own.call_once_force([](const once_state&) {}); });
  recurs([](const once& own) { own.wait(); });
  recurs([](const once& own) { own.wait_force(); });
}

TEST_CASE("a body may call another once, and its own after it has returned") {
  const once o;
  const once other;
  o.call_once([&] { other.call_once([] {}); });
  other.call_once([&] { o.call_once([] {}); });
  o.wait();
  CHECK(other.is_completed());
}
