// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/channel.hpp>
#include <fearless/lazy_lock.hpp>
#include <fearless/mutex.hpp>
#include <fearless/panic.hpp>
#include <fearless/rc.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using fearless::catch_panic;
using fearless::debug;
using fearless::lazy_lock;

namespace {

using fearless::send;
using fearless::sync;

using lazy_five = lazy_lock<int, decltype([] { return 5; })>;
static_assert(send<lazy_five> && sync<lazy_five> && send<lazy_lock<int>> && sync<lazy_lock<int>>);
static_assert(!send<lazy_lock<int, std::function<int()>>> && !sync<lazy_lock<int, std::function<int()>>>);
static_assert(send<lazy_lock<fearless::receiver<int>>> && !sync<lazy_lock<fearless::receiver<int>>>);
static_assert(!send<lazy_lock<fearless::rc<int>>> && !sync<lazy_lock<fearless::mutex_guard<int>>>);
static_assert(!std::is_copy_constructible_v<lazy_five> && !std::is_move_constructible_v<lazy_five>);

/// A value that is made of itself.
struct itself {
  static int twice() { return *value + *value; }
  static inline const lazy_lock<int> value{twice};
};

const lazy_lock global([] { return std::string("global"); });

}  // namespace

TEST_CASE("a value is made when it is first used") {
  int made = 0;
  const lazy_lock value([&] {
    ++made;
    return std::string("made");
  });
  CHECK(made == 0);
  CHECK(*value == "made");
  CHECK(value->size() == 4);
  CHECK(&value.force() == &*value);
  CHECK(made == 1);
  CHECK(*global == "global");
}

TEST_CASE("a function can make the value") {
  struct source {
    static int seven() { return 7; }
  };
  const lazy_lock<int> value(source::seven);
  CHECK(*value == 7);
}

TEST_CASE("what makes the value is dropped when it has done so") {
  const auto part = std::make_shared<int>(3);
  const lazy_lock value([part] { return *part; });  // a const capture can only be copied
  CHECK(part.use_count() == 2);
  CHECK(*value == 3);
  CHECK(part.use_count() == 1);
}

TEST_CASE("if making the value fails, every later use panics") {
  const lazy_lock value([]() -> int { throw std::runtime_error("broken"); });
  CHECK_THROWS_WITH(*value, "broken");
  for (int i = 0; i < 2; ++i) {
    std::jthread([&] {
      CHECK(catch_panic([&] { static_cast<void>(*value); }).error().message() ==
            "LazyLock instance has previously been poisoned");
    }).join();
  }
  CHECK(debug(value) == "LazyLock(<uninit>)");
}

TEST_CASE("a value that needs itself panics, on every use") {
  CHECK(catch_panic([] { static_cast<void>(*itself::value); }).error().message() ==
        "the body of a once waits for itself");
  CHECK(catch_panic([] { static_cast<void>(*itself::value); }).error().message() ==
        "LazyLock instance has previously been poisoned");
}

TEST_CASE("of many threads one makes a lazy value, and all see it whole") {
  for (int round = 0; round < 300; ++round) {
    std::atomic<int> made = 0;
    std::atomic<int> right = 0;
    const lazy_lock value([&] {
      ++made;
      return std::vector{1, 2};
    });
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 4; ++i) threads.emplace_back([&] { right += *value == std::vector{1, 2} ? 1 : 0; });
    }
    CHECK(made == 1);
    CHECK(right == 4);
  }
}

TEST_CASE("threads that wait while making the value fails panic") {
  for (int round = 0; round < 100; ++round) {
    std::atomic<int> made = 0;
    std::atomic<int> panicked = 0;
    const lazy_lock value([&]() -> int {
      ++made;
      fearless::panic("no");
    });
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
          if (!catch_panic([&] { static_cast<void>(*value); }).has_value()) ++panicked;
        });
      }
    }
    CHECK(made == 1);
    CHECK(panicked == 3);
  }
}

TEST_CASE("a lazy value is printed as in Rust, without being made") {
  const lazy_lock value([] { return std::string("x\n"); });
  CHECK(debug(value) == "LazyLock(<uninit>)");
  static_cast<void>(value.force());
  CHECK(debug(value) == R"(LazyLock("x\n"))");
}
