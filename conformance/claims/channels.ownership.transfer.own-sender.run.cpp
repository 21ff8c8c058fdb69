// SPDX-License-Identifier: MIT
#include <optional>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/counted.hpp"

namespace {

struct message {
  subject::counted value;
  std::optional<subject::sender<message>> answer_to;
};

}  // namespace

// Still in the channel when the receiver is dropped, and holding the last sending end of that very channel.
CLAIM("channels.ownership.transfer") {
  const subject::tally sent;
  auto [tx, rx] = subject::channel<message>();

  tx.send({.value = {sent, 1}, .answer_to = tx.clone()});
  subject::drop(std::move(tx));
  subject::drop(std::move(rx));

  CHECK(sent.copies() == 0);
  CHECK(sent.drops() == 1);
}
