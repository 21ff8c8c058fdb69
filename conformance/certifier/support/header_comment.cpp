// SPDX-License-Identifier: MIT
#include "header_comment.hpp"

#include <regex>

#include "files.hpp"

namespace fearless::certifier {

std::optional<header_field> find_header_field(std::string_view source, std::string_view name) {
  static const std::regex comment("//\\s*(.*?)\\s*");
  constexpr std::string_view continuation = "//   ";
  static const std::regex field("([A-Z][A-Za-z-]*(?: by)?):\\s*(.*)");
  std::optional<header_field> found;
  int number = 0;
  for (const std::string& line : lines_of(source)) {
    ++number;
    std::smatch words, parts;
    if (!std::regex_match(line, words, comment)) break;
    const std::string text = words[1];
    const bool goes_on = found && line.starts_with(continuation) && !text.empty();
    if (!goes_on && std::regex_match(text, parts, field)) {
      if (found) break;
      if (parts[1].str() == name) found = header_field{parts[2], number};
    } else if (!goes_on && (text.empty() || text.starts_with("SPDX-"))) {
      if (found) break;
    } else if (found) {
      found->value += (found->value.empty() ? "" : " ") + text;
    }
  }
  return found;
}

}  // namespace fearless::certifier
