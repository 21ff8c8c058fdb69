// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/claim.hpp"
#include "subject/thread.hpp"

CLAIM("join.handle.owned") {
  auto handle = subject::spawn([] { return 42; });

  auto joiner = subject::spawn([moved = std::move(handle)]() mutable { return moved.join() == 42; });

  CHECK(joiner.join() == true);
}
