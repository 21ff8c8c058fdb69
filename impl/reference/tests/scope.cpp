// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <fearless/channel.hpp>
#include <fearless/mutex.hpp>
#include <fearless/panic.hpp>
#include <fearless/rc.hpp>
#include <fearless/scope.hpp>
#include <fearless/sleep.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "live_bytes.hpp"

using namespace std::chrono_literals;
using fearless::catch_panic;
using fearless::scope;
using fearless::thread_scope;

namespace {

static_assert(fearless::sync<thread_scope>);
static_assert(fearless::send<fearless::scoped_join_handle<int>> && fearless::sync<fearless::scoped_join_handle<int>>);
static_assert(!std::is_copy_constructible_v<fearless::scoped_join_handle<int>>);

/// Whether a thread of a scope may get a value, as in Rust.
template <class V>
constexpr bool may_pass = fearless::detail::all_lent_or_owned<V> && fearless::detail::all_lent_or_moved<V> &&
                          fearless::detail::all_may_be_used<V>;
template <class T>
constexpr bool may_read = may_pass<std::reference_wrapper<const T>>;
template <class T>
constexpr bool may_change = may_pass<std::reference_wrapper<T>>;

using is_sync_only = fearless::mutex_guard<int>;
using is_send_only = fearless::receiver<int>;
static_assert(may_read<int> && may_change<int> && may_read<std::vector<int>> && may_change<std::vector<int>>);
static_assert(may_read<fearless::mutex<int>> && may_read<std::atomic<int>> && may_read<thread_scope>);
static_assert(may_read<is_sync_only> && !may_change<is_sync_only>);
static_assert(!may_read<is_send_only> && may_change<is_send_only>);
static_assert(!may_read<fearless::rc<int>> && !may_change<fearless::rc<int>> && !may_pass<fearless::rc<int>>);
static_assert(!may_read<int*> && !may_change<int*> && !may_pass<int*> && !may_pass<std::string_view>);
static_assert(!may_pass<std::span<int>> && !may_pass<std::vector<int>&> && may_pass<std::vector<int>> &&
              may_pass<int&>);

std::atomic<int> local_objects_gone = 0;
struct local_object {
  local_object() = default;
  local_object(const local_object&) = delete;
  local_object& operator=(const local_object&) = delete;
  ~local_object() {
    fearless::sleep(1ms);
    ++local_objects_gone;
  }
};

}  // namespace

TEST_CASE("threads of a scope read and change what the scope's thread owns") {
  const std::vector<int> numbers{1, 2, 3, 4};
  std::array<int, 2> sums{};

  scope([&](const thread_scope& threads) {
    for (std::size_t part = 0; part < 2; ++part) {
      threads.spawn(
          [](const std::vector<int>& all, std::size_t from, int& sum) { sum = all[2 * from] + all[2 * from + 1]; },
          std::cref(numbers), part, std::ref(sums.at(part)));
    }
  });

  CHECK(sums == std::array{3, 7});
}

TEST_CASE("a scope returns what its body returns, by value and by reference") {
  const int local = 5;
  CHECK(scope([&](const thread_scope& threads) {
          return threads.spawn([](const int& lent) { return lent + 1; }, std::cref(local)).join().unwrap();
        }) == 6);
  CHECK(&scope([&](const thread_scope&) -> const int& { return local; }) == &local);
  CHECK(*scope([](const thread_scope&) { return std::make_unique<int>(7); }) == 7);
}

TEST_CASE("values that are moved in are owned by the thread") {
  auto text = std::make_unique<std::string>("here");
  const auto* const place = text.get();
  scope([&](const thread_scope& threads) {
    auto handle = threads.spawn([](std::unique_ptr<std::string> owned) { return owned; }, std::move(text));
    CHECK(std::move(handle).join().unwrap().get() == place);
  });
}

TEST_CASE("a scope ends when all its threads have ended, with their local objects") {
  local_objects_gone = 0;
  int done = 0;
  scope([&](const thread_scope& threads) {
    threads.spawn(
        [](int& to) {
          thread_local const local_object local;
          fearless::sleep(2ms);
          to = 1;
        },
        std::ref(done));
  });
  CHECK(done == 1);
  CHECK(local_objects_gone == 1);
}

TEST_CASE("threads of a scope start further threads") {
  std::atomic<int> ended = 0;
  struct tree {
    static void grow(const thread_scope& threads, std::atomic<int>& count, int depth) {
      if (depth > 0) {
        for (int i = 0; i < 2; ++i) threads.spawn(grow, std::cref(threads), std::ref(count), depth - 1);
      }
      fearless::sleep(1ms);
      ++count;
    }
  };

  scope([&](const thread_scope& threads) { threads.spawn(tree::grow, std::cref(threads), std::ref(ended), 4); });

  CHECK(ended == 31);
}

TEST_CASE("a panic that is not joined is reported by the scope, after all threads have ended") {
  std::atomic<bool> ended = false;
  const auto failed = catch_panic([&] {
    scope([&](const thread_scope& threads) {
      threads.spawn([] { fearless::panic("lost"); });
      threads.spawn(
          [](std::atomic<bool>& to) {
            fearless::sleep(2ms);
            to = true;
          },
          std::ref(ended));
      return 1;
    });
  });

  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().message() == "a scoped thread panicked");
  CHECK(ended);
}

TEST_CASE("a panic that is joined is not reported again") {
  const bool panicked = scope([](const thread_scope& threads) {
    auto ended = threads.spawn([] { fearless::panic(42); }).join();
    return !ended.has_value() && *ended.error().get<int>() == 42;
  });
  CHECK(panicked);
}

TEST_CASE("one of two panics that is not joined is reported") {
  CHECK_FALSE(catch_panic([] {
                scope([](const thread_scope& threads) {
                  auto joined = threads.spawn([] { fearless::panic(1); });
                  threads.spawn([] { fearless::panic(2); });
                  CHECK_FALSE(std::move(joined).join().has_value());
                });
              }).has_value());
}

TEST_CASE("an exception of the body is passed on, after all threads have ended") {
  std::atomic<bool> ended = false;
  const auto fail = [&] {
    scope([&](const thread_scope& threads) {
      threads.spawn(
          [](std::atomic<bool>& to) {
            fearless::sleep(2ms);
            to = true;
            fearless::panic("less important");
          },
          std::ref(ended));
      throw std::runtime_error("own");
    });
  };
  CHECK_THROWS_WITH(fail(), "own");
  CHECK(ended);
}

TEST_CASE("a handle can be joined by another thread of the scope") {
  for (int round = 0; round < 200; ++round) {
    const int sum = scope([](const thread_scope& threads) {
      auto first = threads.spawn([] { return 1; });
      auto second =
          threads.spawn([](fearless::scoped_join_handle<int> other) { return std::move(other).join().unwrap() + 1; },
                        std::move(first));
      return std::move(second).join().unwrap();
    });
    CHECK(sum == 2);
  }
}

TEST_CASE("threads join each other's handles while the scope joins all of them") {
  for (int round = 0; round < 200; ++round) {
    int sum = 0;
    scope([&](const thread_scope& threads) {
      auto first = threads.spawn([] { return 1; });
      threads.spawn([](fearless::scoped_join_handle<int> other, int& to) { to = std::move(other).join().unwrap(); },
                    std::move(first), std::ref(sum));
    });
    CHECK(sum == 1);
  }
}

TEST_CASE("a scope keeps no thread that has ended") {
  std::size_t before = 0;
  scope([&](const thread_scope& threads) {
    for (int i = 0; i < 300; ++i) {
      auto handle = threads.spawn([] {});
      while (!handle.is_finished()) fearless::sleep(10us);
      if (i == 100) before = live_bytes();
    }
    CHECK(live_bytes() <= before + 4'096);
  });
}

TEST_CASE("threads of a scope have names") {
  scope([](const thread_scope& threads) {
    auto handle = threads.spawn_named("helper", [] { return std::string(*fearless::current_thread().name()); });
    CHECK(handle.thread().name() == "helper");
    CHECK(std::move(handle).join().unwrap() == "helper");
  });
}

TEST_CASE("joining a consumed handle of a scope panics if the compiler did not reject it") {
  const auto join_again = [](auto& handle) { static_cast<void>(std::move(handle).join()); };
  scope([&](const thread_scope& threads) {
    auto handle = threads.spawn([] {});
    join_again(handle);
    CHECK_FALSE(catch_panic([&] { join_again(handle); }).has_value());
  });
}

TEST_CASE("a thread of a scope that joins itself panics") {
  using handle = fearless::scoped_join_handle<void>;
  bool panicked = false;
  scope([&](const thread_scope& threads) {
    auto [tx, rx] = fearless::channel<handle>();
    auto itself = threads.spawn(
        [](fearless::receiver<handle> from, bool& to) {
          handle own = from.recv().unwrap();
          to = !catch_panic([&] { static_cast<void>(std::move(own).join()); }).has_value();
        },
        std::move(rx), std::ref(panicked));
    tx.send(std::move(itself)).unwrap();
  });
  CHECK(panicked);
}
