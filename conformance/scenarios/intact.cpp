// SPDX-License-Identifier: MIT
#include "scenarios/intact.hpp"

#include <algorithm>
#include <span>

namespace scenarios {

namespace {

bool is_known(const handle& one) {
  switch (one.of) {
    case kind::none:
    case kind::sender:
    case kind::receiver:
    case kind::mutex:
    case kind::arc:
    case kind::weak:
    case kind::rc:
    case kind::thread:
      return true;
  }
  return false;
}

bool is_possible(const record& step) {
  return step.thread < most_threads && step.does <= action::use && step.gave <= result::wrong && is_known(step.on);
}

bool is_possible(const value_record& value) {
  return value.is <= layout::same && value.at <= place::gone && value.at_drop <= place::gone && is_known(value.carries);
}

std::span<const record> recorded_steps(const recording& all, std::size_t thread) {
  const std::span<const record> room =
      thread == 0 ? std::span<const record>(all.of_main) : std::span<const record>(all.of_thread[thread]);
  return room.first(std::min<std::size_t>(all.steps[thread].load(), room.size()));
}

}  // namespace

bool is_intact(const recording& all) {
  for (std::size_t thread = 0; thread < most_threads; ++thread)
    if (!std::ranges::all_of(recorded_steps(all, thread), [](const record& each) { return is_possible(each); }) ||
        all.thread[thread].spawned_by >= most_threads || all.thread[thread].outcome > result::wrong)
      return false;
  const auto values =
      std::span<const value_record>(all.value).first(std::min<std::size_t>(all.values.load(), most_made));
  return all.how.load() <= ending::crash && std::ranges::find(all.what, '\0') != all.what.end() &&
         std::ranges::all_of(values, [](const value_record& each) { return is_possible(each); });
}

}  // namespace scenarios
