// SPDX-License-Identifier: MIT
#include "printable.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace fearless::certifier {

namespace {

/// A character at the beginning of a text, with the number of its bytes; of no bytes where there is no valid one.
struct character {
  std::uint32_t code = 0;
  std::size_t bytes = 0;
};

character first_of(std::string_view text) {
  const auto at = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 ? 4 : 0;
  if (bytes == 0 || lead > 0xf4 || text.size() < bytes) return {};
  std::uint32_t code = lead & (0xffU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((at(i) & 0xc0U) != 0x80) return {};
    code = code << 6U | (at(i) & 0x3fU);
  }
  constexpr std::uint32_t fewest[]{0, 0, 0x80, 0x800, 0x10000};
  if (code < fewest[bytes] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {};
  return {code, bytes};
}

/// Whether a terminal would act on it instead of showing it: control characters, separators of lines, and marks that
/// change the direction of the text.
bool is_acted_on(std::uint32_t code) {
  return code < ' ' || (code >= 0x7f && code < 0xa0) || code == 0x061c || (code >= 0x200b && code <= 0x200f) ||
         (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const auto [code, bytes] = first_of(text);
    if (bytes == 0 || (bytes == 1 && is_acted_on(code)))
      safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
    else if (is_acted_on(code))
      safe += fmt::format("\\u{{{:x}}}", code);
    else
      safe += text.substr(0, bytes);
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return safe;
}

std::string printable(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return printable(text);
  while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xc0U) == 0x80) --most_bytes;
  return printable(text.substr(0, most_bytes)) + "…";
}

}  // namespace fearless::certifier
