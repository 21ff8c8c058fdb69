// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "paths.hpp"
#include "search_options.hpp"

namespace fearless::certifier {

struct certify_options {
  std::string implementation = "reference";      ///< a name, or the path of an implementation.json
  std::optional<std::string> profile;            ///< none: all
  std::vector<std::string> cases;                ///< empty: all
  std::optional<std::string> only;               ///< a build: plain, instrumented or compile-time; none: all
  std::optional<std::filesystem::path> out;      ///< default: results/<implementation> in the output folder
  std::optional<std::string> shard{};            ///< the part of the rows to judge, as `2/3`; none: all
  std::optional<std::filesystem::path> times{};  ///< results.jsonl whose times balance the shards; default: in `out`
  std::optional<std::filesystem::path>
      waivers{};                        ///< known failures that the exit code does not count; none: all count
  std::vector<std::string> expected{};  ///< claims whose failures the exit code does not count, and which must fail
  unsigned jobs = 0;                    ///< 0: one for each processor
  bool fresh = false;                   ///< ignore the result cache
  search_options search{};              ///< how stress cases explore schedules
};

/// `fearless certify`: judges an implementation by all claims and writes results, certificate, JUnit and badge. With
/// selected cases or a selected build it prints their results and output, and writes nothing; with a shard it writes
/// only `shard-K-of-N.jsonl`. Returns the exit code:
/// 0 conforming, 1 not conforming, 2 could not tell; with waivers, that of the rows which are not waived, and 1 if a
/// waiver is unused, expired or of another failure; with expected claims, that of the other ones, and 1 if an expected
/// one holds; of a replay, 1 if it fails again, otherwise 2.
/// Errors: `user_error`.
int certify(const paths& places, const certify_options& options);

}  // namespace fearless::certifier
