// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// A field of the comment at the start of a file: `// Name: value`, or `// Seen by: value`. The value continues on the
/// comment lines below it.
struct header_field {
  std::string value;
  int line = 0;
};

/// The field of this name in the comment at the start of `source`, or nothing.
std::optional<header_field> find_header_field(std::string_view source, std::string_view name);

}  // namespace fearless::certifier
