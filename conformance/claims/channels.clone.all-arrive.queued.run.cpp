// SPDX-License-Identifier: MIT
// Claim: Every message that is sent with a clone shall arrive exactly once, interleaved with those of other clones in
//   any way that keeps the order of each clone’s messages.
// Aspect: The clones send in turn, and all senders are dropped before the first receive.
#include <cstddef>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

namespace {

struct message {
  std::size_t clone;
  int number;  // counted by this clone
};

}  // namespace

CLAIM("channels.clone.all-arrive") {
  constexpr std::size_t clones = 3;
  constexpr int each = 100;
  auto [tx, rx] = bindings::channel<message>();
  {
    std::vector<bindings::sender<message>> senders;
    for (std::size_t clone = 0; clone < clones; ++clone) senders.push_back(tx.clone());
    for (int number = 0; number < each; ++number) {
      for (std::size_t clone = 0; clone < clones; ++clone) senders[clone].send({clone, number});
    }
  }
  bindings::drop(std::move(tx));

  std::vector<int> arrived(clones, 0);
  rx.for_each([&](message got) {
    CHECK(got.number == arrived[got.clone]);
    ++arrived[got.clone];
  });

  CHECK(arrived == std::vector(clones, each));
}
