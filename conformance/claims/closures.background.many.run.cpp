// SPDX-License-Identifier: MIT
// Claim: spawn shall be able to return before the closure has taken its first step.
// Aspect: `spawn` also returns at once when many earlier closures are still running.
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("closures.background") {
  const testing::latch returned;
  std::vector<bindings::join_handle<int>> handles;

  for (int number = 0; number < 32; ++number) {
    handles.push_back(bindings::spawn([returned, number] {
      returned.wait();
      return number;
    }));
  }
  returned.open();  // not reached if `spawn` waits for an earlier closure

  for (int number = 0; number < 32; ++number) CHECK(handles.at(static_cast<std::size_t>(number)).join() == number);
}
