// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fearless::certifier {

/// The text as it can be printed in one line of a terminal or a log, whatever it holds: control characters, characters
/// that change the direction or the line, and bytes that are not UTF-8 are written as `\x1b` or `\u{202e}`.
std::string printable(std::string_view text);

/// The same, cut off after so many bytes.
std::string printable(std::string_view text, std::size_t most_bytes);

}  // namespace fearless::certifier
