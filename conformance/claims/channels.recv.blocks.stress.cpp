// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/gate.hpp"
#include "subject/recorded.hpp"

namespace {

/// Two messages come to a receiver that looks, falls asleep, sleeps or wakes up, perhaps after another sender has come
/// and gone. The one that sends them stays, so that nothing else can wake the receiver.
std::string exchange(std::mt19937_64& random) {
  const subject::gate received;
  subject::history all;
  auto [tx, rx] = subject::channel<subject::message>();
  std::vector<subject::sending_thread> sending;
  sending.push_back(subject::spawn([received, others = random() % 3, own = std::move(tx)] {
    for (unsigned other = 0; other < others; ++other) subject::drop(own.clone());
    std::vector<subject::send_record> done;
    for (int number = 0; number < 2; ++number)
      done.push_back(subject::recorded_send(own, {.sender = 0, .number = number}));
    received.pass();
    return done;
  }));

  for (int times = 0; times < 2; ++times) all.receives.push_back(subject::recorded_recv(rx));
  received.open();
  subject::join_senders(std::move(sending), all);

  if (const auto wrong = subject::complaint(all)) return *wrong;
  return subject::receive_came_first(all) ? "recv was called first" : "a message was there first";
}

}  // namespace

CLAIM("channels.recv.blocks") {
  const auto explored =
      subject::explore({.must_be_seen = {"recv was called first"}, .allowed = {"a message was there first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
