// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "scenarios/observed.hpp"
#include "scenarios/saving/case_plan.hpp"

namespace scenarios {

/// For each thread, how many of its steps another one knows to be over.
using knowledge_of_threads = std::array<int, most_threads>;

/// A step that was taken, and what its thread knew.
struct taken_step {
  std::size_t step;
  std::uint8_t thread;
  int tick;
  knowledge_of_threads knows;
};

/// The steps of a case in the order in which they were taken.
struct case_sequence {
  std::optional<std::size_t> stuck{};  ///< a step that would wait for ever; then nothing else counts
  std::vector<taken_step> taken{};
  std::set<std::uint32_t> with_left_senders{};  ///< the channels whose senders the case drops at its end
};

/// Takes the steps of a plan one after the other, as a right implementation does, and notes what each of them expects.
/// What a thread waits for comes later.
case_sequence take_in_turns(const observed_execution& seen, case_plan& plan);

}  // namespace scenarios
