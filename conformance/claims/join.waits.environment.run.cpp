// SPDX-License-Identifier: MIT
// Claim: join shall return only after the thread has finished, so that everything that the thread did happens before
//   the return.
// Aspect: `join` also waits until the environment of the closure was dropped.
#include <utility>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace {

/// A part of an environment whose drop takes until a latch is open.
class slow_to_drop {
 public:
  slow_to_drop(testing::latch begins, testing::latch may_end) : begins_(begins), may_end_(may_end) {}
  slow_to_drop(slow_to_drop&& other) noexcept
      : begins_(other.begins_), may_end_(other.may_end_), owns_(std::exchange(other.owns_, false)) {}
  ~slow_to_drop() {
    if (!owns_) return;
    begins_.open();
    may_end_.wait();
  }

 private:
  testing::latch begins_, may_end_;
  bool owns_ = true;
};

}  // namespace

CLAIM("join.waits") {
  const testing::latch drop_begins, drop_may_end, joined;
  const testing::watch joiner;
  auto handle = bindings::spawn([held = slow_to_drop(drop_begins, drop_may_end)] {});
  drop_begins.wait();

  auto joining = bindings::spawn([=, worker = std::move(handle)]() mutable {
    joiner.here();
    worker.join();
    joined.open();
  });
  joiner.settle();

  CHECK_FALSE(joined.is_open());
  drop_may_end.open();
  joining.join();
  CHECK(joined.is_open());
}
