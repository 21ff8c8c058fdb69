// SPDX-License-Identifier: MIT
// Claim: Iterating over the receiver shall yield every message that it takes, one after the other, and wait for the
//   next one as long as there is a sender.
#include <cstddef>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

// Each message is sent while the iteration waits.
CLAIM("channels.iterate.each") {
  constexpr std::size_t values = 4;
  const std::vector<testing::latch> yielded(values);
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<std::size_t>();

  auto iterating = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    std::vector<std::size_t> seen;
    own.for_each([&](std::size_t value) {
      seen.push_back(value);
      yielded[seen.size() - 1].open();
      return seen.size() < values;
    });
    return seen;
  });

  for (std::size_t value = 0; value < values; ++value) {
    receiver.settle();
    CHECK_FALSE(yielded[value].is_open());
    REQUIRE(tx.send(value).succeeded());
    yielded[value].wait();
  }
  CHECK(iterating.join() == std::vector<std::size_t>{0, 1, 2, 3});
}
