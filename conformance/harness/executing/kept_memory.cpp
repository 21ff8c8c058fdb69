// SPDX-License-Identifier: MIT
#include "executing/kept_memory.hpp"

#include <algorithm>
#include <vector>

#include "executing/executor.hpp"
#include "scheduling/execution.hpp"
#include "system/unseen.hpp"
#include "testing/growth.hpp"

namespace scenarios {

namespace {

/// Whether threads meet in the scenario. A meeting is never freed.
bool has_meeting(scenario what) {
  bool any = false;
  const auto look = [&](const std::vector<step>& list) {
    any = any || std::ranges::find(list, action::meet, &step::does) != list.end();
  };
  for_each_list(what.setup, look);
  for_each_list(what.main, look);
  return any;
}

}  // namespace

void kept_memory::begin() {
  before_ = unseen::allocated_bytes();
  is_measurable_ = true;
}

/// Whether memory was not yet seen to grow with some of these groups alone.
bool kept_memory::is_new(groups of) const {
  for (groups set = 1; set < 1U << group_count; ++set)
    if ((shared_.grown_groups >> set & 1U) != 0 && (set & of) == set) return false;
  return true;
}

bool kept_memory::grows_by(const batch_entry& entry, const scheduling::registered_strategy& how) {
  const bool is_measured = is_measurable_ && !shared_.is_incomplete && is_brief(entry.what) && !has_meeting(entry.what);
  const groups of = is_measured ? groups_of(shared_) : groups{0};
  for (std::size_t one = 0; one < group_count; ++one)
    if ((of >> one & 1U) != 0) ++shared_.performed.at(memory_of(static_cast<group>(one)));
  const std::size_t allocated = unseen::allocated_bytes();
  if (!is_measured || !is_new(of)) {
    // What is left here is not to be blamed on a later scenario.
    if (highest_ != 0 && allocated > before_) highest_ += allocated - before_;
    return false;
  }
  if (allocated <= highest_) return false;
  const bool grows = grows_when_repeated(entry, how);
  highest_ = std::max(highest_, unseen::allocated_bytes());
  if (grows) shared_.grown_groups |= 1U << of;
  return grows;
}

bool kept_memory::grows_when_repeated(const batch_entry& entry, const scheduling::registered_strategy& how) {
  constexpr std::uint64_t attempts = 3;  // after which less than before is chance
  testing::growth seen;
  bool is_measured = true;
  for (std::uint64_t times = 0; !seen.is_decided() && is_measured; ++times) {
    shared_.execution = entry.executions + times;
    const bool all_are_gone = execute(entry.what, how, entry.seed + shared_.execution, shared_);
    const std::size_t allocated = unseen::allocated_bytes();
    is_measured = all_are_gone && !scheduling::was_detached(how) && (times >= attempts || allocated > highest_);
    seen.note(allocated);
  }
  shared_.execution = entry.executions - 1;
  if (!is_measured || !seen.is_seen()) return false;
  shared_.grown = {.executions = (testing::growth::windows - 1) * testing::growth::times_in_each,
                   .bytes = seen.bytes()};
  return true;
}

}  // namespace scenarios
