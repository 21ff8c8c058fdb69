// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "paths.hpp"

namespace fearless::certifier {

/// The command line of `fearless diff`. Each path is a certificate.json, the results.jsonl beside it, or their folder.
struct diff_options {
  std::filesystem::path before, after;
  bool markdown = false;
};

/// `fearless diff`: verifies two certificates and prints how the later one differs, as plain text or as Markdown for a
/// pull request. Returns the exit code: 0 nothing is lost, 1 a claim or a level is lost, 2 a run says nothing about the
/// implementation. Errors: `user_error` if a certificate is false or can't be read, or if no claim is in both.
int diff(const paths& where, const diff_options& options);

}  // namespace fearless::certifier
