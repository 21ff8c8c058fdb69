// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/thread.hpp"

CLAIM("threads.spawn.closure") {
  const subject::tally state;

  auto handle = subject::spawn([runs = 0, held = subject::counted(state, 41)]() mutable {
    ++runs;
    return runs + held.value();
  });
  const auto ended = handle.join();

  CHECK(ended == 42);
  CHECK(state.drops() == 1);
}
