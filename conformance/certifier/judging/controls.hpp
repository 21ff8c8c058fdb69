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

/// A program whose verdict is known beforehand: a known defect that must be caught, or its clean twin.
struct control {
  std::string name;  ///< the stem of its file, for example `race.caught`
  build_kind build;
  verdict expected;
  std::filesystem::path program;
  std::string options;  ///< of the detector, beside those that every run has
};

/// The controls that the sources in tsan/controls ask for, whether or not their programs have been built.
/// Errors: `user_error` where a source says something that can't be understood.
std::vector<control> find_controls(const paths& places);

/// Runs all controls, `jobs` at a time; a program that is missing counts as missed.
controls_report run_controls(const paths& places, unsigned jobs);

}  // namespace fearless::certifier
