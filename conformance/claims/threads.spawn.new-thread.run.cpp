// SPDX-License-Identifier: MIT
// Claim: The closure shall run on a new thread: not on the thread that called spawn, and not on the thread of a closure
//   that is still running.
#include <unistd.h>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("threads.spawn.new-thread") {
  const testing::latch arrived, leave;
  const pid_t spawner = gettid();

  const auto alone = bindings::spawn([] { return gettid(); }).join();
  REQUIRE(alone.value() != nullptr);
  REQUIRE(*alone.value() != spawner);

  auto staying = bindings::spawn([=] {
    arrived.open();
    leave.wait();
    return gettid();
  });
  arrived.wait();  // its thread may serve another closure before
  const auto beside = bindings::spawn([] { return gettid(); }).join();
  leave.open();
  const auto stayed = staying.join();

  REQUIRE(beside.value() != nullptr);
  REQUIRE(stayed.value() != nullptr);
  CHECK(*beside.value() != spawner);
  CHECK(*stayed.value() != spawner);
  CHECK(*beside.value() != *stayed.value());
}
