// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdint>
#include <fearless/arc.hpp>
#include <fearless/channel.hpp>
#include <fearless/detail/plain_counts.hpp>
#include <fearless/spawn.hpp>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

using fearless::arc;
using fearless::arc_weak;
using fearless::make_arc;
using fearless::send;
using fearless::sync;

// An arc is `send` and `sync` if its value is both.
static_assert(send<arc<int>> && sync<arc<int>> && send<arc_weak<int>> && sync<arc_weak<int>>);
static_assert(send<arc<std::string>> && send<arc<arc<int>>> && send<arc<fearless::sender<int>>>);
static_assert(!send<arc<int*>> && !sync<arc<int*>> && !send<arc_weak<int*>> && !sync<arc_weak<int*>>);
static_assert(send<fearless::receiver<int>> && !sync<fearless::receiver<int>>);
static_assert(!send<arc<fearless::receiver<int>>> && !sync<arc<fearless::receiver<int>>>);
static_assert(!send<arc_weak<fearless::receiver<int>>> && !sync<arc_weak<fearless::receiver<int>>>);

/// `sync`, but not `send`.
struct holder {
  explicit holder(int number) : inside(number) {}
  int inside;
};

}  // namespace

template <>
constexpr bool fearless::unsafe_enable_sync<holder> = true;

namespace {

static_assert(sync<holder> && !send<holder> && !send<arc<holder>> && !sync<arc<holder>>);
static_assert(!send<arc_weak<holder>> && !sync<arc_weak<holder>>);
static_assert(!std::is_copy_constructible_v<arc<int>> && !std::is_copy_assignable_v<arc<int>>);
static_assert(!std::is_copy_constructible_v<arc_weak<int>> && !std::is_copy_assignable_v<arc_weak<int>>);
static_assert(std::is_nothrow_move_constructible_v<arc<int>> && std::is_nothrow_move_assignable_v<arc<int>>);

/// A page that each owner writes a line of, and that its destructor reads: only the counts order these accesses.
struct page {
  explicit page(int& sum) : total(&sum) {}
  page(page&& other) noexcept : lines(other.lines), total(std::exchange(other.total, nullptr)) {}
  page& operator=(page&&) = delete;
  ~page() {
    if (total != nullptr) *total += lines[0] + lines[1];
  }
  mutable std::array<int, 2> lines{};
  int* total;
};

/// Lets threads begin at the same time, without an order that the race detector would see.
struct start {
  void wait(int all) {
    arrived.fetch_add(1, std::memory_order_relaxed);
    while (arrived.load(std::memory_order_relaxed) < all) std::this_thread::yield();
  }
  std::atomic<int> arrived = 0;
};

template <class Condition>
void await(Condition condition) {
  while (!condition()) std::this_thread::yield();
}

void drop(auto) {}

/// Whether `body` ends the program, as an abort does.
template <class Body>
bool aborts(Body body) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit none{};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGABRT, SIG_DFL);
    body();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

constexpr std::uint32_t most = std::uint32_t{1} << 31U;

}  // namespace

TEMPLATE_TEST_CASE("the program ends when there are too many owners to count", "", fearless::detail::atomic_counts,
                   fearless::detail::plain_counts) {
  CHECK_FALSE(aborts([] { TestType(most - 1).add_owner(); }));
  CHECK_FALSE(aborts([] { (void)TestType(most - 1).add_owner_to_others(); }));
  CHECK(aborts([] { TestType(most).add_owner(); }));
  CHECK(aborts([] { (void)TestType(most).add_owner_to_others(); }));

  TestType full(most);
  full.add_weak();
  CHECK(full.weak() == 1);
  CHECK(full.owners() == most);
}

TEST_CASE("an owner dropped while others detect an overflow does not take itself for the last") {
  CHECK(aborts([] { (void)fearless::detail::atomic_counts(most + 2).remove_owner(); }));
}

TEST_CASE("an arc can be sent through a channel") {
  auto [tx, rx] = fearless::channel<arc<std::vector<int>>>();
  auto reading = fearless::spawn(
      [](fearless::receiver<arc<std::vector<int>>> from) { return from.recv().unwrap()->back(); }, std::move(rx));

  const auto numbers = make_arc<std::vector<int>>(std::vector{1, 2, 3});
  tx.send(numbers.clone()).unwrap();

  CHECK(std::move(reading).join().unwrap() == 3);
  CHECK(numbers->front() == 1);
}

TEST_CASE("the count is exact after many threads cloned and dropped") {
  const auto owner = make_arc<int>(7);
  std::vector<fearless::join_handle<int>> threads;
  for (int i = 0; i < 4; ++i)
    threads.push_back(fearless::spawn(
        [](arc<int> own) {
          int sum = 0;
          for (int times = 0; times < 5'000; ++times) {
            const auto another = own.clone();
            const auto watching = another.downgrade();
            sum += *watching.upgrade().value() - 6;
          }
          return sum;
        },
        owner.clone()));

  for (auto& each : threads) CHECK(std::move(each).join().unwrap() == 5'000);
  CHECK(owner.strong_count() == 1);
  CHECK(owner.weak_count() == 0);
}

TEST_CASE("two threads that drop at once destroy the value once, after everything that both did") {
  for (int round = 0; round < 500; ++round) {
    int total = 0;
    start together;
    auto first = make_arc<page>(total);
    std::thread other([&together, own = first.clone()]() mutable {
      own->lines[1] = 10;
      together.wait(2);
      drop(std::move(own));
    });
    first->lines[0] = 1;
    together.wait(2);
    drop(std::move(first));
    other.join();
    REQUIRE(total == 11);
  }
}

TEST_CASE("the last owner left sees everything that the others did") {
  const auto other_has_gone = [](auto use) {
    int total = 0;
    auto owner = make_arc<page>(total);
    std::thread other([own = owner.clone()]() mutable {
      own->lines[1] = 10;
      drop(std::move(own));
    });
    await([&] { return owner.strong_count() == 1; });
    use(std::move(owner));
    other.join();
    return total;
  };
  const auto beside_a_weak_one = [&](auto use) {
    return other_has_gone([&](arc<page> owner) {
      const auto watching = owner.downgrade();
      use(std::move(owner));
    });
  };

  CHECK(other_has_gone([](arc<page> owner) { drop(std::move(owner)); }) == 10);
  CHECK(other_has_gone([](arc<page> owner) { ++owner.get_mut()->lines[1]; }) == 11);
  CHECK(other_has_gone([](arc<page> owner) { ++std::move(owner).try_unwrap()->lines[1]; }) == 11);
  CHECK(other_has_gone([](arc<page> owner) { ++std::move(owner).into_inner()->lines[1]; }) == 11);
  CHECK(beside_a_weak_one([](arc<page> owner) { drop(std::move(owner)); }) == 10);
  CHECK(beside_a_weak_one([](arc<page> owner) { ++std::move(owner).try_unwrap()->lines[1]; }) == 11);
  CHECK(beside_a_weak_one([](arc<page> owner) { ++std::move(owner).into_inner()->lines[1]; }) == 11);
}

TEST_CASE("an owner that retries until it is the only one sees everything that the others did") {
  for (int round = 0; round < 300; ++round) {
    int total = 0;
    start together;
    auto owner = make_arc<page>(total);
    const auto watching = owner.downgrade();
    std::thread other([&together, own = owner.clone()]() mutable {
      own->lines[1] = 10;
      together.wait(2);
      drop(std::move(own));
    });
    together.wait(2);
    while (true) {
      auto taken = std::move(owner).try_unwrap();
      if (taken) break;
      owner = std::move(taken.error());
    }
    other.join();
    REQUIRE(total == 10);
  }
}

TEST_CASE("weak owners on other threads can't reach a value that was taken out") {
  for (int round = 0; round < 300; ++round) {
    start together;
    std::atomic<bool> done = false;
    auto owner = make_arc<std::unique_ptr<int>>(std::make_unique<int>(5));
    const auto watching = owner.downgrade();
    std::thread other([&] {
      together.wait(2);
      while (!done.load(std::memory_order_relaxed)) drop(watching.clone());
    });
    together.wait(2);
    const auto taken = std::move(owner).try_unwrap();
    const bool given = watching.upgrade().has_value();
    done.store(true, std::memory_order_relaxed);
    other.join();
    REQUIRE(taken.has_value());
    REQUIRE_FALSE(given);
  }
}

TEST_CASE("the last weak owner frees the block after everything that the others did to it") {
  const auto leaves_last = [](auto other_has) {
    int total = 0;
    auto owner = make_arc<page>(total);
    owner->lines[1] = 10;
    auto watching = owner.downgrade();
    std::atomic<bool> gone = false;
    std::thread other([&gone, own = other_has(std::move(owner))]() mutable {
      drop(std::move(own));
      gone.store(true, std::memory_order_relaxed);
    });
    await([&] { return gone.load(std::memory_order_relaxed); });
    drop(std::move(watching));
    other.join();
    return total;
  };

  CHECK(leaves_last([](arc<page> owner) { return owner; }) == 10);
  CHECK(leaves_last([](arc<page> owner) { return owner.downgrade(); }) == 10);
}

TEST_CASE("an owner without weak owners sees everything that the weak owners did") {
  int total = 0;
  auto owner = make_arc<page>(total);
  std::thread other([watching = owner.downgrade()]() mutable { drop(std::move(watching)); });
  await([&] { return owner.weak_count() == 0; });

  CHECK(owner.get_mut() != nullptr);
  drop(std::move(owner));
  other.join();
}

TEST_CASE("an upgrade during the last drop returns the whole value or none") {
  for (int round = 0; round < 500; ++round) {
    int total = 0;
    int written = 0;
    start together;
    auto owner = make_arc<page>(total);
    std::thread other([&, watching = owner.downgrade()] {
      together.wait(2);
      if (const auto got = watching.upgrade()) written = (*got)->lines[1] = 10;
    });
    owner->lines[0] = 1;
    together.wait(2);
    drop(std::move(owner));
    other.join();
    REQUIRE(total == 1 + written);
  }
}

TEST_CASE("exactly one of several owners on different threads takes the value out") {
  for (int round = 0; round < 300; ++round) {
    start together;
    auto first = make_arc<std::unique_ptr<int>>(std::make_unique<int>(5));
    int gotten = 0;
    std::thread other([&, own = first.clone()]() mutable {
      together.wait(2);
      if (const auto got = std::move(own).into_inner()) gotten += **got;
    });
    together.wait(2);
    const auto got = std::move(first).into_inner();
    other.join();
    REQUIRE(gotten + (got ? **got : 0) == 5);
  }
}

TEST_CASE("make_mut during an upgrade: one of the two has the value, or each has a value") {
  for (int round = 0; round < 300; ++round) {
    start together;
    auto owner = make_arc<std::string>("a");
    std::string seen;
    std::thread other([&, watching = owner.downgrade()] {
      together.wait(2);
      if (const auto got = watching.upgrade()) seen = **got;
    });
    together.wait(2);
    owner.make_mut() += "b";
    other.join();
    REQUIRE(*owner == "ab");
    REQUIRE((seen.empty() || seen == "a"));
  }
}

TEST_CASE("a cyclic value is complete before an upgrade returns it") {
  struct written {
    std::vector<int> numbers;
  };
  std::optional<std::thread> other;
  int seen = 0;
  const auto owner = arc<written>::new_cyclic([&](const arc_weak<written>& self) {
    other.emplace([&seen, watching = self.clone()] {
      std::optional<arc<written>> got;
      await([&] { return (got = watching.upgrade()).has_value(); });
      seen = (*got)->numbers.at(2);
    });
    return written{{1, 2, 3}};
  });
  other->join();
  CHECK(seen == 3);
}

TEST_CASE("the count of weak owners is always exact") {
  auto owner = make_arc<int>(1);
  std::atomic<bool> done = false;
  std::thread other([&done, own = owner.clone()] {
    for (int i = 0; i < 20'000; ++i) drop(own.downgrade());
    done = true;
  });
  std::size_t highest = 0;
  while (!done) {
    highest = std::max(highest, owner.weak_count());
    (void)owner.get_mut();
  }
  other.join();
  CHECK(highest <= 1);
}
