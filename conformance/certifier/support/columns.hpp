// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace fearless::certifier {

/// How many columns a UTF-8 text takes in a terminal: one for each code point.
std::size_t columns_of(std::string_view text);

/// The part of the text that takes so many columns.
std::string_view first_columns(std::string_view text, std::size_t columns);

}  // namespace fearless::certifier
