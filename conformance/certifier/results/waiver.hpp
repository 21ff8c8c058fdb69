// SPDX-License-Identifier: MIT
// Known failures that do not count for the exit code of a run, for a time.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "results.hpp"

namespace fearless::certifier {

/// The releases from one to another, both included, in the order of `sort -V`. An empty end is open.
struct release_range {
  std::string from{}, to{};

  /// Whether a release is within the range. A library without a release is in none.
  [[nodiscard]] bool contains(const std::string& release) const;
};

/// A claim whose failures are known.
struct waiver {
  std::string claim;
  waived_failure words;
  std::optional<release_range> releases{};      ///< of the library to which it applies; otherwise
  std::vector<std::string> sha256{};            ///< the digests of the judged files to which it applies
  std::map<std::string, std::string> failures;  ///< the fingerprint of each row that may fail, by its title
};

/// Reads a file of waivers. Errors: user_error if it is missing, not of the format, or names a claim twice.
std::vector<waiver> read_waivers(const std::filesystem::path& file);

/// What waivers, or expectations, did to a run.
struct waiver_report {
  std::vector<std::string> problems;  ///< waivers that are expired, unused or of another failure, one line each
  std::vector<waiver> proposed;       ///< for each claim with a failure that is not waived; without reason and link
  std::size_t waived = 0;             ///< number of failed rows that do not count
  conclusion counted = conclusion::could_not_tell;  ///< that follows from the rows which are not waived

  /// That of the conclusion; 1 if this would be 0 and there are problems.
  [[nodiscard]] int exit_code() const;
};

/// Marks the failed rows that a waiver names, and changes nothing else. A waiver is expired if the run started after
/// its last day. Those of claims that the run did not judge are left out; after a missed control there are no problems.
waiver_report waive(results& run, const std::vector<waiver>& waivers);

/// What a run says if the failures of some claims are expected: nothing of them counts but data races. Nothing is
/// marked. There is a problem for each of these claims that was judged and does not fail.
waiver_report expect(const results& run, const std::vector<std::string>& claims);

/// A waiver as the file has it.
nlohmann::json to_json(const waiver& of);

}  // namespace fearless::certifier
