// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fearless::certifier {

/// The code of a source in C++ or Rust: without its comments and its white space, which both stay inside of string
/// literals. Equal for two sources that differ in nothing else.
std::string without_comments(std::string_view source);

}  // namespace fearless::certifier
