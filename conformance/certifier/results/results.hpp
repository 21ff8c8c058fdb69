// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// What one case says of one claim in one build.
struct row {
  std::string claim;
  std::string case_name;  ///< empty where the claim has no case at all
  std::string method;
  build_kind build;
  certifier::verdict verdict = verdict::not_run;
  long milliseconds = 0;
  std::string text_sha256{};           ///< of the claim's text at the time of the run
  std::string reproduce{};             ///< one command line, typed at the project's root
  std::vector<std::string> details{};  ///< what was seen, a line each
  nlohmann::json measured{};           ///< null, or an object: name to {value, unit}
  nlohmann::json explored{};           ///< null, or a list: what came of each strategy of a stress case
  nlohmann::json intercepted{};        ///< null, or how many kinds of the implementation's operations were steered
  std::string judged{};                ///< when, in UTC, where a compiler's answer was kept from an earlier run
  bool is_optional = false;            ///< what is UNSUPPORTED is asked for by no claim
  std::string expects = "PASS";        ///< a hazard passes by being caught: the raw verdict that it expects
};

/// Whether a row says anything of its claim: not where the implementation lacks what no claim asks for.
bool counts(const row& of);

/// A whole run as it stands in results.jsonl: a header, the rows, a footer.
struct results {
  nlohmann::json header;
  std::vector<row> rows;
  nlohmann::json footer;

  /// Empty after a good reading; else why the file is INVALID: it is cut short, or rows are missing or too many.
  std::vector<std::string> problems{};
};

/// The digest of which rows a run has to have: SHA-256 of the sorted lines `claim case build`.
std::string manifest_sha256(const std::vector<row>& rows);

/// How many rows have each verdict; verdicts that no row has are left out.
std::map<std::string, std::size_t> count_verdicts(const std::vector<row>& rows);

/// The text of results.jsonl, with the format, the number of rows, their manifest and their counts put in.
std::string text_of(const results& run);

/// Reads results.jsonl; what is wrong with it stands in `problems`, so that a reader may show the rest and say so.
/// Errors: `user_error` where there is no such file or it can't be read.
results read_results(const std::filesystem::path& file);

}  // namespace fearless::certifier
