// SPDX-License-Identifier: MIT
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

/// What an arc takes to what an rc takes, so many times, each time the one right after the other: whatever else the
/// machine is busy with does to both alike. The least comes first.
std::vector<double> ratios() {
  constexpr std::size_t rounds = 301;
  const bindings::rc<int> plain(1);
  const bindings::arc<int> atomic(1);
  std::vector<double> all;
  while (all.size() < rounds) {
    const double of_rc = time_of(plain);
    all.push_back(time_of(atomic) / of_rc);
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

// On a thread of its own, since an implementation may know that there is no other one, and spare itself the cost. In
// the middle of many ratios those do not count in which one of the two was interrupted.
CLAIM("arc.cost") {
  auto measuring = bindings::spawn(ratios);
  const auto all = measuring.join();
  REQUIRE(all.value() != nullptr);
  const double median = all.value()->at(all.value()->size() / 2);

  testing::measured("clone and drop of an arc to that of an rc", median, "ratio");
  testing::measured("a tenth of the rounds below", all.value()->at(all.value()->size() / 10), "ratio");
  testing::measured("a tenth of the rounds above", all.value()->at(all.value()->size() * 9 / 10), "ratio");
  CHECK(median > 1.1);
}
