// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/recording.hpp"
#include "scenarios/saving/case_plan.hpp"

namespace scenarios {

inline bool has_body(action does) {
  return does == action::with_lock || does == action::with_unwrap;
}
inline bool joins(action does) {
  return does == action::join || does == action::join_unwrap;
}
inline bool receives(action does) {
  return does == action::recv || does == action::try_recv || does == action::each;
}

/// Whether it is a step of a thread, and not what a step consists of or is part of.
inline bool is_step(const record& is) {
  return is.does != action::use && is.does != action::body && is.does != action::environment;
}

/// What a planned step does: it may try where the observed one waited.
inline action action_of(const planned_step& step, const record& observed) {
  return step.tries && observed.does == action::recv ? action::try_recv : observed.does;
}

}  // namespace scenarios
