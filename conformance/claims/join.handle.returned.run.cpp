// SPDX-License-Identifier: MIT
#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

// Each handle is that of its own thread, whichever thread gets there first.
CLAIM("join.handle.returned") {
  const subject::gate second_got_there;

  auto first = subject::spawn([=] {
    second_got_there.pass();
    return 1;
  });
  auto second = subject::spawn([=] {
    second_got_there.open();
    return 2;
  });
  const auto first_ended = first.join();
  const auto second_ended = second.join();

  CHECK(first_ended == 1);
  CHECK(second_ended == 2);
}
