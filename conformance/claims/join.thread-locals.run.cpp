// SPDX-License-Identifier: MIT
// Claim: If the end of a thread drops its thread-local values, join shall return only after that.
#include <optional>
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

/// A value whose drop takes until a latch is open.
struct slow_to_drop {
  testing::latch begins, may_end;
  ~slow_to_drop() {
    begins.open();
    may_end.wait();
  }
};

thread_local std::optional<slow_to_drop> kept;

}  // namespace

CLAIM("join.thread-locals") {
  const testing::latch drop_begins, drop_may_end, joined;
  const testing::watch worker, joiner;
  auto handle = bindings::spawn([=] {
    worker.here();
    kept.emplace(drop_begins, drop_may_end);
  });
  auto joining = bindings::spawn([=, ended = std::move(handle)]() mutable {
    joiner.here();
    ended.join();
    joined.open();
  });
  // A thread of a pool does not end, and drops nothing. One that ends later than this is not seen.
  constexpr int most_looks = 100;
  for (int look = 0; look < most_looks && !drop_begins.is_open(); ++look) worker.settle(drop_begins);
  const bool ends = drop_begins.is_open();
  joiner.settle(joined);
  const bool joined_before_the_drop = joined.is_open();
  drop_may_end.open();
  joining.join();

  CHECK_FALSE((ends && joined_before_the_drop));
}
