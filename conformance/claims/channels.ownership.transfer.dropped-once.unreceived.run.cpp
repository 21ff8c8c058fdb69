// SPDX-License-Identifier: MIT
// Claim: A message shall be dropped exactly once: by the thread that receives it, with the receiver if it is still in
//   flight, or by the thread to which send returned it.
// Aspect: Messages in flight are dropped with the receiver.
#include <unistd.h>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

CLAIM("channels.ownership.transfer.dropped-once") {
  const testing::tally sent;
  auto [tx, rx] = bindings::channel<testing::counted>();
  for (int number = 1; number <= 100; ++number) tx.send(testing::counted(sent, number));

  auto receiver = bindings::spawn([own = std::move(rx)] {
    own.recv();
    return gettid();
  });
  const auto ended = receiver.join();

  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 100);
  CHECK(ended == sent.dropped_by());
}
