// SPDX-License-Identifier: MIT
// Claim: sleep shall suspend the calling thread for at least the requested time, with almost no use of the processor.
// Aspect: A signal interrupts the sleep, which must then continue.
#include <unistd.h>

#include <chrono>
#include <csignal>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

CLAIM("threads.sleep.pauses") {
  REQUIRE(std::signal(SIGUSR1, [](int) {}) != SIG_ERR);
  const testing::watch sleeper;

  auto handle = bindings::spawn([=] {
    sleeper.here();
    const auto began = std::chrono::steady_clock::now();
    bindings::sleep(200ms);
    return std::chrono::steady_clock::now() - began;
  });
  sleeper.settle();
  tgkill(getpid(), sleeper.thread(), SIGUSR1);
  const auto lasted = handle.join();

  REQUIRE(lasted.value() != nullptr);
  CHECK(*lasted.value() >= 200ms);
}
