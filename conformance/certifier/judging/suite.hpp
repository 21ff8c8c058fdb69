// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "judge.hpp"
#include "method.hpp"
#include "paths.hpp"
#include "process.hpp"
#include "search_options.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// A case of the test program, as it lists itself.
struct suite_case {
  std::string name, claim;
  certifier::method method;
  verdict expects = verdict::pass;  ///< for a hazard, what it must be caught as
  std::string detector{};           ///< options for the race detector, beside those that all cases have
};

/// A case that was run and judged.
struct case_run {
  case_result result;
  bool loaded = false;  ///< whether the implementation got as far as being accepted by the test program
  std::chrono::milliseconds elapsed{};
  std::string output;  ///< all that it printed
};

/// What an implementation says of itself once it is loaded.
struct probe_result {
  std::string name, release;
  std::vector<std::string> tables;
};

/// The test program in one build, which judges any library.
class suite {
 public:
  /// Errors: `user_error` where it has not been built or does not list its cases.
  suite(const paths& places, build_kind build);

  [[nodiscard]] const std::vector<suite_case>& cases() const { return cases_; }
  [[nodiscard]] const suite_case* find(const std::string& name) const;

  /// Loads a library in a process of its own, which may crash, exit or hang.
  /// Errors: `user_error` that says which of these it did, or why the test program refuses it.
  [[nodiscard]] probe_result probe(const std::filesystem::path& library) const;

  /// Uses each function of a library's port once, in a process of its own, so that a port that is broken is not taken
  /// for an implementation that does not conform. What the race detector says of it is left to the cases.
  /// Errors: `user_error` that names the function, and the contract that it breaks.
  void require_whole_port(const std::filesystem::path& library) const;

  /// Runs a case against a library and judges it; a stress case searches as `search` says, and has the time for it on
  /// top of the limit. Thread safety: any number of threads may do so at once.
  [[nodiscard]] case_run run(const suite_case& which, const std::filesystem::path& library,
                             std::chrono::milliseconds time_limit, const search_options& search = {}) const;

 private:
  [[nodiscard]] command start(std::vector<std::string> arguments, const std::filesystem::path& scratch) const;

  std::filesystem::path source_;
  build_kind build_;
  std::filesystem::path program_;
  std::vector<suite_case> cases_;
};

/// The builds that run a case: a hazard that is a race needs the detector, a cost is measured without it.
std::vector<build_kind> builds_of(method how, verdict expects);

}  // namespace fearless::certifier
