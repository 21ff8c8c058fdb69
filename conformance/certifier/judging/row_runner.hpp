// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "cache_policy.hpp"
#include "implementation.hpp"
#include "paths.hpp"
#include "plan.hpp"
#include "results.hpp"
#include "row_slots.hpp"

namespace fearless::certifier {

/// What rows are run with.
struct run_context {
  const paths& places;
  const suites& programs;
  const implementation& under_test;
  row_slots& slots;
  search_options search{};  ///< for the stress cases
  cache_policy cache = cache_policy::use_if_current;
};

/// Called for each row when it is done, with the output of its program, from any thread.
using row_listener = std::function<void(const row& done, const std::string& output)>;

/// Rows that were run, in the order of their plan.
struct rows_run {
  std::vector<row> rows;
  std::set<std::filesystem::path> read_by_compilers{};  ///< for the compile-time cases
};

/// Runs the planned rows, several at a time. Cost cases run last and hold all slots: other programs would distort them.
/// Errors: `user_error`, `interrupted`.
rows_run run_rows(const run_context& where, const std::vector<planned_row>& plan, const row_listener& listener);

}  // namespace fearless::certifier
