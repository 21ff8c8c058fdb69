// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "paths.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

struct site_options {
  std::optional<std::filesystem::path> out;  ///< default: `site` in the build folder
};

/// Writes the pages from the specification and the latest results: all of them or none. Returns their folder.
/// Errors: user_error without pandoc, if a page can't be made, or if the folder can't be written.
std::filesystem::path weave_site(const paths&, const site_options&);

/// Writes the pages and prints the path of one of them. If they can't be made it prints the reason, since the results
/// do not depend on them. Errors: `interrupted`.
void print_pages(const paths&, const char* first, terminal&);

/// `fearless site`: writes the pages and prints the path of the first. Returns the exit code.
int site(const paths&, const site_options&);

}  // namespace fearless::certifier
