// SPDX-License-Identifier: MIT
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <fearless/channel.hpp>
#include <fearless/spawn.hpp>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "live_bytes.hpp"

using namespace std::chrono_literals;
using fearless::sync_channel;

namespace {

using cause = fearless::try_send_error<int>::cause;

static_assert(fearless::send<fearless::sync_sender<int>> && fearless::sync<fearless::sync_sender<int>>);
static_assert(!fearless::send<fearless::sync_sender<int*>>);

}  // namespace

TEST_CASE("a channel with a bound holds at most that many values") {
  auto [tx, rx] = sync_channel<int>(2);

  tx.send(1).unwrap();
  tx.try_send(2).unwrap();
  auto failed = tx.try_send(3);
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().why == cause::full);
  CHECK(failed.error().value == 3);

  CHECK(rx.recv().unwrap() == 1);
  tx.try_send(4).unwrap();
  CHECK(rx.recv().unwrap() == 2);
  CHECK(rx.try_recv().unwrap() == 4);
  CHECK(rx.try_recv().error() == fearless::try_recv_error::empty);
}

TEST_CASE("a receiver that has waited does not leave extra room") {
  auto [tx, rx] = sync_channel<int>(1);
  CHECK(rx.recv_timeout(1ns).error() == fearless::recv_timeout_error::timeout);

  tx.try_send(1).unwrap();
  CHECK_FALSE(tx.try_send(2).has_value());
}

TEST_CASE("a destroyed channel with a bound leaks nothing") {
  const auto use = [] {
    for (int times = 0; times < 20; ++times) {
      auto [tx, rx] = sync_channel<int>(3);
      tx.send(1).unwrap();
    }
  };
  use();  // memory that the allocator keeps for reuse does not count
  const std::size_t before = live_bytes();
  use();
  CHECK(live_bytes() <= before);
}

TEST_CASE("with a bound of 0 a value is sent only if a receiver waits") {
  auto [tx, rx] = sync_channel<int>(0);
  CHECK(tx.try_send(1).error().why == cause::full);

  auto receiving = fearless::spawn([](fearless::receiver<int> from) { return from.recv().unwrap(); }, std::move(rx));
  while (!tx.try_send(2).has_value()) std::this_thread::yield();
  CHECK(std::move(receiving).join().unwrap() == 2);
}

TEST_CASE("an offered value can be taken without waiting") {
  auto [tx, rx] = sync_channel<int>(0);
  auto sending = fearless::spawn([](fearless::sync_sender<int> to) { to.send(3).unwrap(); }, std::move(tx));

  auto got = rx.try_recv();
  while (!got && got.error() == fearless::try_recv_error::empty) got = rx.try_recv();

  CHECK(std::move(got).unwrap() == 3);
  std::move(sending).join().unwrap();
  CHECK(rx.try_recv().error() == fearless::try_recv_error::disconnected);
}

TEST_CASE("waiting senders get their values back when the receiver is dropped") {
  for (const std::size_t bound : {0U, 1U}) {
    auto [tx, rx] = sync_channel<std::unique_ptr<int>>(bound);
    if (bound == 1) tx.send(std::make_unique<int>(0)).unwrap();
    std::vector<fearless::join_handle<int>> waiting;
    for (int i = 0; i < 3; ++i)
      waiting.push_back(fearless::spawn([](fearless::sync_sender<std::unique_ptr<int>> to,
                                           int own) { return *to.send(std::make_unique<int>(own)).error().value; },
                                        tx.clone(), i));
    {
      const auto dropped = std::move(rx);
    }

    for (int i = 0; i < 3; ++i) CHECK(std::move(waiting.at(static_cast<std::size_t>(i))).join().unwrap() == i);
    CHECK(tx.is_disconnected());
    CHECK(tx.try_send(std::make_unique<int>(9)).error().why ==
          fearless::try_send_error<std::unique_ptr<int>>::cause::disconnected);
  }
}

TEST_CASE("each value that is taken lets one waiting sender in") {
  for (int round = 0; round < 500; ++round) {
    auto [tx, rx] = sync_channel<int>(2);
    tx.send(0).unwrap();
    tx.send(1).unwrap();
    std::vector<fearless::join_handle<void>> waiting;
    for (int i = 2; i < 4; ++i)
      waiting.push_back(fearless::spawn(
          [](fearless::sync_sender<int> to, int own) { to.send(std::move(own)).unwrap(); }, tx.clone(), i));
    if (round % 2 == 0) std::this_thread::yield();
    CHECK(rx.recv().unwrap() == 0);
    CHECK(rx.recv().unwrap() == 1);

    for (auto& each : waiting) std::move(each).join().unwrap();
    CHECK(rx.recv().unwrap() + rx.recv().unwrap() == 5);
  }
}

TEST_CASE("a receive with a time limit works on a channel with a bound too") {
  auto [tx, rx] = sync_channel<int>(0);
  CHECK(rx.recv_timeout(5ms).error() == fearless::recv_timeout_error::timeout);
  auto sending = fearless::spawn([](fearless::sync_sender<int> to) { to.send(1).unwrap(); }, std::move(tx));
  CHECK(rx.recv_timeout(std::chrono::hours::max()).unwrap() == 1);
  std::move(sending).join().unwrap();
  CHECK(rx.recv_timeout(1h).error() == fearless::recv_timeout_error::disconnected);
}

TEST_CASE("the values of several senders arrive through a bound, each sender's in order") {
  for (const std::size_t bound : {0U, 1U, 3U, 100U}) {
    auto [tx, rx] = sync_channel<std::pair<int, int>>(bound);
    for (int sender = 0; sender < 4; ++sender)
      fearless::spawn(
          [](fearless::sync_sender<std::pair<int, int>> to, int own) {
            for (int i = 0; i < 1'000; ++i) to.send({own, i}).unwrap();
          },
          tx.clone(), sender)
          .detach();
    {
      const auto dropped = std::move(tx);
    }

    std::array<int, 4> next{};
    int in_order = 0;
    for (auto [sender, i] : std::move(rx).into_iter())
      in_order += next.at(static_cast<std::size_t>(sender))++ == i ? 1 : 0;
    CHECK(in_order == 4'000);
  }
}

TEST_CASE("a sender or receiver of a channel with a bound leaves it when it is assigned to") {
  auto [tx, rx] = sync_channel<int>(1);
  auto [other_tx, other_rx] = sync_channel<int>(1);

  tx = std::move(other_tx);
  CHECK_FALSE(rx.recv().has_value());
  tx.send(1).unwrap();
  CHECK(other_rx.recv().unwrap() == 1);

  other_rx = std::move(rx);
  CHECK(tx.send(2).error().value == 2);
  CHECK_FALSE(other_rx.recv().has_value());
}
