// SPDX-License-Identifier: MIT
// Claim: A message shall be dropped exactly once: by the thread that receives it, with the receiver if it is still in
//   flight, or by the thread to which send returned it.
// Aspect: A message that was sent after the receiver was dropped returns to the sender.
#include <unistd.h>

#include <optional>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("channels.ownership.transfer.dropped-once") {
  const testing::tally sent;
  auto [tx, rx] = bindings::channel<testing::counted>();
  bindings::drop(std::move(rx));

  auto sender = bindings::spawn([sent, own = std::move(tx)] {
    std::optional failed = own.send(testing::counted(sent, 42));
    const bool was_returned = sent.alive() == 1;
    failed.reset();
    return was_returned && sent.dropped_by() == gettid();
  });

  CHECK(sender.join() == true);
  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 1);
}
