// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Waits overlap: an answer that comes only when all have asked reaches those who ask side by side, and nobody who has
// to go first.
CLAIM("threads.performance") {
  const std::vector<subject::gate> asked(4);
  const subject::gate answered;

  std::vector<subject::join_handle<bool>> handles;
  for (const auto& own : asked) {
    handles.push_back(subject::spawn([own, answered] {
      own.open();
      answered.pass();
      return answered.is_open();
    }));
  }
  for (const auto& each : asked) each.pass();
  answered.open();

  for (auto& handle : handles) CHECK(handle.join() == true);
}
