// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fearless::certifier {

/// The files of the specification, relative to the source root: the chapters, `spec/*.md` without the front page,
/// sorted, and the glossary, `docs/glossary.md`, if there is one. Errors: user_error if there are none.
std::vector<std::string> chapter_files(const std::filesystem::path& source);

/// Runs pandoc at the source root and returns its output. Blocks: until it ends. Thread safety: yes.
/// Errors: user_error with the last line of pandoc's message, or with the command that installs pandoc.
std::string run_pandoc(const std::filesystem::path& source, std::vector<std::string> arguments,
                       const std::map<std::string, std::string>& environment = {});

}  // namespace fearless::certifier
