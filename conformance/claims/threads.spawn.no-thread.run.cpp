// SPDX-License-Identifier: MIT
// Claim: If the system starts no further thread, spawn shall report this to its caller, and drop the closure exactly
//   once without a call.
#include <unistd.h>

#include <cstdio>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"
#include "testing/denied_threads.hpp"
#include "testing/latch.hpp"
#include "testing/process.hpp"

PROGRAM("threads.spawn.no-thread") {
  bindings::spawn([] {}).join();  // starts what an implementation starts with its first thread
  if (!testing::deny_threads()) return 1;

  // An implementation may have idle threads left.
  constexpr int more_than_idle = 100;
  const testing::latch may_end;
  const pid_t caller = gettid();
  std::vector<fearless_thread*> started;
  for (int number = 0; number < more_than_idle; ++number) {
    const testing::latch called;
    const testing::tally environment;
    auto* const handle = bindings::threads().spawn(bindings::closure([=, own = testing::counted(environment, 1)] {
      called.open();
      if (gettid() != caller) may_end.wait();
    }));
    if (handle == nullptr) {
      std::printf("%s, %d drops\n", called.is_open() ? "called" : "not called", static_cast<int>(environment.drops()));
      break;
    }
    started.push_back(handle);
  }
  may_end.open();
  for (auto* const handle : started) {
    fearless_value result{};
    bindings::threads().join(handle, &result);
    bindings::drop(result);
  }
  return 0;
}

CLAIM("threads.spawn.no-thread") {
  const auto ended = testing::run_program("threads.spawn.no-thread");

  CHECK(ended.exit_status == 0);
  CHECK(ended.output == (ended.output.empty() ? "" : "not called, 1 drops\n"));
}
