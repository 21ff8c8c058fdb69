// SPDX-License-Identifier: MIT
#include <random>
#include <string>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"

namespace {

/// One thread sends and then looks, while another one sends: whatever becomes of that one's message, there is a
/// message.
std::string exchange(std::mt19937_64&) {
  auto [tx, rx] = bindings::channel<int>();
  auto sending = bindings::spawn([own = tx.clone()] { own.send(2); });

  tx.send(1);
  const auto got = rx.try_recv();
  sending.join();

  if (got == 1) return "its own message came first";
  if (got == 2) return "the other message came first";
  return "try_recv gave no message though one was there";
}

}  // namespace

CLAIM("channels.try-recv.value") {
  const auto explored = testing::explore(
      {.must_be_seen = {"its own message came first"}, .allowed = {"the other message came first"}}, exchange);

  CHECK(explored.forbidden() == "nothing");
}
