// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// A file of JSON lines: a header, rows, and a footer, whose presence shows that the file is complete.
struct framed_lines {
  nlohmann::json header;
  std::vector<nlohmann::json> rows;
  nlohmann::json footer;              ///< null if the file was cut short
  std::vector<std::string> problems;  ///< what is wrong with the file, one line each
};

/// The object that a text holds; null if it holds none, or one that strict_json.hpp does not read.
nlohmann::json object_in(std::string_view text);

/// The text of a value, on one line or with this indentation. A path may hold bytes that are no UTF-8, which JSON
/// can't: in place of them stands U+FFFD.
std::string json_text(const nlohmann::json& value, int indentation = -1);

/// The text of such a file.
std::string text_of(const framed_lines& lines);

/// Reads a file whose header names this format, for example `results/1`. Wrong contents are listed in `problems`.
/// Errors: `user_error` if the file can't be read, or is no regular file of at most so many bytes.
framed_lines read_framed(const std::filesystem::path& file, const std::string& format,
                         std::uint64_t most_bytes = 256 << 20);

}  // namespace fearless::certifier
