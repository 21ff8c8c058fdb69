// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/journal.hpp"
#include "subject/thread.hpp"

// Of two threads with three steps each, every interleaving that there is.
CLAIM("threads.interleaving") {
  std::string script = "111222";  // whose turn it is
  do {
    const subject::journal taken;
    const std::vector<subject::gate> turn(script.size() + 1);
    const auto take_steps = [=](char own) {
      return [=] {
        for (std::size_t i = 0; i < script.size(); ++i) {
          if (script[i] != own) continue;
          turn[i].pass();
          taken.note(own);
          turn[i + 1].open();
        }
      };
    };

    turn.front().open();
    auto first = subject::spawn(take_steps('1'));
    auto second = subject::spawn(take_steps('2'));
    first.join();
    second.join();

    CHECK(taken.text() == script);
  } while (std::ranges::next_permutation(script).found);
}
