// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "checks.hpp"

namespace fearless::certifier {

/// The source of a case with the sentence of its claim at its head, `// Claim: …`, in place of any other.
std::string with_claim(std::string_view source, std::string_view sentence);

/// The heads of the cases against the text: `// Claim:` is the claim's sentence, and `// Aspect:` says what a case adds
/// whose name has an aspect.
std::vector<violation> violations_of_case_heads(const std::filesystem::path& source, const catalogue& text);

/// Writes the sentence of its claim at the head of each case that has another. Returns how many files changed.
/// Errors: user_error if a file can't be written.
std::size_t write_case_heads(const std::filesystem::path& source, const catalogue& text);

}  // namespace fearless::certifier
