// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "paths.hpp"

namespace fearless::certifier {

/// The command line of `fearless audit`.
struct audit_options {
  std::filesystem::path certificate;
  std::string implementation;         ///< a name, or the path of an implementation.json
  std::uint64_t rows = 40;            ///< how many are drawn
  std::optional<std::uint64_t> seed;  ///< draws the rows, the schedules and the scenarios; none: by chance
  unsigned jobs = 0;                  ///< 0: one for each processor
};

/// `fearless audit`: verifies a certificate, runs some of its rows again with other seeds, and compares the verdicts.
/// Returns the exit code: 0 each is confirmed, or failed and passed now; 1 the certificate is false, or a row is
/// refuted; 2 a row could not be told. Errors: `user_error`, for example if the implementation is not the one that the
/// certificate names.
int audit(const paths& places, const audit_options& options);

}  // namespace fearless::certifier
