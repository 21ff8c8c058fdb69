// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/observed.hpp"

namespace scenarios {

/// What a step finds or returns if each step ends before the next one begins.
struct expectation {
  enum class of : std::uint8_t {
    success,         ///< it works, and there is nothing else to expect
    failure,         ///< of a send, an upgrade
    value,           ///< it finds or returns this value
    any_value,       ///< it finds or returns one, and the claims do not say which
    nothing,         ///< the channel is empty
    end_of_channel,  ///< the channel is disconnected
    poison,
    another_holder,  ///< of a try_lock
    number           ///< of a count
  } what = of::success;
  std::uint32_t value = no_value;
  std::int64_t number = 0;  ///< of a count. At the end of a channel: the messages that an iteration took with it
};

/// A step of the case.
struct planned_step {
  std::size_t observed = 0;                   ///< in the execution
  bool tries = false;                         ///< it does not wait, although it did in the execution
  int number = 0;                             ///< in the order of the steps; 0: it is not reached
  std::optional<std::uint8_t> follows{};      ///< the thread of the step before it, where that is another one
  bool lets_others_begin = false;             ///< it waits for steps after it
  int ends_at = 0;                            ///< of a lock with a body: the number of the release
  std::optional<std::uint8_t> end_follows{};  ///< the same of the release
  expectation expects{};
  bool is_sure = false;                ///< its result is the same in each order
  std::vector<std::uint32_t> drops{};  ///< the values that the implementation drops in it
  std::size_t frame = 0;               ///< the steps that it is one of
};

/// Steps that follow each other in one function of the case.
struct planned_frame {
  enum class of : std::uint8_t { main, closure, environment, lock, iteration, drop } what = of::main;
  std::uint8_t thread = 0;  ///< of a closure and its environment
  std::size_t step = 0;     ///< of a lock: the planned step with this body. Of an iteration: the one that began it
  std::uint32_t value = 0;  ///< of a drop
  std::vector<std::size_t> steps{};  ///< planned ones
};

/// How the threads of a case can be ordered.
enum class case_order : std::uint8_t {
  one_thread,
  in_order,   ///< without an order, it could wait for ever by its own fault
  any_order,  ///< in its order, and without one
};

/// A program of its own that does what the threads of an execution did, with the results that the claims demand.
struct case_plan {
  std::vector<planned_step> steps;
  std::vector<planned_frame> frames;
  std::vector<std::uint32_t> left;  ///< the values that are still in the implementation after all steps
  case_order order = case_order::one_thread;
};

/// The plan of an execution. Errors: `std::invalid_argument`, whose message says what cannot be a case of its own.
case_plan plan_case(const observed_execution& seen);

}  // namespace scenarios
