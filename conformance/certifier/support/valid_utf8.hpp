// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fearless::certifier {

/// The text with U+FFFD in place of bytes that are no UTF-8. Programs print any bytes and paths have any, but JSON and
/// XML allow only UTF-8.
std::string valid_utf8(const std::string& text);

}  // namespace fearless::certifier
