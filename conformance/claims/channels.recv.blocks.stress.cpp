// SPDX-License-Identifier: MIT
// Claim: recv shall wait until there is a message or the receiver is disconnected, and no longer, with almost no use of
//   the processor.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/latch.hpp"
#include "testing/recorded.hpp"

namespace {

/// Two messages are sent to a receiver that checks, falls asleep, sleeps or wakes up, perhaps after another sender was
/// cloned and dropped. Their sender is kept alive, so that only the messages can wake the receiver.
std::string exchange(std::mt19937_64& random) {
  const testing::latch received;
  testing::history all;
  auto [tx, rx] = bindings::channel<testing::message>();
  std::vector<testing::sending_thread> sending;
  sending.push_back(bindings::spawn([received, others = random() % 3, own = std::move(tx)] {
    for (unsigned other = 0; other < others; ++other) bindings::drop(own.clone());
    std::vector<testing::send_record> done;
    for (int number = 0; number < 2; ++number)
      done.push_back(testing::recorded_send(own, {.sender = 0, .number = number}));
    received.wait();
    return done;
  }));

  for (int times = 0; times < 2; ++times) all.receives.push_back(testing::recorded_recv(rx));
  received.open();
  testing::join_senders(std::move(sending), all);

  if (const auto wrong = testing::complaint(all)) return *wrong;
  return testing::receive_came_first(all) ? "recv was called first" : "a message was sent first";
}

}  // namespace

CLAIM("channels.recv.blocks") {
  const auto explored =
      testing::explore({.must_be_seen = {"recv was called first"}, .allowed = {"a message was sent first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
