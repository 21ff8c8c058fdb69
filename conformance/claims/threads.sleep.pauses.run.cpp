// SPDX-License-Identifier: MIT
// Claim: sleep shall suspend the calling thread for at least the requested time, with almost no use of the processor.
#include <algorithm>
#include <chrono>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

namespace {

/// How long it took to sleep, and how much processor time it used.
struct pause {
  std::chrono::nanoseconds lasted, computed;
};

pause sleep_for(std::chrono::nanoseconds asked) {
  const auto began = std::chrono::steady_clock::now();
  const auto used = testing::processor_time_here();
  bindings::sleep(asked);
  const auto computed = testing::processor_time_here() - used;
  return {.lasted = std::chrono::steady_clock::now() - began, .computed = computed};
}

}  // namespace

CLAIM("threads.sleep.pauses") {
  const auto slept = bindings::spawn([] { return sleep_for(200ms); }).join();

  REQUIRE(slept.value() != nullptr);
  CHECK(slept.value()->lasted >= 200ms);
  CHECK(slept.value()->computed < 20ms);

  // On a busy machine a pause may be longer, but hardly twenty in a row.
  for (int times = 0; times < 20; ++times) CHECK(sleep_for(900us).lasted >= 900us);
}
