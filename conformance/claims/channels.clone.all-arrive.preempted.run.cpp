// SPDX-License-Identifier: MIT
// Claim: Every message that is sent with a clone shall arrive exactly once, interleaved with those of other clones in
//   any way that keeps the order of each clone’s messages.
// Aspect: Another clone sends between two instructions of a send.
#include <optional>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/preemption.hpp"

namespace {

std::optional<int> next(const bindings::receiver<int>& rx) {
  auto got = rx.try_recv();
  return got.value() == nullptr ? std::nullopt : std::optional(std::move(got).take());
}

}  // namespace

CLAIM("channels.clone.all-arrive") {
  const std::vector<int> other_first{1, 2, 3}, own_first{2, 1, 3}, other_last{2, 3, 1};
  std::vector<int> wrong;
  testing::preempt_everywhere([&](testing::preemption preemption) {
    auto [tx, rx] = bindings::channel<int>();
    auto other = bindings::spawn([=, clone = tx.clone()] {
      const testing::preemption::turn turn(preemption);
      clone.send(1);
    });

    preemption.perform([&] { tx.send(2); });
    tx.send(3);
    other.join();
    std::vector<int> arrived;
    while (const auto message = next(rx)) arrived.push_back(*message);
    if (arrived != other_first && arrived != own_first && arrived != other_last) wrong = arrived;
  });

  CHECK(wrong.empty());
}
