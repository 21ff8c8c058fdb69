// SPDX-License-Identifier: MIT
// Claim: Every message that is sent with a clone shall arrive exactly once, interleaved with those of other clones in
//   any way that keeps the order of each clone’s messages.
#include <cstddef>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

namespace {

struct message {
  std::size_t clone;
  int number;  // counted by this clone
};

}  // namespace

CLAIM("channels.clone.all-arrive") {
  constexpr std::size_t clones = 4;
  constexpr int each = 5000;
  const testing::latch start;
  auto [tx, rx] = bindings::channel<message>();
  std::vector<bindings::join_handle<bindings::nothing>> sending;
  for (std::size_t clone = 0; clone < clones; ++clone) {
    sending.push_back(bindings::spawn([=, own = tx.clone()] {
      start.wait();
      for (int number = 0; number < each; ++number) own.send({clone, number});
    }));
  }
  bindings::drop(std::move(tx));

  start.open();
  std::vector<int> arrived(clones, 0);
  int out_of_order = 0;
  rx.for_each([&](message got) {
    if (got.number != arrived[got.clone]) ++out_of_order;
    ++arrived[got.clone];
  });

  CHECK(out_of_order == 0);
  CHECK(arrived == std::vector(clones, each));
  for (auto& handle : sending) handle.join();
}
