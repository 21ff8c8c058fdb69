// SPDX-License-Identifier: MIT
#include <array>
#include <catch2/catch.hpp>
#include <fearless/mutex.hpp>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using fearless::catch_panic;
using fearless::mutex;
using fearless::mutex_guard;
using fearless::panic;

namespace {

static_assert(sizeof(mutex<int>) <= 8 && sizeof(mutex_guard<int>) <= 2 * sizeof(void*));
static_assert(!std::is_copy_constructible_v<mutex<int>> && !std::is_copy_assignable_v<mutex<int>>);
static_assert(!std::is_copy_constructible_v<mutex_guard<int>> && !std::is_copy_assignable_v<mutex_guard<int>>);
static_assert(std::is_nothrow_move_constructible_v<mutex<std::string>> && std::is_move_assignable_v<mutex<int>>);
static_assert(!std::is_move_constructible_v<mutex<std::atomic<int>>>);

static_assert(fearless::send<mutex<int>> && fearless::sync<mutex<int>>);
static_assert(!fearless::send<mutex<int*>> && !fearless::sync<mutex<int*>>);
static_assert(!fearless::send<mutex_guard<int>> && fearless::sync<mutex_guard<int>>);
static_assert(!fearless::sync<mutex_guard<int*>>);
static_assert(!fearless::send<fearless::lock_result<mutex_guard<int>>>);
static_assert(!fearless::send<fearless::poison_error<mutex_guard<int>>>);

/// Poisons: panics, with the lock held.
template <class T>
void poison(const mutex<T>& target) {
  REQUIRE_FALSE(catch_panic([&] {
                  const auto held = target.lock().unwrap();
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

TEST_CASE("a mutex can be locked and unlocked repeatedly") {
  const mutex m(5);

  {
    auto number = m.lock().unwrap();
    *number = 6;
    CHECK(would_block(m.try_lock()));
  }
  CHECK(*m.lock().unwrap() == 6);
  *m.lock().unwrap() += 1;
  CHECK(*m.try_lock().unwrap() == 7);
}

TEST_CASE("a held lock can't be taken again, not by its holder either") {
  const mutex m(0);
  const auto held = m.lock().unwrap();

  const auto again = m.try_lock();
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().would_block());
  CHECK(again.error().message() == "try_lock failed because the operation would block");
}

TEST_CASE("six threads that increment in one mutex lose no increment") {
  const mutex m(0L);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i)
      threads.emplace_back([&m] {
        for (int step = 0; step < 10'000; ++step) ++*m.lock().unwrap();
      });
  }

  CHECK(*m.lock().unwrap() == 60'000);
}

TEST_CASE("threads that find the lock held for long sleep, and each gets the lock") {
  const mutex m(0);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::jthread> threads;
    auto held = m.lock().unwrap();
    for (int i = 0; i < 3; ++i)
      threads.emplace_back([&m] {
        auto mine = m.lock().unwrap();
        ++*mine;
        std::this_thread::yield();  // meanwhile the others go to sleep
        ++*mine;
      });
    for (int i = 0; i < 20; ++i) std::this_thread::yield();
    ++*held;
    std::move(held).unlock();
  }

  CHECK(*m.lock().unwrap() == 1'400);
}

TEST_CASE("try_lock gives the lock to one thread at a time") {
  const mutex m(0);
  std::array<int, 4> got{};
  {
    std::vector<std::jthread> threads;
    for (int& mine : got)
      threads.emplace_back([&m, &mine] {
        for (int step = 0; step < 5'000; ++step) {
          if (auto held = m.try_lock()) {
            ++**held;
            ++mine;
          }
        }
      });
  }

  CHECK(*m.lock().unwrap() == got[0] + got[1] + got[2] + got[3]);
}

TEST_CASE("a mutex may be destroyed as soon as the lock was taken after its last holder") {
  for (int round = 0; round < 2'000; ++round) {
    auto owned = std::make_unique<mutex<bool>>(false);
    std::jthread other([&m = *owned] { *m.lock().unwrap() = true; });
    while (!*owned->lock().unwrap()) std::this_thread::yield();
    owned.reset();
  }
  SUCCEED("the wake of the last holder touched nothing");
}

TEST_CASE("a mutex owns its value, and returns it") {
  const auto counted = std::make_shared<int>(1);
  {
    mutex m(counted);
    CHECK(counted.use_count() == 2);
    const auto inside = std::move(m).into_inner().unwrap();
    CHECK(inside == counted);
    CHECK(counted.use_count() == 2);
  }
  {
    const mutex dropped(counted);
    CHECK(counted.use_count() == 2);
  }
  CHECK(counted.use_count() == 1);
}

TEST_CASE("a value can be constructed in place, also one that can't be moved") {
  const mutex<std::atomic<int>> m(std::in_place, 3);
  const mutex<std::pair<int, std::string>> pair(std::in_place, 4, "four");

  CHECK(m.lock().unwrap()->load() == 3);
  CHECK(pair.lock().unwrap()->second == "four");
}

TEST_CASE("a caller with exclusive access reaches the value without the lock") {
  mutex m(10);

  *m.get_mut().unwrap() = 20;

  CHECK(*m.lock().unwrap() == 20);
}

TEST_CASE("a mutex can be moved, with its value and its poison") {
  mutex first(std::make_unique<int>(7));
  mutex second(std::make_unique<int>(8));
  poison(first);

  mutex moved(std::move(first));
  CHECK(moved.is_poisoned());
  CHECK(**moved.lock().error().get_ref() == 7);

  moved = std::move(second);
  CHECK_FALSE(moved.is_poisoned());
  CHECK(**moved.lock().unwrap() == 8);
}

TEST_CASE("a locked mutex can't be taken apart") {
  mutex m(0);
  const auto held = m.lock().unwrap();

  CHECK_FALSE(catch_panic([&] { static_cast<void>(m.get_mut()); }).has_value());
  CHECK_FALSE(catch_panic([&] { static_cast<void>(std::move(m).into_inner()); }).has_value());
}

TEST_CASE("a mutex can contain a mutex") {
  const mutex<mutex<int>> outer(std::in_place, 1);

  auto held = outer.lock().unwrap();
  *held->lock().unwrap() = 2;

  CHECK(*held->lock().unwrap() == 2);
  CHECK(would_block(outer.try_lock()));
}

TEST_CASE("a guard gives access to the data, const through a const guard") {
  mutex m(std::string("abc"));

  auto held = m.lock().unwrap();
  held->push_back('d');
  const auto& seen = held;
  static_assert(std::is_same_v<decltype(*seen), const std::string&>);
  CHECK(seen->size() == 4);
}

TEST_CASE("a guard is moved with its lock, and a moved-from guard panics") {
  const mutex m(0);
  const mutex other(0);
  auto held = m.lock().unwrap();
  auto moved = std::move(held);
  CHECK(would_block(m.try_lock()));
  CHECK_FALSE(catch_panic([&] { return *held; }).has_value());  // NOLINT(bugprone-use-after-move): on purpose

  moved = other.lock().unwrap();
  CHECK(m.try_lock().has_value());
  CHECK(would_block(other.try_lock()));

  std::move(moved).unlock();
  CHECK(other.try_lock().has_value());
}

TEST_CASE("a panic with the lock held releases it, and poisons the mutex permanently for every thread") {
  const mutex m(1);
  std::jthread([&m] {
    static_cast<void>(catch_panic([&] {
      auto held = m.lock().unwrap();
      *held = 2;
      panic("half done");
    }));
  }).join();

  CHECK(m.is_poisoned());
  for (int i = 0; i < 3; ++i) {
    auto failed = m.lock();
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().message() == "poisoned lock: another task failed inside");
    CHECK(*failed.error().get_ref() == 2);
  }
  const auto failed = m.try_lock();
  REQUIRE_FALSE(failed.has_value());
  CHECK_FALSE(failed.error().would_block());
  CHECK(failed.error().message() == "poisoned lock: another task failed inside");
}

TEST_CASE("the error of a failed lock holds the guard, which holds the lock") {
  const mutex m(1);
  poison(m);
  {
    auto failed = m.lock();
    *failed.error().get_mut() = 5;
    auto held = std::move(failed.error()).into_inner();
    CHECK(would_block(m.try_lock()));
    ++*held;
  }

  CHECK(*m.try_lock().error().poison->get_ref() == 6);
  CHECK_FALSE(would_block(m.try_lock()));
}

TEST_CASE("an unwrapped lock of a poisoned mutex panics, and leaves it free") {
  const mutex m(1);
  poison(m);

  const auto caught = catch_panic([&] { static_cast<void>(m.lock().unwrap()); });

  CHECK(caught.error().message() == "unwrap of an error: poisoned lock: another task failed inside");
  CHECK_FALSE(would_block(m.try_lock()));
}

TEST_CASE("poison can be cleared") {
  const mutex m(1);
  poison(m);

  m.clear_poison();

  CHECK_FALSE(m.is_poisoned());
  CHECK(*m.lock().unwrap() == 1);
}

TEST_CASE("the error of a poisoned mutex holds its value") {
  mutex m(std::make_unique<int>(9));
  poison(m);

  CHECK(**m.get_mut().error().get_ref() == 9);
  auto failed = std::move(m).into_inner();
  REQUIRE_FALSE(failed.has_value());
  const auto inside = std::move(failed.error()).into_inner();
  CHECK(*inside == 9);
}

TEST_CASE("a panic poisons each mutex whose guard it drops, and no other") {
  const mutex held(0);
  const mutex also_held(0);
  const mutex given_up(0);
  const mutex never_held(0);

  static_cast<void>(catch_panic([&] {
    const auto guard = held.lock().unwrap();
    const auto second = also_held.lock().unwrap();
    given_up.lock().unwrap().unlock();
    panic("with two locks held");
  }));

  CHECK(held.is_poisoned());
  CHECK(also_held.is_poisoned());
  CHECK_FALSE(given_up.is_poisoned());
  CHECK_FALSE(never_held.is_poisoned());
}

TEST_CASE("a panic that is caught while the lock is held does not poison") {
  const mutex m(0);
  {
    const auto held = m.lock().unwrap();
    static_cast<void>(catch_panic([] { panic("inside"); }));
  }
  CHECK_FALSE(m.is_poisoned());
}

TEST_CASE("a panic of another thread does not poison") {
  const mutex m(0);
  {
    const auto held = m.lock().unwrap();
    std::jthread([] { static_cast<void>(catch_panic([] { panic("elsewhere"); })); }).join();
  }
  CHECK_FALSE(m.is_poisoned());
}

namespace {

/// Takes the lock when it is destroyed.
struct counts_its_end {
  const mutex<int>& counter;
  ~counts_its_end() { ++*counter.lock().unwrap(); }
};

}  // namespace

TEST_CASE("a destructor may take the lock while its thread unwinds, and does not poison") {
  const mutex m(0);

  static_cast<void>(catch_panic([&] {
    const counts_its_end last{m};
    panic("on the way out");
  }));

  CHECK_FALSE(m.is_poisoned());
  CHECK(*m.lock().unwrap() == 1);
}

TEST_CASE("a lock that was taken while the thread unwinds is not poisoned by a second panic either") {
  const mutex m(0);
  struct panics_inside {
    const mutex<int>& inside;
    ~panics_inside() {
      static_cast<void>(catch_panic([this] {
        const auto held = inside.lock().unwrap();
        panic("once more");
      }));
    }
  };

  static_cast<void>(catch_panic([&] {
    const panics_inside last{m};
    panic("on the way out");
  }));

  CHECK_FALSE(m.is_poisoned());
}

TEST_CASE("a mutex prints as in Rust") {
  const mutex m(6);
  CHECK(printed(m) == "Mutex { data: 6, poisoned: false, .. }");
  {
    const auto held = m.lock().unwrap();
    CHECK(printed(m) == R"(Mutex { data: "<locked>", poisoned: false, .. })");
  }
  poison(m);
  CHECK(printed(m) == "Mutex { data: 6, poisoned: true, .. }");
  CHECK_FALSE(would_block(m.try_lock()));

  CHECK(printed(mutex(std::string("a \"b\""))) == R"(Mutex { data: "a \"b\"", poisoned: false, .. })");
  CHECK(printed(mutex(true)) == "Mutex { data: true, poisoned: false, .. }");
  CHECK(printed(mutex<std::uint8_t>(65)) == "Mutex { data: 65, poisoned: false, .. }");
  CHECK(printed(mutex<mutex<int>>(std::in_place, 1)) ==
        "Mutex { data: Mutex { data: 1, poisoned: false, .. }, poisoned: false, .. }");
}
