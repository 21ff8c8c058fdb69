// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("closures.background") {
  const subject::gate returned;
  std::vector<subject::join_handle<int>> handles;

  for (int number = 0; number < 32; ++number) {
    handles.push_back(subject::spawn([returned, number] {
      returned.pass();
      return number;
    }));
  }
  returned.open();  // not reached where one of the `spawn`s waits for an earlier closure

  for (int number = 0; number < 32; ++number) CHECK(handles.at(static_cast<std::size_t>(number)).join() == number);
}
