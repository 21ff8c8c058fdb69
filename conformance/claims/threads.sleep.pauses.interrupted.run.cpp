// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <chrono>
#include <csignal>

#include "subject/claim.hpp"
#include "subject/thread.hpp"
#include "subject/watch.hpp"

using namespace std::chrono_literals;

// A signal wakes a thread in the middle of its sleep: it has to sleep on.
CLAIM("threads.sleep.pauses") {
  REQUIRE(std::signal(SIGUSR1, [](int) {}) != SIG_ERR);
  const subject::watch sleeper;

  auto handle = subject::spawn([=] {
    sleeper.here();
    const auto began = std::chrono::steady_clock::now();
    subject::sleep(200ms);
    return std::chrono::steady_clock::now() - began;
  });
  sleeper.settle();
  tgkill(getpid(), sleeper.thread(), SIGUSR1);
  const auto lasted = handle.join();

  REQUIRE(lasted.value() != nullptr);
  CHECK(*lasted.value() >= 200ms);
}
