// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include "scheduling/stall_detector.hpp"

namespace scheduling {

namespace {

constexpr std::chrono::milliseconds enough_spinning{50};

}  // namespace

bool stall_detector::is_stalled(const unseen::thread_state& state, std::uint64_t operations) {
  const sample seen{.operations = operations, .at = unseen::time(), .ran = state.ran, .slept = state.sleeps};
  if (seen.operations != last_.operations || last_.at.count() == 0) {
    last_ = seen;
    return false;
  }
  if (seen.at - last_.at < between_samples) return false;
  const bool waits = seen.slept && last_.slept && seen.ran == last_.ran;
  if (waits || seen.ran - last_.ran > enough_spinning) return true;
  last_.at = seen.at;
  last_.slept = seen.slept;
  return false;
}

}  // namespace scheduling
