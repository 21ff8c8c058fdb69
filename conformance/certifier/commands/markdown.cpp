// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include <fmt/format.h>

#include "printable.hpp"

namespace fearless::certifier {

namespace {

constexpr std::size_t longest_code = 100;
constexpr std::string_view without_meaning = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.;/()+-=";

/// A printable text as HTML. What could begin markup is written as a number, and so is the point of "www.", which would
/// begin a link. Markup consists of ASCII.
std::string as_html(std::string_view text) {
  std::string html;
  char last = ' ';
  for (const char each : text) {
    const bool begins_link = each == '.' && (last == 'w' || last == 'W');
    const bool is_ascii = static_cast<unsigned char>(each) < 0x80;
    const bool is_plain = !is_ascii || (without_meaning.contains(each) && !begins_link);
    html += is_plain ? std::string(1, each) : fmt::format("&#{};", static_cast<int>(each));
    last = each;
  }
  return html;
}

}  // namespace

// In a code span of backquotes, no pipe and no backquote of the text could be written as a number. GitHub looks for no
// mentions, issues or commits in <code>.
std::string as_code(std::string_view text) {
  return text.empty() ? "" : "<code>" + as_html(printable(text, longest_code)) + "</code>";
}

}  // namespace fearless::certifier
