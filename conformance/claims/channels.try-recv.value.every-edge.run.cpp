// SPDX-License-Identifier: MIT
// Claim: If there is a message, and its send happened before the call, try_recv shall return a message as a success.
//   What was done before the send happens before the return.
// Aspect: A channel may keep its messages in blocks of any size; each message is the last of a block and the first of
//   the next one for some size.
#include "bindings/channel.hpp"
#include "testing/claim.hpp"

namespace {

/// The number of the first message that is not received, where this many wait at a time; 0 where each is received.
int missed(int waiting) {
  constexpr int most = 4000;
  const auto [tx, rx] = bindings::channel<int>();
  for (int sent = 1; sent <= waiting; ++sent) tx.send(sent);
  for (int number = 1; number <= most; ++number) {
    if (!(rx.try_recv() == number)) return number;
    tx.send(number + waiting);
  }
  return 0;
}

}  // namespace

CLAIM("channels.try-recv.value") {
  for (const int waiting : {1, 2, 3}) CHECK(missed(waiting) == 0);
}
