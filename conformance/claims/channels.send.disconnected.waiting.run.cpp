// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Threads that have sent before, and wait to send again while the receiver goes on another thread.
CLAIM("channels.send.disconnected") {
  constexpr int senders = 4;
  const std::vector<subject::gate> has_sent(senders);
  const subject::gate receiver_gone;
  auto [tx, rx] = subject::channel<int>();

  std::vector<subject::join_handle<bool>> threads;
  for (int number = 0; number < senders; ++number)
    threads.push_back(
        subject::spawn([number, sent = has_sent[static_cast<std::size_t>(number)], receiver_gone, own = tx.clone()] {
          own.send(number);
          sent.open();
          receiver_gone.pass();
          const auto late = own.send(number);
          return !late.succeeded() && late.returned() != nullptr && *late.returned() == number;
        }));
  for (const auto& sent : has_sent) sent.pass();
  subject::drop(std::move(rx));
  receiver_gone.open();

  for (auto& thread : threads) CHECK(thread.join() == true);
}
