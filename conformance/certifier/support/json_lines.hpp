// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace fearless::certifier {

/// A file of JSON lines with a header before the rows and a footer after them that says that it is complete.
struct framed_lines {
  nlohmann::json header;
  std::vector<nlohmann::json> rows;
  nlohmann::json footer;              ///< null where the file was cut short
  std::vector<std::string> problems;  ///< a line each: what makes the file unfit to be believed
};

/// The text of such a file.
std::string text_of(const framed_lines& lines);

/// Reads one whose header names this format, for example `results/1`. What is wrong inside stands in `problems`.
/// Errors: `user_error` where the file can't be read.
framed_lines read_framed(const std::filesystem::path& file, const std::string& format);

}  // namespace fearless::certifier
