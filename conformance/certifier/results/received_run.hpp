// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "results.hpp"

namespace fearless::certifier {

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
