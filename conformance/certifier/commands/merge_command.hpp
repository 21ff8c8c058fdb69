// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "paths.hpp"

namespace fearless::certifier {

/// The command line of `fearless merge`.
struct merge_options {
  std::vector<std::filesystem::path> parts;
  std::filesystem::path out;
  std::optional<std::filesystem::path> waivers{};  ///< as of `fearless certify`
};

/// `fearless merge`: joins the parts of a run that several machines judged, and writes what `fearless certify` writes.
/// Returns the exit code of that command. Errors: `user_error` if the files are not all parts of one run; then nothing
/// is written.
int merge(const paths& where, const merge_options& options);

}  // namespace fearless::certifier
