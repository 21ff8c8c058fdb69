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

/// Weaves the spec and the latest results into pages, all of them or none. Returns the folder that holds them.
/// Errors: user_error without pandoc, where a page can't be woven, or where the folder can't be written.
std::filesystem::path weave_site(const paths&, const site_options&);

/// Weaves the pages and prints where one of them is. Pages are a by-product: that they can't be made is said, and
/// changes nothing of what was found out. Errors: `interrupted`.
void print_pages(const paths&, const char* first, terminal&);

/// `fearless site`: weaves the pages and prints where they are. Returns the exit code.
int site(const paths&, const site_options&);

}  // namespace fearless::certifier
