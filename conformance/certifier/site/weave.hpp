// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "paths.hpp"

namespace fearless::certifier {

struct site_options {
  std::optional<std::filesystem::path> out;  ///< default: `site` in the build folder
};

/// Writes the pages from the specification and the latest results: all of them or none. Returns their folder.
/// Errors: user_error without pandoc, if a page can't be made, or if the folder can't be written.
std::filesystem::path weave_site(const paths&, const site_options&);

}  // namespace fearless::certifier
