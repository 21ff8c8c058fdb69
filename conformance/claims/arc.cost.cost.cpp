// SPDX-License-Identifier: MIT
// Claim: To clone and drop an Arc shall take longer than to clone and drop an Rc, on one thread while no other runs.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/measured.hpp"
#include "testing/watch.hpp"

namespace {

/// The processor time of a few thousand clones and drops, in nanoseconds.
template <class Owner>
double time_of(const Owner& owner) {
  constexpr std::size_t times = 5000;
  const auto used = testing::processor_time_here();
  owner.cycle(times);
  return static_cast<double>(std::max((testing::processor_time_here() - used).count(), std::int64_t{1}));
}

/// The ratios of the time of an arc to the time of an rc, in ascending order. Both are measured one right after the
/// other, so that other load on the machine affects both in the same way, and the rc before and after the arc, since
/// what is measured later can be slower or faster for a while.
std::vector<double> ratios() {
  constexpr std::size_t rounds = 151;
  const bindings::rc<int> plain(1);
  const bindings::arc<int> atomic(1);
  std::vector<double> all;
  while (all.size() < rounds) {
    const double before = time_of(plain);
    const double of_arc = time_of(atomic) + time_of(atomic);
    const double after = time_of(plain);
    all.push_back(of_arc / (before + after));
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

// Runs on another thread, since an implementation may avoid the cost where there is only one thread. The median ignores
// the ratios in which one of the two was interrupted.
CLAIM("arc.cost") {
  auto measuring = bindings::spawn(ratios);
  const auto all = measuring.join();
  REQUIRE(all.value() != nullptr);
  const double median = all.value()->at(all.value()->size() / 2);

  testing::measured("time to clone and drop an Arc, relative to an Rc", median, "ratio");
  testing::measured("10th percentile of this ratio", all.value()->at(all.value()->size() / 10), "ratio");
  testing::measured("90th percentile of this ratio", all.value()->at(all.value()->size() * 9 / 10), "ratio");
  CHECK(median > 1.1);
}
