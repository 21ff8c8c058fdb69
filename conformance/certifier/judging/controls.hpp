// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "paths.hpp"
#include "run_record.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// A program with a known verdict: a known-bad program, which must be detected, or its clean twin.
struct control {
  std::string name;  ///< the stem of its file, for example `race.caught`
  build_kind build;
  verdict expected;
  std::filesystem::path program;
  std::string options;  ///< of the detector, added to its usual ones
};

/// The controls that the sources in tsan/controls describe, built or not.
/// Errors: `user_error` if the header of a source is wrong.
std::vector<control> find_controls(const paths& places);

/// Runs all controls, `jobs` at a time. A missing program counts as missed.
controls_report run_controls(const paths& places, unsigned jobs);

}  // namespace fearless::certifier
