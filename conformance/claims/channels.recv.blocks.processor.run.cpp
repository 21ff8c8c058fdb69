// SPDX-License-Identifier: MIT
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

namespace {

constexpr long millisecond = 1'000'000;

/// Keeps the calling thread busy for so much processor time, which a thread that spins gets much of as well.
void compute(long nanoseconds) {
  const long began = testing::processor_time_here();
  while (testing::processor_time_here() - began < nanoseconds) continue;
}

}  // namespace

// Who waits leaves the processor to others.
CLAIM("channels.recv.blocks") {
  const testing::watch receiver;
  auto [tx, rx] = bindings::channel<int>();
  auto receiving = bindings::spawn([=, own = std::move(rx)] {
    receiver.here();
    return own.recv() == 1 && own.recv() == 2;
  });

  for (int value = 1; value <= 2; ++value) {  // waiting anew, it has slept before
    receiver.settle();
    const long before = receiver.processor_time();
    compute(50 * millisecond);
    CHECK(receiver.processor_time() - before < 5 * millisecond);
    tx.send(value);
  }

  CHECK(receiving.join() == true);
}
