// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// Bytes in base64, with the standard alphabet and padding (RFC 4648, section 4).
std::string to_base64(std::string_view bytes);

/// The bytes of a base64 text in the standard or the URL-safe alphabet, padded or not; nothing if it is no such text.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace fearless::certifier
