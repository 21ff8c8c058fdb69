// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <chrono>
#include <deque>
#include <fearless/condvar.hpp>
#include <fearless/mutex.hpp>
#include <fearless/panic.hpp>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
using fearless::catch_panic;
using fearless::condvar;
using fearless::mutex;

namespace {

static_assert(sizeof(condvar) == 4);
static_assert(fearless::send<condvar> && fearless::sync<condvar>);
static_assert(!fearless::send<fearless::timed_guard<int>>);

const auto is_false = [](const bool& value) { return !value; };

void poison(const mutex<bool>& target) {
  static_cast<void>(catch_panic([&] {
    auto held = target.lock().unwrap();
    *held = true;
    fearless::panic("with the lock held");
  }));
}

/// Whether an attempt to lock failed because another thread holds the lock.
bool is_held(const auto& tried) {
  return !tried.has_value() && tried.error().would_block();
}

}  // namespace

TEST_CASE("a thread waits until another thread notifies it of a change") {
  for (int round = 0; round < 500; ++round) {
    const mutex ready(false);
    const condvar changed;
    std::jthread other([&] {
      *ready.lock().unwrap() = true;
      changed.notify_one();
    });

    const auto held = changed.wait_while(ready.lock().unwrap(), is_false).unwrap();

    CHECK(*held);
    CHECK(is_held(ready.try_lock()));
  }
}

TEST_CASE("a wait releases the lock, and ends with a notification") {
  const mutex turn(0);
  const condvar changed;
  std::jthread other([&] {
    auto held = turn.lock().unwrap();
    *held = 1;
    changed.notify_one();
    while (*held != 2) held = changed.wait(std::move(held)).unwrap();
    *held = 3;
    changed.notify_one();
  });

  auto held = turn.lock().unwrap();
  while (*held != 1) held = changed.wait(std::move(held)).unwrap();
  *held = 2;
  changed.notify_one();
  while (*held != 3) held = changed.wait(std::move(held)).unwrap();
  CHECK(*held == 3);
}

TEST_CASE("notify_all wakes all waiting threads") {
  for (int round = 0; round < 100; ++round) {
    const mutex open(false);
    const mutex waiting(0);
    const condvar changed;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i)
      threads.emplace_back([&] {
        ++*waiting.lock().unwrap();
        const auto held = changed.wait_while(open.lock().unwrap(), is_false).unwrap();
      });
    while (*waiting.lock().unwrap() < 3) std::this_thread::yield();

    *open.lock().unwrap() = true;
    changed.notify_all();
  }
  SUCCEED("everybody has left");
}

TEST_CASE("two producers and two consumers lose no value") {
  const mutex<std::deque<int>> store(std::in_place);
  const condvar filled;
  const condvar emptied;
  const mutex sum(0);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i) {
      threads.emplace_back([&] {
        for (int item = 1; item <= 2'000; ++item) {
          auto held = emptied.wait_while(store.lock().unwrap(), [](auto& items) { return items.size() > 1; }).unwrap();
          held->push_back(item);
          filled.notify_one();
        }
      });
      threads.emplace_back([&] {
        for (int item = 1; item <= 2'000; ++item) {
          auto held = filled.wait_while(store.lock().unwrap(), [](auto& items) { return items.empty(); }).unwrap();
          *sum.lock().unwrap() += held->front();
          held->pop_front();
          emptied.notify_one();
        }
      });
    }
  }

  CHECK(*sum.lock().unwrap() == 2 * 2'001'000);
}

TEST_CASE("a notification without a waiting thread is not kept") {
  const mutex m(0);
  const condvar changed;
  changed.notify_one();
  changed.notify_all();

  const auto waited = changed.wait_timeout(m.lock().unwrap(), 1ms).unwrap();
  CHECK(waited.second.timed_out());
}

TEST_CASE("a wait with a time limit ends when the time is up, with the lock held, and not before") {
  const mutex m(false);
  const condvar changed;
  const auto begun = clock_type::now();

  auto [held, waited] = changed.wait_timeout_while(m.lock().unwrap(), 20ms, is_false).unwrap();

  CHECK(waited.timed_out());
  CHECK(clock_type::now() - begun >= 20ms);
  CHECK(is_held(m.try_lock()));
  std::move(held).unlock();
  CHECK(changed.wait_timeout(m.lock().unwrap(), -1h).unwrap().second.timed_out());
}

TEST_CASE("a wait with a very long time limit ends with a notification") {
  for (const auto limit : {std::chrono::hours(1), std::chrono::hours::max()}) {
    const mutex ready(false);
    const condvar changed;
    std::jthread other([&] {
      *ready.lock().unwrap() = true;
      changed.notify_all();
    });

    const auto [held, waited] = changed.wait_timeout_while(ready.lock().unwrap(), limit, is_false).unwrap();

    CHECK(*held);
    CHECK_FALSE(waited.timed_out());
  }
}

TEST_CASE("a wait with a time limit reports a notification") {
  const mutex m(false);
  const condvar changed;
  auto held = m.lock().unwrap();
  std::jthread other([&] {
    *m.lock().unwrap() = true;  // taken while the other thread waits
    changed.notify_one();
  });

  const auto waited = changed.wait_timeout(std::move(held), 1h).unwrap();

  CHECK_FALSE(waited.second.timed_out());
}

TEST_CASE("a condition that already holds is not waited for") {
  const mutex ready(true);
  const condvar changed;

  CHECK(*changed.wait_while(ready.lock().unwrap(), is_false).unwrap());
  CHECK_FALSE(changed.wait_timeout_while(ready.lock().unwrap(), 0s, is_false).unwrap().second.timed_out());
}

TEST_CASE("a wait reports that the mutex was poisoned meanwhile, and the error holds the guard") {
  for (int round = 0; round < 50; ++round) {
    const mutex m(false);
    const condvar changed;
    auto held = m.lock().unwrap();
    std::jthread other([&] {
      poison(m);
      changed.notify_all();
    });

    auto failed = changed.wait_while(std::move(held), is_false);

    REQUIRE_FALSE(failed.has_value());
    CHECK(*failed.error().get_ref());
    CHECK(is_held(m.try_lock()));
  }
}

TEST_CASE("a wait with a time limit reports poison too") {
  const mutex m(false);
  const condvar changed;
  auto held = m.lock().unwrap();
  std::jthread other([&] {
    poison(m);
    changed.notify_all();
  });

  auto failed = changed.wait_timeout_while(std::move(held), 1h, [](const bool&) { return true; });
  REQUIRE_FALSE(failed.has_value());
  CHECK(*failed.error().get_ref().first);
  CHECK_FALSE(failed.error().get_ref().second.timed_out());
  std::move(std::move(failed.error()).into_inner().first).unlock();
  CHECK_FALSE(changed.wait_timeout(std::move(m.lock().error()).into_inner(), 1ms).has_value());
}

TEST_CASE("a wait that does not begin reports no poison") {
  const mutex m(false);
  const condvar changed;
  poison(m);
  const auto lock_in_spite = [&] { return std::move(m.lock().error()).into_inner(); };

  CHECK(changed.wait_while(lock_in_spite(), [](bool&) { return false; }).has_value());
  for (const auto limit : {-1s, 0s, 3600s}) {
    const auto waited = changed.wait_timeout_while(lock_in_spite(), limit, [](bool&) { return false; });
    REQUIRE(waited.has_value());
    CHECK_FALSE(waited->second.timed_out());
  }
  for (const auto limit : {-1s, 0s}) {
    const auto waited = changed.wait_timeout_while(lock_in_spite(), limit, [](bool&) { return true; });
    REQUIRE(waited.has_value());
    CHECK(waited->second.timed_out());
  }
}

TEST_CASE("the error of a poisoned wait says whether it timed out") {
  const mutex m(false);
  const condvar changed;
  poison(m);

  const auto failed =
      changed.wait_timeout_while(std::move(m.lock().error()).into_inner(), 2ms, [](bool&) { return true; });

  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().get_ref().second.timed_out());
}

TEST_CASE("a panic of the condition poisons the mutex") {
  const mutex m(false);
  const condvar changed;

  CHECK_FALSE(catch_panic([&] {
                static_cast<void>(changed.wait_while(m.lock().unwrap(), [](bool&) -> bool { fearless::panic("no"); }));
              }).has_value());

  CHECK(m.is_poisoned());
}
