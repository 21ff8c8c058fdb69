// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/recording.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// A step that a thread took.
struct observed_step {
  record is;
  const step* written = nullptr;  ///< where the scenario has it; null: a thread took it at its end
};

/// A value that a thread made.
struct observed_value {
  int number = 0;
  layout is{};
  stamp drop_begins = 0, drop_ends = 0;  ///< of the first drop
  std::uint8_t dropped_by = 0;
  bool is_of_a_closure = false;  ///< no step has it: it stands for what a closure captures
};

/// How the closure of a thread ended.
struct observed_end {
  result outcome = result::pending;
  std::uint32_t value = no_value;  ///< its result, or the payload of its panic
};

/// What the threads of an execution did. It refers to the scenario.
struct observed_execution {
  const scenario* of = nullptr;
  std::vector<observed_step> steps;    ///< in the order in which they were called
  std::vector<observed_value> values;  ///< as `record::value` counts them
  std::vector<std::string> threads;    ///< their names: `main`, and those in the scenario
  std::vector<observed_end> ends;      ///< of each thread
  std::optional<std::size_t> broken;   ///< the step that broke a claim; none where the end of the execution did
  bool keeps_memory = false;           ///< whether memory grew with the executions
};

/// The execution that was recorded. It changes the recording and restores it, to find the earliest part of it that
/// breaks a claim. Blocks: for some milliseconds.
observed_execution observe(recording& seen, const scenario& of);

/// What a violation says, with the names of the threads in place of their numbers.
std::string with_names_of_threads(const observed_execution& seen, std::string what);

}  // namespace scenarios
