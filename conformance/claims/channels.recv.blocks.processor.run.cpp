// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

namespace {

constexpr long millisecond = 1'000'000;

/// Keeps the calling thread busy for so much processor time, which a thread that spins gets much of as well.
void compute(long nanoseconds) {
  const long began = subject::processor_time_here();
  while (subject::processor_time_here() - began < nanoseconds) continue;
}

}  // namespace

// Who waits leaves the processor to others.
CLAIM("channels.recv.blocks") {
  const subject::watch receiver;
  auto [tx, rx] = subject::channel<int>();
  auto receiving = subject::spawn([=, own = std::move(rx)] {
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
