// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "paths.hpp"
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

/// What the controls say of this machine's detectors.
struct controls_report {
  std::size_t caught = 0, of = 0;       ///< defects that were caught, of how many
  std::size_t clean = 0, clean_of = 0;  ///< clean twins that passed, of how many
  std::vector<std::string> missed;      ///< a line for each control that was not judged as it must be

  /// Whether anything else that this run says may be believed.
  bool believable() const { return of > 0 && caught == of && clean == clean_of; }
};

/// The controls that the sources in tsan/controls ask for, whether or not their programs have been built.
/// Errors: `user_error` where a source says something that can't be understood.
std::vector<control> find_controls(const paths& places);

/// Runs all controls, `jobs` at a time; a program that is missing counts as missed.
controls_report run_controls(const paths& places, unsigned jobs);

/// The report as it stands in a header: `caught`, `of`, `clean`, `clean_of`, `missed`.
nlohmann::json to_json(const controls_report& report);

}  // namespace fearless::certifier
