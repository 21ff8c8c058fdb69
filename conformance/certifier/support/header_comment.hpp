// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// A field of the comment that a file begins with: `// Name: value`, or `// Named by: value`. Its value continues on
/// the comment lines below it, up to the next field; a line that is indented by three spaces always continues it.
struct header_field {
  std::string value;
  int line = 0;
};

/// The field of this name in the comment at the start of `source`, or nothing.
std::optional<header_field> find_header_field(std::string_view source, std::string_view name);

}  // namespace fearless::certifier
