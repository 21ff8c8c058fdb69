// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fearless::certifier {

/// The chapters' files, `spec/*.md` but the front page, relative to the source root and sorted.
/// Errors: user_error where there is none.
std::vector<std::string> chapter_files(const std::filesystem::path& source);

/// Runs pandoc at the source root and returns what it wrote. Blocks: until it is done. Thread safety: yes.
/// Errors: user_error with pandoc's own last line, or with the command that installs it.
std::string run_pandoc(const std::filesystem::path& source, std::vector<std::string> arguments,
                       const std::map<std::string, std::string>& environment = {});

}  // namespace fearless::certifier
