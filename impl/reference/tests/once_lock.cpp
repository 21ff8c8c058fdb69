// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/mutex.hpp>
#include <fearless/once_lock.hpp>
#include <fearless/panic.hpp>
#include <fearless/rc.hpp>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using fearless::catch_panic;
using fearless::debug;
using fearless::once_lock;

namespace {

static_assert(fearless::send<once_lock<int>> && fearless::sync<once_lock<int>>);
static_assert(!std::is_copy_constructible_v<once_lock<int>> && std::is_nothrow_move_constructible_v<once_lock<int>>);

}  // namespace

TEST_CASE("a value is set once, and the error holds the second one") {
  const once_lock<std::unique_ptr<int>> place;
  CHECK(place.get() == nullptr);

  CHECK(place.set(std::make_unique<int>(1)).has_value());
  const auto failed = place.set(std::make_unique<int>(2));

  CHECK(**place.get() == 1);
  REQUIRE_FALSE(failed.has_value());
  CHECK(*failed.error() == 2);
}

TEST_CASE("get_or_init makes the value if there is none") {
  const once_lock<std::string> place;
  CHECK(place.get_or_init([] { return std::string("made"); }) == "made");
  const auto* const first = place.get();
  CHECK(&place.get_or_init([] { return std::string("again"); }) == first);
  CHECK(&place.wait() == first);
}

TEST_CASE("a value that can't be moved is made in its place") {
  const once_lock<std::atomic<int>> place;
  CHECK(place.get_or_init([] { return 5; }) == 5);
}

TEST_CASE("if making the value fails there is none, and the next caller makes one") {
  const once_lock<int> place;
  const auto fail = [&] { static_cast<void>(place.get_or_init([]() -> int { throw std::runtime_error("broken"); })); };
  CHECK_THROWS_WITH(fail(), "broken");
  CHECK(place.get() == nullptr);
  CHECK(place.get_or_init([] { return 2; }) == 2);

  const once_lock<int> other;
  CHECK_FALSE(
      catch_panic([&] { static_cast<void>(other.get_or_init([]() -> int { fearless::panic("no"); })); }).has_value());
  CHECK(other.set(3).has_value());
  CHECK(*other.get() == 3);
}

TEST_CASE("making a value that asks for itself panics, and leaves none") {
  const once_lock<int> place;
  CHECK_FALSE(catch_panic([&] {
                static_cast<void>(place.get_or_init([&] { return place.get_or_init([] { return 1; }) + 1; }));
              }).has_value());
  CHECK_FALSE(catch_panic([&] {
                static_cast<void>(place.get_or_init([&] { return place.set(1).has_value() ? 1 : 2; }));
              }).has_value());
  CHECK_FALSE(catch_panic([&] { static_cast<void>(place.get_or_init([&] { return place.wait(); })); }).has_value());
  CHECK(place.get() == nullptr);
  CHECK(place.get_or_init([] { return 4; }) == 4);
}

TEST_CASE("of many threads one makes the value, and all see it whole") {
  for (int round = 0; round < 300; ++round) {
    const once_lock<std::vector<int>> place;
    std::atomic<int> made = 0;
    std::atomic<int> right = 0;
    {
      std::vector<std::jthread> threads;
      threads.emplace_back([&] { right += place.wait() == std::vector{1, 2} ? 1 : 0; });
      threads.emplace_back([&] {
        while (place.get() == nullptr) std::this_thread::yield();
        right += *place.get() == std::vector{1, 2} ? 1 : 0;
      });
      for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
          const auto& value = place.get_or_init([&] {
            ++made;
            return std::vector{1, 2};
          });
          right += value == std::vector{1, 2} ? 1 : 0;
        });
      }
    }
    CHECK(made == 1);
    CHECK(right == 5);
  }
}

TEST_CASE("threads that wait while making the value fails make it themselves") {
  for (int round = 0; round < 100; ++round) {
    const once_lock<int> place;
    std::atomic<int> tries = 0;
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
          static_cast<void>(catch_panic([&] {
            static_cast<void>(place.get_or_init([&]() -> int {
              if (++tries < 3) fearless::panic("not yet");
              return tries;
            }));
          }));
        });
      }
    }
    CHECK(tries == 3);
    CHECK(*place.get() == 3);
  }
}

TEST_CASE("of threads that set a value one succeeds, and each of the others keeps its own") {
  for (int round = 0; round < 200; ++round) {
    const once_lock<std::unique_ptr<int>> place;
    std::atomic<int> kept = 0;
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&, i] {
          const auto done = place.set(std::make_unique<int>(i));
          if (!done.has_value()) kept += *done.error() == i ? 1 : 100;
        });
      }
    }
    CHECK(kept == 2);
  }
}

TEST_CASE("an exclusive owner can change the value and take it out") {
  once_lock<std::string> place(std::string("a"));
  *place.get_mut() += 'b';
  CHECK(place.take() == "ab");
  CHECK(place.get() == nullptr);
  CHECK_FALSE(place.take().has_value());
  CHECK(place.get_or_init([] { return std::string("c"); }) == "c");
  CHECK(std::move(place).into_inner() == "c");
}

TEST_CASE("a value moves with its place") {
  once_lock<std::unique_ptr<int>> place(std::make_unique<int>(1));
  once_lock<std::unique_ptr<int>> moved(std::move(place));
  CHECK(**moved.get() == 1);
  once_lock<std::unique_ptr<int>> other(std::make_unique<int>(2));
  other = std::move(moved);
  CHECK(**other.get() == 1);
  CHECK(once_lock<int>(once_lock<int>()).get() == nullptr);
}

TEST_CASE("places are compared and printed as in Rust") {
  CHECK(once_lock(1) == once_lock(1));
  CHECK(once_lock(1) != once_lock(2));
  CHECK(once_lock<int>() == once_lock<int>());
  CHECK(once_lock<int>() != once_lock(1));
  CHECK(debug(once_lock<int>()) == "OnceLock(<uninit>)");
  CHECK(debug(once_lock(5.0)) == "OnceLock(5.0)");
}
