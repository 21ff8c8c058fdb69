// SPDX-License-Identifier: MIT
#include "scenarios/saving/case_frames.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <vector>

#include "scenarios/saving/case_steps.hpp"

namespace scenarios {

namespace {

constexpr std::size_t most_planned_steps = 150'000;

/// Why a step cannot be part of a case; empty where it can.
std::string_view why_not(const record& is) {
  switch (is.does) {
    case action::meet:
      return "many threads meet in it, which only the test program of Fearless can have";
    case action::refuse:
      return "it needs a system that starts no thread";
    case action::interrupt:
      return "it needs a signal that comes during a wait";
    default:
      return "";
  }
}

/// Puts the steps that were observed into frames: the functions of the case.
class framing {
 public:
  framing(const observed_execution& seen, case_plan& into) : seen_(seen), into_(into) {}

  void run() {
    into_.frames.push_back({.what = planned_frame::of::main});
    add_areas();
    for (std::size_t number = 0; number < seen_.steps.size(); ++number) {
      const record& is = seen_.steps[number].is;
      if (const auto why = why_not(is); !why.empty())
        throw std::invalid_argument(fmt::format("`{}`: {}", name(is.does), why));
      if (!is_step(is)) continue;
      if (into_.steps.size() == most_planned_steps)
        throw std::invalid_argument(fmt::format("it has more than {} steps", most_planned_steps));
      const std::size_t planned = into_.steps.size();
      into_.steps.push_back({.observed = number, .frame = frame_at(is)});
      into_.frames[into_.steps.back().frame].steps.push_back(planned);
      planned_[number] = planned;
    }
    for (planned_frame& each : into_.frames)
      if (each.what == planned_frame::of::lock) each.step = planned_.at(each.step);
    for (std::size_t frame = 0; frame < into_.frames.size(); ++frame) split_iterations(frame);
  }

 private:
  /// The time in which a thread takes the steps of a frame.
  struct area {
    std::uint8_t thread;
    stamp from, to;
    std::size_t frame;
  };

  void add(const planned_frame& added, std::uint8_t thread, stamp from, stamp to) {
    areas_.push_back({thread, from, to != 0 ? to : UINT64_MAX, into_.frames.size()});
    into_.frames.push_back(added);
  }

  void add_areas() {
    for (std::size_t number = 0; number < seen_.steps.size(); ++number) {
      const record& is = seen_.steps[number].is;
      // The drop of a closure that is still observed belongs to the thread of the closure.
      if (is.does == action::body)
        add({.what = planned_frame::of::closure, .thread = is.thread}, is.thread, is.called, is.returned);
      if (is.does == action::environment)
        add({.what = planned_frame::of::environment, .thread = static_cast<std::uint8_t>(is.object)}, is.thread,
            is.called, is.returned);
      if (has_body(is.does) && is.began != 0)
        add({.what = planned_frame::of::lock, .step = number}, is.thread, is.began, is.ended);
    }
    for (std::uint32_t made = 0; made < seen_.values.size(); ++made) {
      const observed_value& value = seen_.values[made];
      if (value.drop_begins != 0 && any_step_between(value))
        add({.what = planned_frame::of::drop, .value = made}, value.dropped_by, value.drop_begins, value.drop_ends);
    }
  }

  /// Whether a step was taken in the drop of the value.
  [[nodiscard]] bool any_step_between(const observed_value& value) const {
    const auto first = std::ranges::upper_bound(seen_.steps, value.drop_begins, {},
                                                [](const observed_step& each) { return each.is.called; });
    const stamp end = value.drop_ends != 0 ? value.drop_ends : UINT64_MAX;
    for (auto each = first; each != seen_.steps.end() && each->is.called < end; ++each)
      if (each->is.thread == value.dropped_by) return true;
    return false;
  }

  [[nodiscard]] std::size_t frame_at(const record& is) const {
    const area* innermost = nullptr;
    for (const area& each : areas_)
      if (each.thread == is.thread && each.from < is.called && is.called < each.to &&
          (innermost == nullptr || each.from > innermost->from))
        innermost = &each;
    return innermost != nullptr ? innermost->frame : 0;
  }

  /// Moves the steps that were taken in an iteration into frames of their own, one for each message.
  void split_iterations(std::size_t frame) {
    std::vector<std::size_t> outside;
    std::optional<std::size_t> inside;
    for (const std::size_t planned : std::vector(into_.frames[frame].steps)) {
      const record& is = seen_.steps[into_.steps[planned].observed].is;
      const bool is_inside = inside && (is.context & in_iteration) != 0;
      if (!is_inside) inside.reset();
      if (is_inside) {
        into_.frames[*inside].steps.push_back(planned);
        into_.steps[planned].frame = *inside;
        continue;
      }
      outside.push_back(planned);
      if (is.does != action::each || is.gave != result::received) continue;
      inside = into_.frames.size();
      into_.frames.push_back({.what = planned_frame::of::iteration, .step = planned});
    }
    into_.frames[frame].steps = outside;
  }

  const observed_execution& seen_;
  case_plan& into_;
  std::vector<area> areas_;
  std::map<std::size_t, std::size_t> planned_;  // by the observed one
};

}  // namespace

void put_into_frames(const observed_execution& seen, case_plan& plan) {
  framing(seen, plan).run();
}

}  // namespace scenarios
