// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "paths.hpp"

namespace fearless::certifier {

struct site_options {
  std::optional<std::filesystem::path> out;  ///< default: `site` in the build folder
};

/// Weaves the spec and the latest results into pages, all of them or none. Returns the folder that holds them.
/// Errors: user_error without pandoc, where a page can't be woven, or where the folder can't be written.
std::filesystem::path weave_site(const paths&, const site_options&);

/// `fearless site`: weaves the pages and prints where they are. Returns the exit code.
int site(const paths&, const site_options&);

}  // namespace fearless::certifier
