// SPDX-License-Identifier: MIT
// Claim: When the receiver is disconnected and no message is in flight, every call of recv shall return the error
//   disconnected, including a call that is already waiting.
#include <random>
#include <string>
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/history.hpp"

namespace {

/// The last sender is dropped while the receiver begins to wait, and nothing else can wake the receiver.
std::string receive(std::mt19937_64&) {
  auto [tx, rx] = bindings::channel<int>();
  auto leaving = bindings::spawn([own = std::move(tx)]() mutable {
    bindings::drop(std::move(own));
    return testing::now();
  });

  const auto called = testing::now();
  const auto first = rx.recv();
  const auto again = rx.recv();
  const auto left = leaving.join();

  if (!first.is_disconnected() || !again.is_disconnected()) return "recv did not return disconnected";
  return left.value() != nullptr && *left.value() < called ? "the sender was dropped first" : "recv was called first";
}

}  // namespace

CLAIM("channels.recv.closed") {
  const auto explored = testing::explore(
      {.must_be_seen = {"recv was called first"}, .allowed = {"the sender was dropped first"}}, receive);

  CHECK(explored.forbidden() == "nothing");
}
