// SPDX-License-Identifier: MIT
// The parts of a run that several machines judge, each of which is a file `shard-K-of-N.jsonl`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "results.hpp"

namespace fearless::certifier {

inline constexpr unsigned most_parts = 1000;

/// The rows of a run that one machine judged.
struct run_part {
  unsigned number = 1;  ///< from 1 to `of`
  unsigned of = 1;
  std::string partition_sha256{};     ///< what all parts of a run have in common
  std::vector<std::size_t> places{};  ///< of the rows, among all rows of the run
  results run{};                      ///< without what follows only from all rows
};

/// A row in the list of all rows of a run, each with its part.
std::string line_of_partition(unsigned part, const row& of);

/// The digest of such a list, in any order.
std::string sha256_of_partition(std::vector<std::string> lines);

/// The text of the part's file: as results.jsonl, with the part in its header, and without verdict and levels.
std::string text_of(const run_part& part);

/// Joins all parts of one run. What is expected of the files: the same suite, compiler, processor, implementation,
/// profiles and claims; each part once; each row of the partition once; all controls caught on each machine. The run
/// started when its first part did, and names each machine's system.
/// Errors: user_error that names the files which do not belong together, or the one that is damaged.
results merged(const std::vector<std::filesystem::path>& files);

}  // namespace fearless::certifier
