// SPDX-License-Identifier: MIT
// Claim: Moving a sender into a thread shall make that thread its only owner. The sender works there as before, and it
//   is dropped with the thread’s closure unless it is moved on.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.sender.moves.owner") {
  auto [tx, rx] = bindings::channel<int>();

  auto owner = bindings::spawn([own = std::move(tx)] { return own.send(42).succeeded(); });

  REQUIRE(owner.join() == true);
  CHECK(rx.recv() == 42);
  CHECK(rx.recv().is_disconnected());  // the thread owned the sender and has dropped it
}
