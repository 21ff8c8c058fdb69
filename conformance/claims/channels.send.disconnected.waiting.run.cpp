// SPDX-License-Identifier: MIT
// Claim: Every send that begins after its sender was disconnected shall return an error that contains the value, for
//   every sender of the channel and on every thread.
// Aspect: Several threads that have sent before send again after the receiver was dropped.
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("channels.send.disconnected") {
  constexpr int senders = 4;
  const std::vector<testing::latch> has_sent(senders);
  const testing::latch receiver_gone;
  auto [tx, rx] = bindings::channel<int>();

  std::vector<bindings::join_handle<bool>> threads;
  for (int number = 0; number < senders; ++number)
    threads.push_back(
        bindings::spawn([number, sent = has_sent[static_cast<std::size_t>(number)], receiver_gone, own = tx.clone()] {
          own.send(number);
          sent.open();
          receiver_gone.wait();
          const auto late = own.send(number);
          return !late.succeeded() && late.returned() != nullptr && *late.returned() == number;
        }));
  for (const auto& sent : has_sent) sent.wait();
  bindings::drop(std::move(rx));
  receiver_gone.open();

  for (auto& thread : threads) CHECK(thread.join() == true);
}
