// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <optional>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

// Sent when there is no receiver: it is the sender's again.
CLAIM("channels.ownership.transfer") {
  const subject::tally sent;
  auto [tx, rx] = subject::channel<subject::counted>();
  subject::drop(std::move(rx));

  auto sender = subject::spawn([sent, own = std::move(tx)] {
    std::optional failed = own.send(subject::counted(sent, 42));
    const bool was_returned = sent.alive() == 1;
    failed.reset();
    return was_returned && sent.dropped_by() == gettid();
  });

  CHECK(sender.join() == true);
  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 1);
}
