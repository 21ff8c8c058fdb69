// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "explanation.hpp"
#include "implementation.hpp"
#include "method.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// A number that a cost case measured.
struct measurement {
  double value = 0;
  std::string unit;

  bool operator==(const measurement&) const = default;
};

/// How many kinds of an implementation's operations were intercepted for controlled scheduling.
struct interception {
  std::uint64_t atomics = 0;
  std::uint64_t calls = 0;

  bool operator==(const interception&) const = default;
};

/// The execution of a stress case that showed a forbidden outcome.
struct forbidden_outcome {
  std::string outcome;
  std::uint64_t seed = 0;
  std::uint64_t execution = 0;  ///< from 1, among those of its strategy

  bool operator==(const forbidden_outcome&) const = default;
};

/// What one strategy found in a stress case.
struct explored_strategy {
  std::string strategy;
  std::uint64_t executions = 0;
  std::map<std::string, std::uint64_t> outcomes{};   ///< how often each was seen
  std::uint64_t detached = 0;                        ///< executions that ran on without control
  std::optional<std::uint64_t> seed{};               ///< of the first execution
  std::optional<std::uint64_t> scheduling_points{};  ///< with a choice, in an execution; the median
  std::optional<std::uint64_t> older_values{};  ///< loads that read a value other than the newest, in all executions
  std::optional<std::int64_t> milliseconds{};
  std::optional<bool> complete{};  ///< of an exhaustive strategy: whether every schedule was tried
  std::optional<bool> replayed{};  ///< of a replay: whether it showed a forbidden outcome again
  std::optional<forbidden_outcome> forbidden{};

  bool operator==(const explored_strategy&) const = default;
};

/// The scenarios that were generated and executed for a row.
struct searched_scenarios {
  std::uint64_t drawn = 0;       ///< scenarios, with those of the corpus
  std::uint64_t executions = 0;  ///< of these, each under a schedule of its own
  std::uint64_t unjudged = 0;    ///< executions that nothing can be said about

  bool operator==(const searched_scenarios&) const = default;
};

/// What a user says of a failure that is known and accepted for a time. It changes no verdict.
struct waived_failure {
  std::string reason;
  std::string link;     ///< with http or https
  std::string expires;  ///< the last day, as `2026-01-31`

  bool operator==(const waived_failure&) const = default;
};

/// The result of one case in one build.
struct row {
  std::string claim;
  std::string case_name;                    ///< empty if the claim has no case
  std::optional<certifier::method> method;  ///< none if the claim has no case, or its name ends in no method
  build_kind build;
  certifier::verdict verdict = verdict::not_run;
  long milliseconds = 0;
  std::string text_sha256{};                                 ///< of the claim's text at the time of the run
  std::string reproduce{};                                   ///< one command line, for the project's root
  std::vector<std::string> details{};                        ///< what was seen, one line each
  std::map<std::string, measurement> measured{};             ///< by name
  std::optional<std::vector<explored_strategy>> explored{};  ///< of a stress case; empty if it explored nothing
  std::optional<interception> intercepted{};                 ///< of a stress case
  std::optional<searched_scenarios> searched{};              ///< of a row of scenarios
  std::string judged{};                                      ///< when, in UTC, if the result comes from the cache
  bool is_demonstration = false;                             ///< of a claim about the detector
  bool is_optional = false;                                  ///< UNSUPPORTED, and no claim requires the feature
  certifier::verdict expects = verdict::pass;                ///< the verdict that makes a `detected` case pass
  std::optional<waived_failure> waived{};                    ///< of a failure
  std::optional<explanation> explained{};                    ///< of a failed stress case
};

/// `CASE (BUILD)`, or the claim if the row has no case.
std::string title_of(const row& of);

/// Whether a row counts for its claim: every row but an UNSUPPORTED one of an optional feature.
bool counts(const row& of);

/// Whether a row says something about the implementation: it counts, and is not a demonstration of the detector.
bool is_tallied(const row& of);

/// The demonstrations of the detector in a run.
struct demonstration_count {
  std::size_t passed = 0;  ///< the detector reported the known-bad program
  std::size_t of = 0;      ///< that could be shown with this implementation

  bool operator==(const demonstration_count&) const = default;
};

/// Counts the demonstrations among the rows, without those that are UNSUPPORTED or NOTRUN.
demonstration_count count_demonstrations(const std::vector<row>& rows);

/// Whether a verdict says that the implementation is wrong.
bool is_failure(verdict seen);

/// Whether a row says that the implementation is wrong: a failure that is no demonstration of the detector.
bool is_wrong(const row& of);

/// Whether a row takes the meaning from all others of its run: it is INVALID, or a demonstration that failed.
bool discredits(const row& of);

}  // namespace fearless::certifier
