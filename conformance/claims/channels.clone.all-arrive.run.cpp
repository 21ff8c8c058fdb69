// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

namespace {

struct message {
  std::size_t clone;
  int number;  // in this clone's own order
};

}  // namespace

CLAIM("channels.clone.all-arrive") {
  constexpr std::size_t clones = 4;
  constexpr int each = 5000;
  const subject::gate start;
  auto [tx, rx] = subject::channel<message>();
  std::vector<subject::join_handle<subject::nothing>> sending;
  for (std::size_t clone = 0; clone < clones; ++clone) {
    sending.push_back(subject::spawn([=, own = tx.clone()] {
      start.pass();
      for (int number = 0; number < each; ++number) own.send({clone, number});
    }));
  }
  subject::drop(std::move(tx));

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
