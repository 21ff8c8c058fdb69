// SPDX-License-Identifier: MIT
#include <pthread.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fearless/sleep.hpp>
#include <thread>

using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;

TEST_CASE("sleep lasts at least the requested time, in any unit") {
  const auto begun = clock_type::now();
  fearless::sleep(2ms);
  fearless::sleep(1500us);
  fearless::sleep(std::chrono::duration<double, std::milli>(0.5));

  CHECK(clock_type::now() - begun >= 4ms);
}

TEST_CASE("a duration of zero or less does not suspend the thread") {
  fearless::sleep(0s);
  fearless::sleep(-1h);
  fearless::sleep(std::chrono::hours::min());
  SUCCEED("it came back");
}

TEST_CASE("a signal does not end the sleep early") {
  std::signal(SIGUSR1, [](int) {});
  std::atomic<bool> asleep = false;
  clock_type::duration slept{};
  std::thread sleeper([&] {
    asleep = true;
    const auto begun = clock_type::now();
    fearless::sleep(50ms);
    slept = clock_type::now() - begun;
  });
  while (!asleep) std::this_thread::yield();

  for (int i = 0; i < 10; ++i) {
    pthread_kill(sleeper.native_handle(), SIGUSR1);
    std::this_thread::sleep_for(1ms);
  }
  sleeper.join();

  CHECK(slept >= 50ms);
}
