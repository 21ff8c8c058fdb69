// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "row.hpp"
#include "run_record.hpp"

namespace fearless::certifier {

/// The size of the largest results or certificate that are read: a real run has a tenth.
inline constexpr std::uint64_t most_bytes_of_results = 16 << 20;

/// A whole run, as results.jsonl holds it: header, rows, footer.
struct results {
  run_header header{};
  std::vector<row> rows{};
  run_summary summary{};
  std::vector<std::string> problems{};  ///< after reading: why the file is invalid; empty if it is whole
};

/// SHA-256 of the sorted lines `claim case build`: it identifies the set of rows that a run must have.
std::string manifest_sha256(const std::vector<row>& rows);

/// SHA-256 of the sorted lines `id profile digest-of-the-sentence kind`, where the kind is `claim` or `demonstration`:
/// it identifies the claims that a run judged, and their sentences.
std::string claims_sha256(const results& run);

/// The number of rows with each verdict, without the demonstrations; verdicts without rows are left out.
std::map<verdict, std::size_t> count_verdicts(const std::vector<row>& rows);

/// The text of results.jsonl.
std::string text_of(const results& run);

/// Reads results.jsonl. A damaged file is read as far as possible, with the damage listed in `problems`.
/// Errors: `user_error` if the file is missing or unreadable.
results read_results(const std::filesystem::path& file);

}  // namespace fearless::certifier
