// SPDX-License-Identifier: MIT
// Claim: If there is a message, and its send happened before the call, try_recv shall return a message as a success.
//   What was done before the send happens before the return.
#include <random>
#include <string>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"

namespace {

/// One thread sends and then receives while another one sends: there is always a message for it.
std::string exchange(std::mt19937_64&) {
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([own = tx.clone()] { own.send(2); });

  tx.send(1);
  const auto got = rx.try_recv();
  sending.join();

  if (got == 1) return "its own message was received first";
  if (got == 2) return "the other message was received first";
  return "try_recv returned no message although one was in the channel";
}

}  // namespace

CLAIM("channels.try-recv.value") {
  const auto explored = testing::explore(
      {.must_be_seen = {"its own message was received first"}, .allowed = {"the other message was received first"}},
      exchange);

  CHECK(explored.forbidden() == "nothing");
}
