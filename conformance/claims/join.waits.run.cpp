// SPDX-License-Identifier: MIT
// Claim: join shall return only after the thread has finished, so that everything that the thread did happens before
//   the return.
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

CLAIM("join.waits") {
  const testing::latch runs, finish, joined;
  const testing::watch joiner;
  auto handle = bindings::spawn([=] {
    runs.open();
    finish.wait();
  });
  runs.wait();

  auto joining = bindings::spawn([=, worker = std::move(handle)]() mutable {
    joiner.here();
    worker.join();
    joined.open();
  });
  joiner.settle();

  CHECK_FALSE(joined.is_open());
  finish.open();
  joining.join();
  CHECK(joined.is_open());
}
