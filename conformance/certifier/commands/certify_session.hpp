// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "catalogue.hpp"
#include "certify_command.hpp"
#include "implementation.hpp"
#include "judged_run.hpp"
#include "paths.hpp"
#include "plan.hpp"
#include "results.hpp"
#include "row_slots.hpp"

namespace fearless::certifier {

/// What all implementations of one command are judged with.
struct certify_session {
  /// Errors: user_error if the catalogue or the test programs are missing, or for an unknown strategy.
  certify_session(const paths& where, const certify_options& how);

  const paths& places;
  const certify_options& options;
  catalogue claims;
  suites programs;
  search_options search;
  unsigned jobs;
  mutable row_slots slots;  ///< one for each job
};

/// An implementation, and the rows that a run of it must have.
struct planned_run {
  implementation under_test;
  selection wanted;
  std::vector<planned_row> rows{};
  inspection inspected{};  ///< after `inspect`
};

/// Plans the rows that are selected. Errors: user_error for an unknown profile or case.
planned_run plan_run(const certify_session&, implementation under_test, selection wanted);

/// Checks that the libraries can be judged, and leaves out an instrumented one that can't be race-checked. Errors:
/// user_error if they can't.
void inspect(const certify_session&, planned_run&);

/// Runs and judges the rows. Blocks: until all are done. Errors: `user_error`, `interrupted`.
results judge(const certify_session&, const planned_run&, const controls_report&, const row_listener&);

}  // namespace fearless::certifier
