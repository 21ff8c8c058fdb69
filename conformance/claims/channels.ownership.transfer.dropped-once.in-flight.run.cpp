// SPDX-License-Identifier: MIT
#include <memory>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

/// While this is dropped, another thread gets on as far as it can.
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

// Sent while the receiver is being dropped: whether it comes back or goes with the receiver, it is destroyed once.
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
