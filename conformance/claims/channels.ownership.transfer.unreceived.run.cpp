// SPDX-License-Identifier: MIT
#include <unistd.h>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

// Still in the channel when the receiver is dropped: destroyed with it.
CLAIM("channels.ownership.transfer") {
  const subject::tally sent;
  auto [tx, rx] = subject::channel<subject::counted>();
  for (int number = 1; number <= 100; ++number) tx.send(subject::counted(sent, number));

  auto receiver = subject::spawn([own = std::move(rx)] {
    own.recv();
    return gettid();
  });
  const auto ended = receiver.join();

  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 100);
  CHECK(ended == sent.dropped_by());
}
