// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "results.hpp"

namespace fearless::certifier {

/// What to compare a certificate with, besides the results beside it.
struct verification_inputs {
  std::vector<std::filesystem::path> libraries{};  ///< files that the certificate must be about
  std::optional<std::filesystem::path> claims{};   ///< claims.json of a build: the specification as it is now
  std::vector<std::filesystem::path> signers{};    ///< public keys, each of which must have signed it
};

/// What verifying a certificate found. Each list has one line for each finding.
struct verification {
  std::vector<std::string> contradictions;     ///< any of them: the certificate is false
  std::vector<std::string> stale;              ///< claims that changed since the run
  std::vector<std::string> not_signed;         ///< keys that have not signed it, and why it is known
  std::vector<std::string> unchecked;          ///< what would have needed a further file
  std::vector<std::string> signed_by;          ///< keys that have
  std::vector<std::string> unchecked_signers;  ///< the keys that the other signatures name
  std::string certificate;                     ///< its bytes
  results run{};                               ///< its summary is recomputed from the rows
};

/// Recomputes from the rows of results.jsonl all that follows from them, and compares it with header, footer and
/// certificate and with junit.xml and badge.json beside it, and checks the signatures there. Shows that the files agree
/// with each other and which of the given keys signed them, not that a run took place. Errors: user_error if a file is
/// missing, too large, or not of the format that this version writes.
verification verify_certificate(const std::filesystem::path& certificate, const verification_inputs& inputs);

}  // namespace fearless::certifier
