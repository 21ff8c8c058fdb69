// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The code of a source in C++ or Rust: without its comments and its white space, which both stay inside of string
/// literals. Equal for two sources that differ in nothing else.
std::string without_comments(std::string_view source);

/// The names and keywords of a source, in order: runs of letters, digits and `_` that do not begin with a digit.
std::vector<std::string> words_in(std::string_view source);

}  // namespace fearless::certifier
