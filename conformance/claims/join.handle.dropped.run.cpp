// SPDX-License-Identifier: MIT
// Claim: Dropping a join handle that was not used to join shall leave its thread running, without waiting for it.
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("join.handle.dropped") {
  const testing::latch runs, dropped, went_on;
  auto handle = bindings::spawn([=] {
    runs.open();
    dropped.wait();
    went_on.open();
  });
  runs.wait();

  bindings::drop(std::move(handle));

  dropped.open();
  went_on.wait();
  CHECK(went_on.is_open());
}
