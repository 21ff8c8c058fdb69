// SPDX-License-Identifier: MIT
// Claim: Iterating over the receiver shall yield every message that it takes, one after the other, and wait for the
//   next one as long as there is a sender.
// Aspect: A loop that ends early leaves the remaining messages to the next loop.
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.iterate.each") {
  auto [tx, rx] = bindings::channel<int>();
  for (int value = 1; value <= 6; ++value) tx.send(value);
  bindings::drop(std::move(tx));
  const auto next_three = [&receiver = rx] {
    std::vector<int> seen;
    receiver.for_each([&seen](int value) {
      seen.push_back(value);
      return seen.size() < 3;
    });
    return seen;
  };

  CHECK(next_three() == std::vector{1, 2, 3});
  CHECK(next_three() == std::vector{4, 5, 6});
}
