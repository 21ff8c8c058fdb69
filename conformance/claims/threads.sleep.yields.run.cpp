// SPDX-License-Identifier: MIT
// Claim: While one thread sleeps, another thread shall be able to run, even if there is only one processor.
#include <sched.h>

#include <chrono>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/watch.hpp"

using namespace std::chrono_literals;

namespace {

/// Limits the process to one processor, that of the calling thread.
bool confine_to_one_processor() {
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(static_cast<unsigned>(sched_getcpu()), &only);
  return sched_setaffinity(0, sizeof only, &only) == 0;
}

}  // namespace

CLAIM("threads.sleep.yields") {
  REQUIRE(confine_to_one_processor());
  const testing::watch sleeper;

  auto asleep = bindings::spawn([=] {
    sleeper.here();
    bindings::sleep(1h);  // the end of the process ends the sleep
  });
  sleeper.settle();
  auto other = bindings::spawn([] {
    bindings::sleep(1ms);
    return 42;
  });

  CHECK(other.join() == 42);
}
