// SPDX-License-Identifier: MIT
// Claim: recv shall wait until there is a message or the receiver is disconnected, and no longer, with almost no use of
//   the processor.
// Aspect: A receiver that waits uses almost no processor time.
#include <chrono>
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

CLAIM("channels.recv.blocks") {
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<int>();
  auto receiving = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    return own.recv() == 1 && own.recv() == 2;
  });

  for (int value = 1; value <= 2; ++value) {  // the second time, it has waited before
    receiver.settle();
    const auto before = receiver.processor_time();
    testing::compute(50ms);
    CHECK(receiver.processor_time() - before < 5ms);
    tx.send(value);
  }

  CHECK(receiving.join() == true);
}
