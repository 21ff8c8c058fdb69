// SPDX-License-Identifier: MIT
#include <memory>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

namespace {

/// While this is dropped, another thread gets on as far as it can.
struct interruption {
  subject::gate begins;
  subject::watch other;
  ~interruption() {
    begins.open();
    other.settle();
  }
};

struct message {
  subject::counted value;
  std::unique_ptr<interruption> end;
};

}  // namespace

// Sent while the receiver is being dropped: whether it comes back or goes with the receiver, it is destroyed once.
CLAIM("channels.ownership.transfer") {
  const subject::tally sent;
  const subject::gate dropping;
  const subject::watch latecomer;
  auto [tx, rx] = subject::channel<message>();
  tx.send({.value = {sent, 1}, .end = std::make_unique<interruption>(dropping, latecomer)});

  auto sender = subject::spawn([=, own = std::move(tx)] {
    latecomer.here();
    dropping.pass();
    own.send({.value = {sent, 2}, .end = nullptr});
  });
  subject::drop(std::move(rx));
  sender.join();

  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 2);
}
