// SPDX-License-Identifier: MIT
// Claim: A message shall be dropped exactly once: by the thread that receives it, with the receiver if it is still in
//   flight, or by the thread to which send returned it.
// Aspect: A message is sent while the receiver is being dropped.
#include <memory>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

/// Its destructor lets another thread run as far as it can.
struct interruption {
  testing::latch begins;
  testing::watch other;
  ~interruption() {
    begins.open();
    other.settle();
  }
};

struct message {
  testing::counted value;
  std::unique_ptr<interruption> end;
};

}  // namespace

CLAIM("channels.ownership.transfer.dropped-once") {
  const testing::tally sent;
  const testing::latch dropping;
  const testing::watch latecomer;
  auto [tx, rx] = bindings::channel<message>();
  tx.send({.value = {sent, 1}, .end = std::make_unique<interruption>(dropping, latecomer)});

  auto sender = bindings::spawn([=, own = std::move(tx)] {
    latecomer.here();
    dropping.wait();
    own.send({.value = {sent, 2}, .end = nullptr});
  });
  bindings::drop(std::move(rx));
  sender.join();

  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 2);
}
