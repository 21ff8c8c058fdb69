// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fearless::certifier {

/// A text from elsewhere as code in GitHub's Markdown, on one line and cut off if it is long. Whatever the text holds,
/// it begins no markup, HTML, link, mention or cell of a table. Empty for an empty text.
std::string as_code(std::string_view text);

}  // namespace fearless::certifier
