// SPDX-License-Identifier: MIT
// Claim: A message shall be dropped exactly once: by the thread that receives it, with the receiver if it is still in
//   flight, or by the thread to which send returned it.
// Aspect: A message in flight contains the last sender of its own channel.
#include <optional>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

namespace {

struct message {
  testing::counted value;
  std::optional<bindings::sender<message>> answer_to;
};

}  // namespace

CLAIM("channels.ownership.transfer.dropped-once") {
  const testing::tally sent;
  auto [tx, rx] = bindings::channel<message>();

  tx.send({.value = {sent, 1}, .answer_to = tx.clone()});
  bindings::drop(std::move(tx));
  bindings::drop(std::move(rx));

  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 1);
}
