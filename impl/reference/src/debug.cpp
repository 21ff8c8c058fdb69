// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <locale>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "escaped_characters.hpp"
#include "fearless/detail/debug_text.hpp"

namespace fearless::detail {

namespace {

enum class quotes : char { single = '\'', twofold = '"' };

/// Whether the bytes after the first of a character are such, as they are in UTF-8.
bool are_continuations(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) == 0x80U; });
}

struct decoded {
  char32_t character;
  std::size_t length;
};

/// The character at the beginning of a text, or nothing if its bytes are no UTF-8.
std::optional<decoded> first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80U) return decoded{lead, 1};
  const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || text.size() < length || !are_continuations(text.substr(1, length - 1)))
    return std::nullopt;
  char32_t character = lead & (0x7FU >> length);
  for (const char each : text.substr(1, length - 1))
    character = (character << 6U) | (static_cast<unsigned char>(each) & 0x3FU);
  const bool is_shortest = length == 2 || character >= (length == 3 ? 0x800U : 0x10000U);
  const bool is_surrogate = character >= 0xD800U && character <= 0xDFFFU;
  if (!is_shortest || is_surrogate || character > 0x10FFFFU) return std::nullopt;
  return decoded{character, length};
}

void append_utf8(std::string& text, char32_t character) {
  const auto append_byte = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (character < 0x80U) return append_byte(character);
  if (character < 0x800U) {
    append_byte(0xC0U | (character >> 6U));
  } else {
    if (character < 0x10000U) {
      append_byte(0xE0U | (character >> 12U));
    } else {
      append_byte(0xF0U | (character >> 18U));
      append_byte(0x80U | ((character >> 12U) & 0x3FU));
    }
    append_byte(0x80U | ((character >> 6U) & 0x3FU));
  }
  append_byte(0x80U | (character & 0x3FU));
}

bool is_escaped(char32_t character) {
  if (character < 0x80U) return character < 0x20U || character == 0x7FU;
  const auto* const after = std::ranges::upper_bound(escaped_characters, character, {}, &character_range::first);
  const bool in_range = after != escaped_characters.begin() && character <= std::prev(after)->last;
  const bool is_no_character = (character >= 0xD800U && character <= 0xDFFFU) || character > 0x10FFFFU;
  return in_range || is_no_character;
}

void append_hexadecimal(std::string& text, std::uint32_t number) {
  std::array<char, 8> digits{};
  text.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number, 16).ptr);
}

void append_escaped(std::string& text, char32_t character, quotes around) {
  switch (character) {
    case U'\0':
      text += "\\0";
      return;
    case U'\t':
      text += "\\t";
      return;
    case U'\r':
      text += "\\r";
      return;
    case U'\n':
      text += "\\n";
      return;
    default:
      break;
  }
  if (character == U'\\' || character == static_cast<char32_t>(around)) {
    text += '\\';
    text += static_cast<char>(character);
  } else if (is_escaped(character)) {
    text += "\\u{";
    append_hexadecimal(text, character);
    text += '}';
  } else {
    append_utf8(text, character);
  }
}

void append_byte(std::string& text, char value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(value);
  text += "\\x";
  text += digits[byte >> 4U];
  text += digits[byte & 0xFU];
}

/// The fewest digits that determine a number, without its sign, and the exponent of the first.
struct shortest {
  std::string digits;
  int exponent;
};

/// All digits of a number, without its sign and the point.
template <class Number>
std::string digits_of(Number value) {
  constexpr int all = 800;  // a double has at most 767
  std::array<char, all + 32> buffer{};
  std::to_chars(buffer.begin(), buffer.end(), std::fabs(value), std::chars_format::scientific, all);
  std::string digits(buffer.data(), all + 2);
  std::erase(digits, '.');
  return digits;
}

/// Where two texts are equally short and equally near, C++ writes the even one and Rust the larger one.
template <class Number>
void prefer_larger(std::string& digits, Number value) {
  const std::string all = digits_of(value);
  const std::size_t next = digits.size();
  if (all.starts_with(digits) && all[next] == '5' && all.find_first_not_of('0', next + 1) == std::string::npos)
    ++digits.back();
}

template <class Number>
shortest shortest_of(Number value) {
  std::array<char, 64> buffer{};
  const char* const end =
      std::to_chars(buffer.begin(), buffer.end(), std::fabs(value), std::chars_format::scientific).ptr;
  const std::string_view written(buffer.data(), end);
  const std::size_t mark = written.find('e');
  shortest found{std::string(written.substr(0, mark)), 0};
  std::erase(found.digits, '.');
  prefer_larger(found.digits, value);
  const std::string_view exponent = written.substr(mark + (written[mark + 1] == '+' ? 2 : 1));
  std::from_chars(exponent.data(), end, found.exponent);
  return found;
}

/// How a number is written.
enum class notation : bool {
  plain,  ///< as by Rust's `{}`: no exponent, and no point in a whole number
  exact   ///< as by Rust's `{:?}`: with an exponent below 1e-4 and from 1e16 on, and otherwise with a point
};

template <class Number>
void append_number(std::string& text, Number value, notation how) {
  if (std::isnan(value)) {
    text += "NaN";
    return;
  }
  if (std::signbit(value)) text += '-';
  if (std::isinf(value)) {
    text += "inf";
    return;
  }
  const Number size = std::fabs(value);
  auto [digits, exponent] = shortest_of(value);
  if (how == notation::exact && size != 0 && (size < Number(1e-4L) || size >= Number(1e16L))) {
    if (digits.size() > 1) digits.insert(1, ".");
    text += digits + 'e' + std::to_string(exponent);
    return;
  }
  if (exponent < 0) {
    digits.insert(0, static_cast<std::size_t>(-exponent), '0');
    exponent = 0;
  }
  const std::size_t before_the_point = static_cast<std::size_t>(exponent) + 1;
  if (how == notation::plain && digits.size() <= before_the_point) {
    digits.resize(before_the_point, '0');
    text += digits;
    return;
  }
  digits.resize(std::max(digits.size(), before_the_point + 1), '0');
  text += digits.insert(before_the_point, ".");
}

}  // namespace

void append_text(std::string& text, std::string_view value) {
  text += '"';
  while (!value.empty()) {
    if (const auto first = first_character(value)) {
      append_escaped(text, first->character, quotes::twofold);
      value.remove_prefix(first->length);
    } else {
      append_byte(text, value.front());
      value.remove_prefix(1);
    }
  }
  text += '"';
}

void append_character(std::string& text, char32_t value) {
  text += '\'';
  append_escaped(text, value, quotes::single);
  text += '\'';
}

void append_character(std::string& text, char value) {
  if (static_cast<unsigned char>(value) < 0x80U) return append_character(text, static_cast<char32_t>(value));
  text += '\'';
  append_byte(text, value);
  text += '\'';
}

void append_float(std::string& text, float value) {
  append_number(text, value, notation::exact);
}
void append_float(std::string& text, double value) {
  append_number(text, value, notation::exact);
}
void append_float(std::string& text, long double value) {
  append_number(text, value, notation::exact);
}
void append_plain_float(std::string& text, float value) {
  append_number(text, value, notation::plain);
}
void append_plain_float(std::string& text, double value) {
  append_number(text, value, notation::plain);
}
void append_plain_float(std::string& text, long double value) {
  append_number(text, value, notation::plain);
}

void append_plain_character(std::string& text, char32_t value) {
  append_utf8(text, value);
}

void append_streamed(std::string& text, void (*print)(std::ostream&, const void*), const void* value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  print(out, value);
  text += out.view();
}

}  // namespace fearless::detail
