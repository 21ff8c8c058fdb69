// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// How a case tests its claim.
enum class method {
  run,        ///< runs once and checks with assertions
  stress,     ///< explores schedules
  detected,   ///< a known-bad program, which passes when the detector reports it
  cost,       ///< measures, with nothing else running
  scenarios,  ///< executes generated scenarios, which a model judges; no file of its own
  type,       ///< must compile
  reject      ///< must be rejected by the ownership check, while its accepted twin compiles and runs
};

/// The method as it stands in a case's file name: `run`, `stress` and so on.
std::string_view name(method value);

/// The method of that name, or nothing.
std::optional<method> method_named(std::string_view name);

/// The name of the row of generated scenarios for a claim: `<id>.scenarios`.
std::string scenarios_of(std::string_view claim);

/// Whether a compiler decides a case of this method.
bool is_compile_time(method value);

/// Whether a case of this method runs in the test program.
bool is_run_time(method value);

}  // namespace fearless::certifier
