// SPDX-License-Identifier: MIT
// Claim: A channel shall be able to have many senders, with which as many threads send at the same time, without a
//   message being lost or altered.
// Aspect: One producer sends late, while the memory of messages that were received is freed.
#include <random>
#include <string>
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/latch.hpp"

namespace {

// Queues often consist of blocks whose sizes are powers of two. The first number is one less than the largest likely
// size. The second one goes on beyond the end of the next block.
constexpr int earlier = 127;
constexpr int later = 135;

/// A sender sends for the first time when another one has filled, and the receiver has emptied, a block of the queue
/// that was not there when the sender was cloned.
std::string exchange(std::mt19937_64&) {
  auto [tx, rx] = bindings::channel<int>();
  for (int number = 0; number < earlier; ++number) {
    tx.send(number);
    rx.recv();
  }
  const testing::latch is_late;
  auto sending = bindings::spawn([=, own = tx.clone()] {
    is_late.wait();
    return own.send(-1).succeeded();
  });
  int received = 0;
  for (int number = 0; number < later; ++number) {
    tx.send(number);
    if (rx.recv().value() != nullptr) ++received;
  }
  is_late.open();
  const auto sent = sending.join();
  while (rx.try_recv().value() != nullptr) ++received;

  if (sent.value() == nullptr || !*sent.value()) return "the late message was not sent";
  return received == later + 1 ? "all arrived" : "a message was lost";
}

}  // namespace

CLAIM("channels.many-producers") {
  const auto explored = testing::explore({.must_be_seen = {"all arrived"}, .allowed = {}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
