// SPDX-License-Identifier: MIT
#include "scenarios/saving/case_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "scenarios/saving/case_frames.hpp"
#include "scenarios/saving/case_orders.hpp"
#include "scenarios/saving/case_sequence.hpp"

namespace scenarios {

namespace {

/// Steps in the drop of a value run where the plan expects them only if the value is dropped where it was observed.
void require_drops_in_place(const observed_execution& seen, const case_plan& plan) {
  for (const planned_frame& frame : plan.frames) {
    if (frame.what != planned_frame::of::drop || frame.steps.empty()) continue;
    const observed_value& value = seen.values[frame.value];
    for (const planned_step& each : plan.steps) {
      if (std::ranges::find(each.drops, frame.value) == each.drops.end()) continue;
      const record& is = seen.steps[each.observed].is;
      if (is.thread != value.dropped_by || is.called > value.drop_begins ||
          (is.returned != 0 && is.returned < value.drop_begins))
        throw std::invalid_argument(
            fmt::format("v{} was dropped elsewhere than it should be, and its drop has steps", value.number));
    }
  }
}

}  // namespace

case_plan plan_case(const observed_execution& seen) {
  if (seen.keeps_memory) throw std::invalid_argument("it keeps memory, which only many executions show");
  case_plan plan;
  put_into_frames(seen, plan);
  auto sequence = take_in_turns(seen, plan);
  // A receive that would wait for ever does not wait: then it shows that there is nothing to receive.
  for (; sequence.stuck; sequence = take_in_turns(seen, plan)) {
    planned_step& step = plan.steps[*sequence.stuck];
    const record& is = seen.steps[step.observed].is;
    if (step.tries || is.does != action::recv)
      throw std::invalid_argument(
          fmt::format("`{}` would wait for ever, as it should", line_of({.does = is.does, .on = is.on})));
    step.tries = true;
  }
  find_orders(seen, sequence, plan);
  require_drops_in_place(seen, plan);
  return plan;
}

}  // namespace scenarios
