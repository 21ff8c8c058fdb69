// SPDX-License-Identifier: MIT
#include <pthread.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <fearless/channel.hpp>
#include <fearless/sleep.hpp>
#include <fearless/spawn.hpp>
#include <functional>
#include <iterator>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "live_bytes.hpp"

using namespace std::chrono_literals;
using fearless::channel;

namespace {

static_assert(fearless::send<fearless::sender<int>> && fearless::sync<fearless::sender<int>>);
static_assert(fearless::send<fearless::receiver<int>> && !fearless::sync<fearless::receiver<int>>);
static_assert(!fearless::send<fearless::sender<int*>> && !fearless::sync<fearless::sender<int*>>);
static_assert(!fearless::send<fearless::receiver<int*>>);
static_assert(!std::is_copy_constructible_v<fearless::sender<int>>);
static_assert(!std::is_copy_constructible_v<fearless::receiver<int>>);

/// Counts its destruction, once, wherever it was moved.
auto counted(std::atomic<int>& drops) {
  const auto note = [&drops](int* owned) {
    ++drops;
    delete owned;
  };
  return std::unique_ptr<int, decltype(note)>(new int(0), note);
}

/// Counts its instances, and throws where a test wants it to.
struct unruly {
  explicit unruly(int initial) : number(initial) { ++alive; }
  unruly(unruly&& other) noexcept(false) : number(other.number), moves_left(other.moves_left - 1) {
    if (moves_left < 0) throw std::runtime_error("will not move");
    ++alive;
  }
  unruly& operator=(unruly&&) = delete;
  ~unruly() noexcept(false) {
    --alive;
    if (std::exchange(next_will_not_go, false)) throw std::runtime_error("will not go");
  }
  int number;
  int moves_left = 1000;
  static inline int alive = 0;
  static inline bool next_will_not_go = false;
};

}  // namespace

TEST_CASE("a value is received as it was sent") {
  auto [tx, rx] = channel<std::unique_ptr<std::string>>();

  tx.send(std::make_unique<std::string>("a letter")).unwrap();

  CHECK(*rx.recv().unwrap() == "a letter");
}

TEST_CASE("a scalar can be sent without a move") {
  auto [tx, rx] = channel<int>();
  const int number = 3;

  tx.send(number).unwrap();

  CHECK(rx.recv().unwrap() == 3);
}

TEST_CASE("ten thousand values arrive in order, and then the channel is empty") {
  auto [tx, rx] = channel<int>();
  auto sending = fearless::spawn(
      [](fearless::sender<int> to) {
        for (int i = 0; i < 10'000; ++i) to.send(i).unwrap();
      },
      std::move(tx));

  for (int i = 0; i < 10'000; ++i) REQUIRE(rx.recv().unwrap() == i);

  std::move(sending).join().unwrap();
  CHECK(rx.recv().error() == fearless::recv_error{});
}

TEST_CASE("the values of eight senders arrive, each sender's in order") {
  auto [tx, rx] = channel<std::pair<int, int>>();
  for (int sender = 0; sender < 8; ++sender)
    fearless::spawn(
        [](fearless::sender<std::pair<int, int>> to, int own) {
          for (int i = 0; i < 10'000; ++i) to.send({own, i}).unwrap();
        },
        tx.clone(), sender)
        .detach();
  {
    const auto dropped = std::move(tx);
  }

  std::array<int, 8> next{};
  int in_order = 0;
  for (auto [sender, i] : rx) in_order += next.at(static_cast<std::size_t>(sender))++ == i ? 1 : 0;
  CHECK(in_order == 80'000);
}

TEST_CASE("an empty channel and a disconnected one are distinguished, and a disconnection is permanent") {
  auto [tx, rx] = channel<int>();

  CHECK(rx.try_recv().error() == fearless::try_recv_error::empty);
  tx.send(1).unwrap();
  CHECK(rx.try_recv().unwrap() == 1);
  CHECK(rx.try_recv().error() == fearless::try_recv_error::empty);
  tx.send(2).unwrap();
  {
    const auto dropped = std::move(tx);
  }
  CHECK(rx.is_disconnected());
  CHECK(rx.try_recv().unwrap() == 2);
  for (int i = 0; i < 3; ++i) {
    CHECK(rx.try_recv().error() == fearless::try_recv_error::disconnected);
    CHECK_FALSE(rx.recv().has_value());
    CHECK(rx.recv_timeout(1h).error() == fearless::recv_timeout_error::disconnected);
  }
}

TEST_CASE("a thread that finds the receiver disconnected sees what the senders did before they were dropped") {
  auto [tx, rx] = channel<int>();
  int note = 0;
  std::thread leaving([&note, own = std::move(tx)]() mutable {
    note = 42;
    const auto dropped = std::move(own);
  });
  while (!rx.is_disconnected()) std::this_thread::yield();

  CHECK(note == 42);
  leaving.join();
}

TEST_CASE("a send after the receiver was dropped returns the value, each time, from every sender") {
  auto [tx, rx] = channel<std::unique_ptr<int>>();
  auto clone = tx.clone();
  CHECK_FALSE(tx.is_disconnected());
  {
    const auto dropped = std::move(rx);
  }

  CHECK(tx.is_disconnected());
  for (const auto* sender : {&tx, &clone, &tx}) {
    auto failed = sender->send(std::make_unique<int>(7));
    REQUIRE_FALSE(failed.has_value());
    CHECK(*failed.error().value == 7);
  }
}

TEST_CASE("values that are not received are destroyed once, with the receiver") {
  std::atomic<int> drops = 0;
  auto [tx, rx] = channel<decltype(counted(drops))>();
  for (int i = 0; i < 1000; ++i) REQUIRE(tx.send(counted(drops)).has_value());
  for (int i = 0; i < 200; ++i) REQUIRE(rx.recv().has_value());
  CHECK(drops == 200);

  {
    const auto dropped = std::move(rx);
  }
  CHECK(drops == 1000);
  {
    const auto dropped = std::move(tx);
  }
  CHECK(drops == 1000);
}

TEST_CASE("an unused sender or receiver may be dropped first") {
  {
    auto [tx, rx] = channel<int>();
  }
  auto [tx, rx] = channel<int>();
  {
    const auto dropped = std::move(tx);
  }
  CHECK_FALSE(rx.recv().has_value());
}

TEST_CASE("an unwrapped receive on a disconnected channel panics") {
  auto [tx, rx] = channel<int>();
  auto receiving = fearless::spawn([](fearless::receiver<int> from) { return from.recv().unwrap(); }, std::move(rx));
  {
    const auto dropped = std::move(tx);
  }

  CHECK_FALSE(std::move(receiving).join().has_value());
}

TEST_CASE("two threads pass a value back and forth") {
  auto [to_other, from_here] = channel<int>();
  auto [to_here, from_other] = channel<int>();
  auto other = fearless::spawn(
      [](fearless::receiver<int> from, fearless::sender<int> to) {
        for (const int ball : from) to.send(ball + 1).unwrap();
      },
      std::move(from_here), std::move(to_here));

  int ball = 0;
  for (int i = 0; i < 5'000; ++i) {
    to_other.send(ball).unwrap();
    ball = from_other.recv().unwrap();
  }
  {
    const auto dropped = std::move(to_other);
  }
  std::move(other).join().unwrap();
  CHECK(ball == 5'000);
}

TEST_CASE("senders and receivers can be moved from thread to thread") {
  struct relay {
    static void send(fearless::sender<int> to, int left) {
      if (left == 0) return;
      to.send(left).unwrap();
      fearless::spawn(send, std::move(to), left - 1).detach();
    }
    static int receive(fearless::receiver<int> from, int left) {
      if (left == 0) return 0;
      const int got = from.recv().unwrap();
      return got + fearless::spawn(receive, std::move(from), left - 1).join().unwrap();
    }
  };
  auto [tx, rx] = channel<int>();
  relay::send(std::move(tx), 20);
  CHECK(relay::receive(std::move(rx), 20) == 210);
}

TEST_CASE("a channel can be sent through a channel") {
  auto [tx, rx] = channel<fearless::sender<int>>();
  auto [inner_tx, inner_rx] = channel<int>();

  tx.send(std::move(inner_tx)).unwrap();
  rx.recv().unwrap().send(5).unwrap();

  CHECK(inner_rx.recv().unwrap() == 5);
  CHECK_FALSE(inner_rx.recv().has_value());
}

TEST_CASE("a receive with a time limit waits until a value arrives or the time is up") {
  auto [tx, rx] = channel<int>();
  const auto before = std::chrono::steady_clock::now();
  CHECK(rx.recv_timeout(20ms).error() == fearless::recv_timeout_error::timeout);
  CHECK(std::chrono::steady_clock::now() - before >= 20ms);

  tx.send(1).unwrap();
  CHECK(rx.recv_timeout(0s).unwrap() == 1);
  CHECK(rx.recv_timeout(-1s).error() == fearless::recv_timeout_error::timeout);

  tx.send(2).unwrap();
  CHECK(rx.recv_timeout(std::chrono::hours::max()).unwrap() == 2);
}

TEST_CASE("a receive can time out repeatedly") {
  auto [tx, rx] = channel<int>();
  for (int times = 0; times < 3; ++times) CHECK(rx.recv_timeout(5ms).error() == fearless::recv_timeout_error::timeout);

  tx.send(1).unwrap();
  CHECK(rx.recv_timeout(5ms).unwrap() == 1);
}

TEST_CASE("timeouts lose no value") {
  auto [tx, rx] = channel<int>();
  for (int sender = 0; sender < 4; ++sender)
    fearless::spawn(
        [](fearless::sender<int> to, int own) {
          for (int i = 0; i < 50; ++i) {
            fearless::sleep(std::chrono::microseconds(100 * own));
            to.send(i).unwrap();
          }
        },
        tx.clone(), sender)
        .detach();
  {
    const auto dropped = std::move(tx);
  }

  int received = 0;
  while (true) {
    auto got = rx.recv_timeout(50us);
    if (got) ++received;
    if (!got && got.error() == fearless::recv_timeout_error::disconnected) break;
  }
  CHECK(received == 200);
}

TEST_CASE("the loops try_iter, begin and into_iter receive the values that they promise") {
  auto [tx, rx] = channel<int>();
  for (int i = 1; i <= 6; ++i) tx.send(i).unwrap();

  int sum = 0;
  for (const int value : rx) {
    sum += value;
    if (value == 2) break;
  }
  CHECK(sum == 3);
  CHECK(rx.recv().unwrap() == 3);

  for (const int value : rx.try_iter()) sum += value;
  CHECK(sum == 18);

  tx.send(7).unwrap();
  for (const int value : std::move(rx).into_iter()) {
    sum += value;
    break;
  }
  CHECK(sum == 25);
  CHECK(tx.is_disconnected());
}

namespace {

using fearless::receiver;

/// A value that can be moved, but not assigned to.
struct fixed {
  explicit fixed(int initial) : number(initial) {}
  fixed(fixed&&) = default;
  fixed& operator=(fixed&&) = delete;
  ~fixed() = default;
  int number;
};

using values_of_try_iter = decltype(std::declval<receiver<fixed>&>().try_iter());
using values_of_into_iter = decltype(std::declval<receiver<fixed>>().into_iter());

static_assert(std::ranges::input_range<receiver<fixed>> && std::ranges::viewable_range<receiver<fixed>&>);
static_assert(std::ranges::input_range<values_of_try_iter> && std::ranges::viewable_range<values_of_try_iter>);
static_assert(std::ranges::input_range<values_of_into_iter> && std::ranges::viewable_range<values_of_into_iter>);
static_assert(!std::ranges::input_range<const receiver<int>> && !std::ranges::forward_range<receiver<int>>);

// Only the values that own their receiver can be moved to another thread, as in Rust.
static_assert(fearless::send<fearless::owned_values<int>> && !fearless::sync<fearless::owned_values<int>>);
static_assert(!fearless::send<fearless::owned_values<int*>>);
static_assert(!fearless::send<fearless::try_values<int>> && !fearless::sync<fearless::try_values<int>>);
static_assert(!fearless::send<decltype(std::declval<receiver<int>&>().begin())>);

/// A receiver of 1 to 6, with a bound or without, and its sender.
std::pair<fearless::sender<int>, receiver<int>> six_values() {
  auto [tx, rx] = channel<int>();
  for (int i = 1; i <= 6; ++i) tx.send(i).unwrap();
  return {std::move(tx), std::move(rx)};
}
std::pair<fearless::sync_sender<int>, receiver<int>> six_values_with_a_bound() {
  auto [tx, rx] = fearless::sync_channel<int>(6);
  for (int i = 1; i <= 6; ++i) tx.send(i).unwrap();
  return {std::move(tx), std::move(rx)};
}

std::vector<int> listed(auto&& values) {
  std::vector<int> list;
  for (const int value : values) list.push_back(value);
  return list;
}

/// How a channel with six values, whose sender is left, is iterated over: the receives that would wait are an error.
void iterate(auto ends) {
  auto& rx = ends.second;
  const auto is_even = [](int value) { return value % 2 == 0; };

  static_cast<void>(rx.begin());
  CHECK(listed(rx | std::views::take(0)).empty());
  CHECK(listed(rx | std::views::take(2)) == std::vector{1, 2});
  CHECK(listed(rx.try_iter() | std::views::take(1)) == std::vector{3});
  CHECK(listed(std::views::counted(rx.begin(), 1)) == std::vector{4});
  CHECK(listed(rx.try_iter() | std::views::filter(is_even) | std::views::transform(std::negate())) == std::vector{-6});
  CHECK(rx.try_recv().error() == fearless::try_recv_error::empty);

  ends.first.send(7).unwrap();
  ends.first.send(8).unwrap();
  auto values = std::move(rx).into_iter();
  CHECK(listed(values | std::views::take(1)) == std::vector{7});
  CHECK_FALSE(ends.first.is_disconnected());
  CHECK(listed(std::move(values) | std::views::take(1)) == std::vector{8});
  CHECK(ends.first.is_disconnected());
}

}  // namespace

TEST_CASE("a pipeline takes just the values that it uses") {
  iterate(six_values());
  iterate(six_values_with_a_bound());
}

TEST_CASE("a receiver itself can be the source of a pipeline, which then owns it") {
  auto ends = six_values();
  CHECK(listed(std::move(ends.second) | std::views::drop(1) | std::views::take(2)) == std::vector{2, 3});
  CHECK(ends.first.is_disconnected());
}

TEST_CASE("algorithms iterate over a receiver until it is disconnected") {
  auto ends = six_values();
  {
    const auto dropped = std::move(ends.first);
  }
  std::vector<int> copied;
  std::ranges::copy(ends.second, std::back_inserter(copied));
  CHECK(copied == std::vector{1, 2, 3, 4, 5, 6});
  CHECK(listed(ends.second).empty());
}

TEST_CASE("a filter passes on what it has looked at") {
  auto [tx, rx] = channel<std::unique_ptr<int>>();
  for (int i = 0; i < 4; ++i) tx.send(std::make_unique<int>(i)).unwrap();

  std::vector<int> odd;
  for (std::unique_ptr<int> value : rx.try_iter() | std::views::filter([](const auto& each) { return *each % 2 == 1; }))
    odd.push_back(*value);
  CHECK(odd == std::vector{1, 3});
}

TEST_CASE("an iteration owns one value at a time, and drops it before it waits for the next") {
  std::atomic<int> drops = 0;
  auto [tx, rx] = channel<decltype(counted(drops))>();
  tx.send(counted(drops)).unwrap();
  tx.send(counted(drops)).unwrap();

  auto each = rx.begin();
  CHECK(each != rx.end());
  CHECK(**each == 0);
  CHECK(drops == 0);
  ++each;
  CHECK(drops == 1);
  CHECK(each != rx.end());
  CHECK(rx.try_recv().error() == fearless::try_recv_error::empty);
}

TEST_CASE("an iterator that is moved or assigned to goes on with its value") {
  auto [tx, rx] = channel<fixed>();
  for (int i = 1; i <= 3; ++i) tx.send(fixed(i)).unwrap();

  auto each = rx.begin();
  CHECK((*each).number == 1);
  auto moved = std::move(each);
  CHECK((*moved).number == 1);
  ++moved;
  CHECK((*moved).number == 2);
  auto other = rx.begin();
  CHECK((*other).number == 3);
  other = std::move(moved);
  CHECK((*other).number == 2);
}

TEST_CASE("an iterator that is incremented skips a value that was not looked at") {
  auto ends = six_values();
  auto each = ends.second.begin();
  ++each;
  CHECK(*each == 2);
  ++each;
  ++each;
  CHECK(*each == 4);
}

TEST_CASE("an iterator behind the last value panics") {
  auto [tx, rx] = channel<int>();
  auto values = rx.try_iter();
  CHECK_FALSE(fearless::catch_panic([&] { static_cast<void>(*values.begin()); }).has_value());
}

TEST_CASE("values that own their receiver are iterated over on another thread") {
  auto ends = six_values();
  {
    const auto dropped = std::move(ends.first);
  }
  auto counting =
      fearless::spawn([](auto values) { return listed(values).size(); }, std::move(ends.second).into_iter());
  CHECK(std::move(counting).join().unwrap() == 6);
}

TEST_CASE("a value that was sent before a receive is never reported absent") {
  auto [tx, rx] = channel<int>();
  auto [done_tx, done_rx] = channel<int>();
  for (int sender = 0; sender < 3; ++sender)
    fearless::spawn(
        [](fearless::sender<int> to, fearless::sender<int> done) {
          for (int i = 0; i < 2'000; ++i) {
            to.send(i).unwrap();
            done.send(i).unwrap();
          }
        },
        tx.clone(), done_tx.clone())
        .detach();
  {
    const auto dropped = std::move(done_tx);
  }

  int absent = 0;
  for ([[maybe_unused]] const int value : done_rx) absent += rx.try_recv().has_value() ? 0 : 1;
  CHECK(absent == 0);
}

TEST_CASE("a large value needs no deep stack") {
  struct large {
    std::array<char, 32 * 1024> bytes;
  };
  struct run {
    static void* on_small_stack(void* right) {
      auto [tx, rx] = channel<large>();
      for (char i = 0; i < 3; ++i) {
        const auto value = std::make_unique<large>();
        value->bytes.fill(i);
        tx.send(std::move(*value)).unwrap();
      }
      for (char i = 0; i < 3; ++i)
        *static_cast<int*>(right) += std::make_unique<large>(*rx.recv())->bytes.back() == i ? 1 : 0;
      return nullptr;
    }
  };
  int right = 0;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 256 * 1024);
  pthread_t thread{};
  REQUIRE(pthread_create(&thread, &attributes, run::on_small_stack, &right) == 0);
  pthread_join(thread, nullptr);
  CHECK(right == 3);
}

TEST_CASE("values are aligned") {
  struct alignas(128) wide {
    int number;
  };
  auto [tx, rx] = channel<wide>();
  for (int i = 0; i < 500; ++i) tx.send(wide{i}).unwrap();
  int sum = 0;
  for (const wide& value : rx.try_iter())
    sum += reinterpret_cast<std::uintptr_t>(&value) % alignof(wide) == 0 ? value.number : 0;
  CHECK(sum == 500 * 499 / 2);
}

TEST_CASE("a value whose move throws is not sent, and the channel still works") {
  auto [tx, rx] = channel<unruly>();
  unruly stubborn(1);
  stubborn.moves_left = 0;

  CHECK_THROWS_AS(tx.send(std::move(stubborn)), std::runtime_error);
  CHECK(rx.try_recv().error() == fearless::try_recv_error::empty);
  tx.send(unruly(2)).unwrap();
  CHECK(rx.recv()->number == 2);
  CHECK_THROWS_AS(tx.send(std::move(stubborn)), std::runtime_error);
  {
    const auto dropped = std::move(tx);
  }
  CHECK_FALSE(rx.recv().has_value());
}

TEST_CASE("a value whose move throws on receipt is lost, and the channel still works") {
  auto [tx, rx] = channel<unruly>();
  unruly stubborn(1);
  stubborn.moves_left = 1;
  tx.send(std::move(stubborn)).unwrap();
  tx.send(unruly(2)).unwrap();

  CHECK_THROWS_AS(rx.recv(), std::runtime_error);
  CHECK(rx.recv()->number == 2);
  CHECK(unruly::alive == 1);
}

TEST_CASE("a value whose destructor throws on receipt is lost and destroyed once, and the channel still works") {
  auto [tx, rx] = channel<unruly>();
  tx.send(unruly(1)).unwrap();
  tx.send(unruly(2)).unwrap();

  unruly::next_will_not_go = true;
  CHECK_THROWS_AS(rx.recv(), std::runtime_error);
  CHECK(unruly::alive == 1);
  CHECK(rx.recv()->number == 2);
  CHECK(unruly::alive == 0);
}

TEST_CASE("memory use follows the backlog") {
  auto [tx, rx] = channel<std::uint64_t>();
  const std::size_t empty = live_bytes();
  for (std::uint64_t i = 0; i < 1'000'000; ++i) tx.send(i).unwrap();
  const std::size_t full = live_bytes() - empty;
  CHECK(full >= 8'000'000);
  CHECK(full <= 12'000'000);

  for (int i = 0; i < 500'000; ++i) REQUIRE(rx.recv().has_value());
  CHECK(live_bytes() - empty <= full / 2 + 10'000);
  for (int i = 0; i < 500'000; ++i) REQUIRE(rx.recv().has_value());
  CHECK(live_bytes() - empty <= 4'000);
}

TEST_CASE("a destroyed channel leaks nothing") {
  const auto use = [] {
    auto [tx, rx] = channel<std::uint64_t>();
    for (std::uint64_t i = 0; i < 1000; ++i) tx.send(i).unwrap();
    for (int i = 0; i < 300; ++i) rx.recv().unwrap();
  };
  const auto use_often = [&use] {
    for (int times = 0; times < 100; ++times) use();
  };
  use_often();  // memory that the allocator keeps for reuse does not count
  const std::size_t before = live_bytes();
  use_often();
  CHECK(live_bytes() <= before + 4'000);
}

TEST_CASE("of a million values from many senders to receivers that are dropped, each is destroyed once") {
  std::atomic<std::int64_t> made = 0, alive = 0;
  struct tracked {
    std::atomic<std::int64_t>* alive;
    std::uint32_t sender, number;
    tracked(std::atomic<std::int64_t>& count, std::uint32_t from, std::uint32_t i)
        : alive(&count), sender(from), number(i) {
      ++*alive;
    }
    tracked(tracked&& other) noexcept
        : alive(std::exchange(other.alive, nullptr)), sender(other.sender), number(other.number) {}
    tracked& operator=(tracked&&) = delete;
    ~tracked() {
      if (alive != nullptr) --*alive;
    }
  };
  std::uint64_t random = 1;
  const auto below = [&random](std::uint64_t bound) {
    random = random * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    return (random >> 33) % bound;
  };
  int out_of_order = 0;
  while (made < 1'000'000) {
    auto [tx, rx] = channel<tracked>();
    std::vector<std::thread> senders;
    const std::uint64_t count = 1 + below(6), each = 1 + below(4'000);
    for (std::uint32_t own = 0; own < count; ++own)
      senders.emplace_back([&, own, to = tx.clone()] {
        for (std::uint32_t i = 0; i < each; ++i, ++made)
          if (!to.send(tracked(alive, own, i))) return;
      });
    {
      const auto dropped = std::move(tx);
    }
    std::array<std::uint32_t, 6> next{};
    const std::uint64_t enough = below(2) == 0 ? count * each : below(count * each);
    for (std::uint64_t i = 0; i < enough; ++i) {
      const auto got = rx.recv();
      REQUIRE(got.has_value());
      if (next.at(got->sender)++ != got->number) ++out_of_order;
    }
    if (enough == count * each) CHECK_FALSE(rx.recv().has_value());
    {
      const auto dropped = std::move(rx);
    }
    for (auto& sender : senders) sender.join();
    REQUIRE(alive == 0);
  }
  CHECK(out_of_order == 0);
}

TEST_CASE("a sender or receiver that is assigned to leaves its channel for another one") {
  auto [tx, rx] = channel<int>();
  auto [other_tx, other_rx] = channel<int>();

  tx = std::move(other_tx);
  CHECK_FALSE(rx.recv().has_value());
  tx.send(1).unwrap();
  CHECK(other_rx.recv().unwrap() == 1);

  other_rx = std::move(rx);
  CHECK(tx.send(2).error().value == 2);
  CHECK_FALSE(other_rx.recv().has_value());
}

TEST_CASE("use of a moved-from sender or receiver panics") {
  auto [tx, rx] = channel<int>();
  const auto now_tx = std::move(tx);
  auto now_rx = std::move(rx);

  CHECK(fearless::catch_panic([&] { (void)tx.send(1); }).error().message() == "use of a sender that was moved from");
  CHECK(fearless::catch_panic([&] { (void)rx.recv(); }).error().message() == "use of a receiver that was moved from");
}
