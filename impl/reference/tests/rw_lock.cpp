// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <fearless/panic.hpp>
#include <fearless/rw_lock.hpp>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using fearless::catch_panic;
using fearless::panic;
using fearless::rw_lock;

namespace {

static_assert(sizeof(rw_lock<int>) <= 16);
static_assert(!std::is_copy_constructible_v<rw_lock<int>> && !std::is_copy_assignable_v<rw_lock<int>>);
static_assert(!std::is_move_constructible_v<rw_lock<std::atomic<int>>>);

/// `send`, but not `sync`.
class sent_only {
 public:
  sent_only() {}
};

}  // namespace

template <>
inline constexpr bool fearless::unsafe_enable_send<sent_only> = true;

namespace {

static_assert(fearless::send<rw_lock<int>> && fearless::sync<rw_lock<int>>);
static_assert(fearless::send<rw_lock<sent_only>> && !fearless::sync<rw_lock<sent_only>>);
static_assert(!fearless::send<rw_lock<int*>> && !fearless::sync<rw_lock<int*>>);
static_assert(!fearless::send<rw_lock<int>::read_guard> && fearless::sync<rw_lock<int>::read_guard>);
static_assert(!fearless::send<rw_lock<int>::write_guard> && fearless::sync<rw_lock<int>::write_guard>);

/// Poisons: panics, with the lock held for writing.
template <class T>
void poison(const rw_lock<T>& target) {
  REQUIRE_FALSE(catch_panic([&] {
                  const auto held = target.write().unwrap();
                  panic("with the lock held");
                }).has_value());
}

template <class T>
std::string printed(const T& value) {
  return (std::ostringstream() << value).str();
}

/// Whether an attempt to lock failed because another thread holds the lock.
bool would_block(const auto& tried) {
  return !tried.has_value() && tried.error().would_block();
}

}  // namespace

TEST_CASE("many threads can read at once, or one can write") {
  const rw_lock l(5);
  {
    const auto first = l.read().unwrap();
    const auto second = l.read().unwrap();
    CHECK(*first + *second == 10);
    CHECK(l.try_read().has_value());
    CHECK(would_block(l.try_write()));
  }
  {
    auto writing = l.write().unwrap();
    *writing = 6;
    CHECK(would_block(l.try_read()));
    CHECK(would_block(l.try_write()));
  }
  CHECK(*l.try_read().unwrap() == 6);
  *l.try_write().unwrap() = 7;
  CHECK(*l.read().unwrap() == 7);
}

TEST_CASE("the last reader frees the lock for a writer") {
  const rw_lock l(0);
  auto first = l.read().unwrap();
  auto second = l.read().unwrap();

  std::move(first).unlock();
  CHECK(would_block(l.try_write()));
  std::move(second).unlock();
  CHECK(l.try_write().has_value());
}

TEST_CASE("writers exclude each other, and readers see complete writes") {
  const rw_lock<std::array<int, 2>> l(std::array{0, 0});
  std::array<int, 2> torn{};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i)
      threads.emplace_back([&l] {
        for (int step = 0; step < 5'000; ++step) {
          auto held = l.write().unwrap();
          ++(*held)[0];
          ++(*held)[1];
        }
      });
    for (int& own : torn)
      threads.emplace_back([&l, &own] {
        for (int step = 0; step < 5'000; ++step) {
          const auto held = l.read().unwrap();
          own += (*held)[0] == (*held)[1] ? 0 : 1;
        }
      });
  }

  CHECK(*l.read().unwrap() == std::array{10'000, 10'000});
  CHECK(torn == std::array{0, 0});
}

TEST_CASE("a lock that is taken when it is free shows what the last writer did") {
  const auto shows = [](auto take) {
    const rw_lock l(0);
    // relaxed: only the lock may order the two threads.
    std::atomic<bool> done = false;
    const std::jthread writer([&] {
      *l.write().unwrap() = 5;
      done.store(true, std::memory_order_relaxed);
    });
    while (!done.load(std::memory_order_relaxed)) std::this_thread::yield();

    CHECK(*take(l) == 5);
  };

  shows([](const rw_lock<int>& l) { return l.read().unwrap(); });
  shows([](const rw_lock<int>& l) { return l.write().unwrap(); });
  shows([](const rw_lock<int>& l) { return l.try_read().value(); });
  shows([](const rw_lock<int>& l) { return l.try_write().value(); });
}

TEST_CASE("try_read and try_write exclude like read and write") {
  const rw_lock l(0);
  std::array<int, 2> got{};
  std::array<int, 2> odd{};
  {
    std::vector<std::jthread> threads;
    for (std::size_t own = 0; own < 2; ++own)
      threads.emplace_back([&, own] {
        for (int step = 0; step < 20'000; ++step) {
          if (auto held = l.try_write()) {
            ++**held;
            ++**held;
            ++got.at(own);
          }
          if (const auto held = l.try_read()) odd.at(own) += **held % 2;
        }
      });
  }

  CHECK(*l.read().unwrap() == 2 * (got[0] + got[1]));
  CHECK(odd == std::array{0, 0});
}

TEST_CASE("writers and readers that sleep behind a writer all get the lock") {
  const rw_lock l(0);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::jthread> threads;
    auto held = l.write().unwrap();
    for (int i = 0; i < 2; ++i) {
      threads.emplace_back([&l] {
        auto mine = l.write().unwrap();
        ++*mine;
        std::this_thread::yield();  // meanwhile the others go to sleep
        ++*mine;
      });
      threads.emplace_back([&l] {
        const auto mine = l.read().unwrap();
        std::this_thread::yield();
      });
    }
    for (int i = 0; i < 20; ++i) std::this_thread::yield();
    ++*held;
    std::move(held).unlock();
  }

  CHECK(*l.read().unwrap() == 1'000);
}

TEST_CASE("writers that sleep behind readers all get the lock") {
  const rw_lock l(0);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::jthread> threads;
    auto first = l.read().unwrap();
    auto second = l.read().unwrap();
    for (int i = 0; i < 3; ++i) threads.emplace_back([&l] { ++*l.write().unwrap(); });
    for (int i = 0; i < 20; ++i) std::this_thread::yield();
    std::move(first).unlock();
    std::move(second).unlock();
  }

  CHECK(*l.read().unwrap() == 600);
}

TEST_CASE("a new reader waits behind a waiting writer, and both get the lock") {
  for (int round = 0; round < 100; ++round) {
    const rw_lock l(0);
    auto reading = l.read().unwrap();
    std::jthread writer([&l] { *l.write().unwrap() = 1; });
    while (l.try_read().has_value()) std::this_thread::yield();  // until the writer waits
    std::jthread reader([&l] { static_cast<void>(l.read().unwrap()); });
    for (int i = 0; i < round; ++i) std::this_thread::yield();
    CHECK(would_block(l.try_read()));

    std::move(reading).unlock();
    writer.join();
    reader.join();
    CHECK(*l.read().unwrap() == 1);
  }
}

TEST_CASE("a lock owns its value, returns it, and lets an exclusive owner reach it") {
  const auto counted = std::make_shared<int>(1);
  {
    rw_lock l(counted);
    **l.get_mut().unwrap() = 2;
    const auto inside = std::move(l).into_inner().unwrap();
    CHECK(*inside == 2);
    CHECK(counted.use_count() == 2);
  }
  CHECK(counted.use_count() == 1);
  const rw_lock<std::atomic<int>> in_place(std::in_place, 3);
  CHECK(in_place.read().unwrap()->load() == 3);
}

TEST_CASE("a lock can be moved, with its value and its poison") {
  rw_lock first(std::make_unique<int>(7));
  rw_lock second(std::make_unique<int>(8));
  poison(first);

  rw_lock moved(std::move(first));
  CHECK(moved.is_poisoned());
  CHECK(**moved.read().error().get_ref() == 7);

  moved = std::move(second);
  CHECK_FALSE(moved.is_poisoned());
  CHECK(**moved.read().unwrap() == 8);
}

TEST_CASE("a held lock can't be taken apart") {
  rw_lock l(0);
  const auto reading = l.read().unwrap();

  CHECK_FALSE(catch_panic([&] { static_cast<void>(l.get_mut()); }).has_value());
  CHECK_FALSE(catch_panic([&] { static_cast<void>(std::move(l).into_inner()); }).has_value());
}

TEST_CASE("guards are moved with their lock, and moved-from guards panic") {
  const rw_lock l(std::string("ab"));
  const rw_lock other(std::string("cd"));
  {
    auto held = l.write().unwrap();
    auto moved = std::move(held);
    moved->push_back('c');
    CHECK(std::as_const(moved)->size() == 3);
    CHECK(*std::as_const(moved) == "abc");
    CHECK_FALSE(catch_panic([&] { return held->size(); }).has_value());  // NOLINT(bugprone-use-after-move): on purpose
    moved = other.write().unwrap();
    CHECK(l.try_write().has_value());
    CHECK(would_block(other.try_read()));
    std::move(moved).unlock();
  }
  auto held = l.read().unwrap();
  auto moved = std::move(held);
  CHECK(moved->size() == 3);
  CHECK(would_block(l.try_write()));
  CHECK_FALSE(catch_panic([&] { return held->size(); }).has_value());  // NOLINT(bugprone-use-after-move): on purpose
  moved = other.read().unwrap();
  CHECK(l.try_write().has_value());
  CHECK(would_block(other.try_write()));
}

TEST_CASE("a panic of a writer poisons the lock, and the errors hold the guards") {
  const rw_lock l(1);
  poison(l);

  CHECK(l.is_poisoned());
  CHECK(*l.read().error().get_ref() == 1);
  *l.write().error().get_mut() = 2;
  CHECK(*l.try_read().error().poison->get_ref() == 2);
  CHECK(*l.try_write().error().poison->get_ref() == 2);
  CHECK(printed(l) == "RwLock { data: 2, poisoned: true, .. }");

  l.clear_poison();
  CHECK(*l.read().unwrap() == 2);
}

TEST_CASE("the error of a poisoned lock holds its value") {
  rw_lock l(std::make_unique<int>(9));
  poison(l);

  CHECK(**l.get_mut().error().get_ref() == 9);
  auto failed = std::move(l).into_inner();
  REQUIRE_FALSE(failed.has_value());
  const auto inside = std::move(failed.error()).into_inner();
  CHECK(*inside == 9);
}

TEST_CASE("a panic of a reader does not poison, nor does a panic that began before the lock was taken") {
  const rw_lock l(0);
  struct writes_at_its_end {
    const rw_lock<int>& target;
    ~writes_at_its_end() { *target.write().unwrap() = 1; }
  };

  static_cast<void>(catch_panic([&] {
    const auto held = l.read().unwrap();
    panic("while reading");
  }));
  static_cast<void>(catch_panic([&] {
    const writes_at_its_end last{l};
    panic("on the way out");
  }));

  CHECK_FALSE(l.is_poisoned());
  CHECK(*l.read().unwrap() == 1);
}

TEST_CASE("a lock prints as in Rust") {
  const rw_lock l(6);
  const auto reading = l.read().unwrap();
  CHECK(printed(l) == "RwLock { data: 6, poisoned: false, .. }");

  const rw_lock other(6);
  const auto writing = other.write().unwrap();
  CHECK(printed(other) == "RwLock { data: <locked>, poisoned: false, .. }");
}
