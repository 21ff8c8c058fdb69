// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "system/unseen.hpp"

namespace testing {

/// Says whether the memory that remains allocated grows with how often something is done. What remains each time
/// varies, since caches fill and are emptied. So the least that is allocated within each of several windows counts: it
/// grows if it rises from every window to the next.
class growth {
 public:
  static constexpr std::uint64_t windows = 24, times_in_each = 16, most_times = windows * times_in_each;

  /// Notes what is allocated after it was done once more.
  void note(std::size_t allocated) {
    least_ = times_++ % times_in_each == 0 ? allocated : std::min(least_, allocated);
    if (times_ % times_in_each != 0) return;
    if (times_ == times_in_each) first_ = least_;
    has_stopped_ = times_ > times_in_each && least_ <= before_;
    before_ = least_;
  }

  /// Whether it need not be done again.
  [[nodiscard]] bool is_decided() const { return has_stopped_ || times_ == most_times; }

  [[nodiscard]] bool is_seen() const { return is_decided() && !has_stopped_; }

  /// The bytes by which it has grown, from the first window to the last.
  [[nodiscard]] std::size_t bytes() const { return before_ - first_; }

 private:
  std::uint64_t times_ = 0;
  std::size_t least_ = 0, before_ = 0, first_ = 0;  ///< in this window, in the one before, and in the first one
  bool has_stopped_ = false;
};

/// Whether the memory that remains allocated grows with how often `action` is called. Blocks: it calls it up to 192
/// times.
template <class Action>
bool grows(const Action& action) {
  growth seen;
  while (!seen.is_decided()) {
    action();
    seen.note(unseen::allocated_bytes());
  }
  return seen.is_seen();
}

}  // namespace testing
