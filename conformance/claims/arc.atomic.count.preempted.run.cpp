// SPDX-License-Identifier: MIT
// Claim: The reference count of an Arc shall always be the number of its owners, however many threads clone and drop
//   them at the same time.
// Aspect: Another thread clones or drops between two instructions of a clone or a drop.
#include <cstddef>
#include <optional>
#include <utility>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/preemption.hpp"

namespace {

enum class change { clone, drop };

/// Owners that a thread changes: it has one, or two.
class owners {
 public:
  explicit owners(bindings::arc<int> first) : first_(std::move(first)) {}
  void add() { second_.emplace(first_.clone()); }
  void make(change wanted) { wanted == change::clone ? add() : second_.reset(); }

 private:
  bindings::arc<int> first_;
  std::optional<bindings::arc<int>> second_;
};

/// Whether the count is ever wrong when one thread makes the one change and another the other.
bool miscounts(change ours, change theirs) {
  bool wrong = false;
  testing::preempt_everywhere([&](testing::preemption preemption) {
    const bindings::arc<int> shared(1);
    owners own(shared.clone());
    if (ours == change::drop) own.add();
    auto other = bindings::spawn([=, others = owners(shared.clone())]() mutable {
      if (theirs == change::drop) others.add();
      const testing::preemption::turn turn(preemption);
      others.make(theirs);
      return std::move(others);
    });

    preemption.perform([&] { own.make(ours); });
    const auto joined = other.join();
    const std::size_t expected = 3U + (ours == change::clone ? 1 : 0) + (theirs == change::clone ? 1 : 0);
    wrong = wrong || shared.count() != expected;
  });
  return wrong;
}

}  // namespace

CLAIM("arc.atomic.count") {
  CHECK_FALSE(miscounts(change::clone, change::clone));
  CHECK_FALSE(miscounts(change::clone, change::drop));
  CHECK_FALSE(miscounts(change::drop, change::drop));
}
