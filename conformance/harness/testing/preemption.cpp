// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that a preemption orders nothing.
#include "testing/preemption.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "system/loaded_code.hpp"
#include "system/single_steps.hpp"
#include "system/unseen.hpp"
#include "testing/latch.hpp"
#include "testing/watch.hpp"

namespace testing {

struct preemption::state {
  state(std::vector<unseen::code_range> code, std::optional<std::size_t> instruction)
      : counted(std::move(code)), stops_before(instruction) {}

  std::vector<unseen::code_range> counted;  ///< where the instructions are that count
  std::optional<std::size_t> stops_before;  ///< the number of an instruction, from 0
  std::size_t instructions = 0;             ///< of those that count, so far
  std::size_t steps = 0;                    ///< with all others
  watch first, other;
  latch turn_begins, turn_ends, operation_ended;

  /// What happens before an instruction of the operation.
  bool before(std::uintptr_t instruction) {
    // A step takes some microseconds, and an operation may spin.
    constexpr std::size_t most = 20'000;
    if (++steps > most) return false;
    const bool counts = std::ranges::any_of(
        counted, [&](const auto& range) { return range.begin <= instruction && instruction < range.end; });
    if (!counts || instructions++ != stops_before) return true;
    turn_begins.open();
    other.settle(turn_ends);
    return false;
  }
};

preemption::stepped::stepped(state* shared) : state_(shared) {
  state_->first.here();
  static_cast<void>(state_->other.thread());  // is there, and holds nothing that the operation needs
  unseen::begin_steps(
      [](std::uintptr_t instruction, void* attempt) { return static_cast<state*>(attempt)->before(instruction); },
      state_);
}

preemption::stepped::~stepped() {
  unseen::end_steps();
  state_->operation_ended.open();
  state_->turn_begins.open();  // where the thread did not stop
}

preemption::turn::turn(const preemption& of) : state_(of.state_) {
  state_->other.here();
  state_->turn_begins.wait();
}

void preemption::turn::let_go_on() const {
  state_->turn_ends.open();
  state_->first.settle(state_->operation_ended);
}

preemption::turn::~turn() {
  state_->turn_ends.open();
}

void preempt_everywhere(const std::function<void(preemption)>& attempt) {
  // A step takes some microseconds. In an instrumented library most of them are the detector's.
  const std::size_t most_steps = unseen::has_detector() ? 5'000 : 40'000;
  const auto counted = unseen::code_of_others();
  // States are never freed: a thread that outlives the attempt may still use one.
  const auto attempt_at = [&](std::optional<std::size_t> instruction) {
    auto* const made = new preemption::state(counted, instruction);
    attempt(preemption(made));
    return made;
  };
  attempt_at(std::nullopt);  // the loader binds functions where they are called for the first time
  const auto* const whole = attempt_at(std::nullopt);
  const std::size_t stops = std::max<std::size_t>(2 * most_steps / std::max<std::size_t>(whole->steps, 1), 1);
  const std::size_t stride = whole->instructions / stops + 1;
  // A slow machine gives fewer stops, and never a time-out.
  constexpr auto most_time = std::chrono::seconds(15);
  const auto end = std::chrono::steady_clock::now() + most_time;
  for (std::size_t at = 0; at < whole->instructions && std::chrono::steady_clock::now() < end; at += stride)
    attempt_at(at);
}

}  // namespace testing
