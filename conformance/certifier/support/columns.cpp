// SPDX-License-Identifier: MIT
#include "columns.hpp"

#include <algorithm>

namespace fearless::certifier {

namespace {

/// Whether the byte belongs to the code point of the byte before.
bool continues(char byte) {
  constexpr unsigned char mask = 0xC0, continuation = 0x80;
  return (static_cast<unsigned char>(byte) & mask) == continuation;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char each) { return !continues(each); }));
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  for (std::size_t shown = 0; bytes < text.size() && shown < columns; ++shown) {
    ++bytes;
    while (bytes < text.size() && continues(text[bytes])) ++bytes;
  }
  return text.substr(0, bytes);
}

}  // namespace fearless::certifier
