// SPDX-License-Identifier: MIT
// Claim: A join handle that was moved to another thread shall join its thread from there.
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("join.handle.owned.moves") {
  auto handle = bindings::spawn([] { return 42; });

  auto joiner = bindings::spawn([moved = std::move(handle)]() mutable { return moved.join() == 42; });

  CHECK(joiner.join() == true);
}
