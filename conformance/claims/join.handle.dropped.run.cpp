// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("join.handle.dropped") {
  const subject::gate runs, dropped, went_on;
  auto handle = subject::spawn([=] {
    runs.open();
    dropped.pass();
    went_on.open();
  });
  runs.pass();

  subject::drop(std::move(handle));

  dropped.open();
  went_on.pass();
  CHECK(went_on.is_open());
}
