// SPDX-License-Identifier: MIT
// Claim: The steps of several threads shall be able to interleave in every way that keeps each thread’s own order, and
//   in no other, with no step missing or repeated.
#include <algorithm>
#include <string>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/journal.hpp"
#include "testing/latch.hpp"

// All interleavings of two threads with three steps each.
CLAIM("threads.interleaving") {
  std::string script = "111222";  // the number of the thread for each step
  do {
    const testing::journal taken;
    const std::vector<testing::latch> turn(script.size() + 1);
    const auto take_steps = [=](char own) {
      return [=] {
        for (std::size_t i = 0; i < script.size(); ++i) {
          if (script[i] != own) continue;
          turn[i].wait();
          taken.note(own);
          turn[i + 1].open();
        }
      };
    };

    turn.front().open();
    auto first = bindings::spawn(take_steps('1'));
    auto second = bindings::spawn(take_steps('2'));
    first.join();
    second.join();

    CHECK(taken.text() == script);
  } while (std::ranges::next_permutation(script).found);
}
