// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "results.hpp"

namespace fearless::certifier {

/// A file of rows, as someone handed it over: its form is checked, what it says is not.
struct received_rows {
  nlohmann::json header, footer;
  results run;       ///< header and rows, and of the footer the explanations
  std::string text;  ///< the file's bytes
};

/// Reads results.jsonl. Errors: user_error if it is missing, too large, or not of the format that this version writes.
received_rows read_received_results(const std::filesystem::path& file);

/// Reads a part of a run, likewise.
received_rows read_received_part(const std::filesystem::path& file);

/// A certificate and the results beside it, as someone handed them over: their form is checked, what they say is not.
struct received_run {
  nlohmann::json certificate;
  std::string certificate_text;   ///< the file's bytes
  nlohmann::json header, footer;  ///< as they stand in results.jsonl
  results run;                    ///< header and rows, and of the footer the explanations
  std::string results_sha256;     ///< of the file's bytes
};

/// Reads a certificate, and results.jsonl in the same folder.
/// Errors: user_error if a file is missing, too large, or not of the format that this version writes.
received_run read_received(const std::filesystem::path& certificate);

}  // namespace fearless::certifier
