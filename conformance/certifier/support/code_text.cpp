// SPDX-License-Identifier: MIT
#include "code_text.hpp"

#include <cctype>

namespace fearless::certifier {

namespace {

/// Where the string literal that begins at `from` ends, past its closing quote.
std::size_t end_of_literal(std::string_view source, std::size_t from) {
  for (std::size_t i = from + 1; i < source.size(); ++i) {
    if (source[i] == '\\')
      ++i;
    else if (source[i] == '"')
      return i + 1;
  }
  return source.size();
}

/// Where the comment that begins at `from` ends; `from` itself where none begins there.
std::size_t end_of_comment(std::string_view source, std::size_t from) {
  const std::string_view rest = source.substr(from);
  const auto past = [&](std::string_view end) {
    const auto found = source.find(end, from + 2);
    return found == std::string_view::npos ? source.size() : found + end.size();
  };
  return rest.starts_with("//") ? past("\n") : rest.starts_with("/*") ? past("*/") : from;
}

}  // namespace

std::string without_comments(std::string_view source) {
  std::string code;
  for (std::size_t i = 0; i < source.size();) {
    if (const std::size_t end = end_of_comment(source, i); end > i) {
      i = end;
    } else if (source[i] == '"') {
      const std::size_t past = end_of_literal(source, i);
      code += source.substr(i, past - i);
      i = past;
    } else {
      if (std::isspace(static_cast<unsigned char>(source[i])) == 0) code += source[i];
      ++i;
    }
  }
  return code;
}

std::vector<std::string> words_in(std::string_view source) {
  const auto is_part = [](char each) { return each == '_' || std::isalnum(static_cast<unsigned char>(each)) != 0; };
  std::vector<std::string> words;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::size_t from = i;
    while (i < source.size() && is_part(source[i])) ++i;
    if (i > from && std::isdigit(static_cast<unsigned char>(source[from])) == 0)
      words.emplace_back(source.substr(from, i - from));
  }
  return words;
}

}  // namespace fearless::certifier
