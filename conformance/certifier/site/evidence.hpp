// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "catalogue.hpp"
#include "claim_standing.hpp"
#include "paths.hpp"
#include "results.hpp"
#include "sources.hpp"

namespace fearless::certifier {

/// The latest run of one implementation, as `fearless verify` finds it. If it is false or can't be read, the problems
/// of the results say why, all rows are INVALID, and there are no levels.
struct recorded_run {
  std::string implementation;
  certifier::results results{};
  nlohmann::json certificate{};        ///< null if it is false or can't be read
  bool contradicts_itself = false;     ///< the files can be read, and are false
  std::vector<std::string> signers{};  ///< the keys that its signatures name; whether they signed is not known
};

/// The result of one claim in the latest run of one implementation.
struct claim_verdict {
  std::string implementation;
  claim_standing standing{};
  std::vector<const row*> rows;  ///< of that run
  bool stale = false;            ///< whether the claim's text has changed since
};

/// What the latest `fearless mutants` says of one mutant and one claim that it breaks.
struct judged_mutant {
  std::string verdict;
  bool is_killed = false;
};

/// The claims with their cases, mutants and latest results.
struct evidence {
  catalogue text;
  std::vector<case_file> cases;
  std::vector<mutant_file> mutants;
  std::map<std::pair<std::string, std::string>, judged_mutant> judged_mutants{};  ///< by name and claim
  std::vector<recorded_run> runs;           ///< sorted by implementation, the reference first
  std::vector<nlohmann::json> kill_matrix;  ///< the rows of the latest `fearless mutants`
  std::vector<nlohmann::json> strategies;   ///< the rows of the latest `fearless mutants --strategies`
  std::vector<nlohmann::json> scenarios;    ///< of the latest `fearless mutants --scenarios`, the rows of mutants
  std::vector<nlohmann::json> correct;      ///< and those of correct implementations
  std::vector<nlohmann::json> ownership;    ///< the rows of the latest `fearless ownership`
  nlohmann::json speed;                     ///< the file of the latest `./fearless bench`; null if there is none

  /// The results of a claim, in the order of `runs`.
  [[nodiscard]] std::vector<claim_verdict> verdicts_of(const claim&) const;

  /// The latest result of a mutant against a claim that it breaks, or null: of several the first that is not a kill.
  [[nodiscard]] const judged_mutant* result_of(const mutant_file&, const std::string& claim) const;
};

/// Collects claims, cases and mutants from the source tree, and the latest results. Blocks: until all are read.
/// Errors: user_error without pandoc, or if a text or a file of results can't be read.
evidence gather_evidence(const paths&);

/// The same with claims that were extracted before.
evidence gather_evidence(const paths&, catalogue text);

}  // namespace fearless::certifier
