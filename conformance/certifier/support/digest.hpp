// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// The SHA-256 of these bytes, in lower-case hexadecimal.
std::string sha256(std::string_view bytes);

/// The SHA-256 of the bytes of a regular file, of at most 1 GiB. Errors: user_error if it can't be read.
std::string sha256_of_file(const std::filesystem::path&);

}  // namespace fearless::certifier
