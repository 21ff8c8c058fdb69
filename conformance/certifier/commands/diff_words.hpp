// SPDX-License-Identifier: MIT
// The words of `fearless diff`, which its plain text and its Markdown have in common.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "run_difference.hpp"

namespace fearless::certifier {

/// The claims that changed in one way, under a title.
struct diff_section {
  std::string_view title;
  std::vector<claim_change> changes;  ///< never empty
};

/// The claims that changed, the most important section first.
std::vector<diff_section> sections_of(const run_difference& found);

/// A text from a file as it can be printed, cut off if it is long.
std::string brief(std::string_view text);

/// `1 claim`, `2 claims`.
std::string counted(std::size_t count, std::string_view what);

/// What is lost and gained, in one sentence.
std::string conclusion_of(const run_difference& found);

/// What a reader must know before the rest: another implementation, a run that says nothing. A sentence each.
std::vector<std::string> warnings_of(const run_difference& found);

/// The verdict of a run that judged a claim, otherwise `not judged`.
std::string_view word_for(std::optional<verdict> seen);

/// The levels of a run that judged a profile, otherwise `not judged`.
std::string words_for(const std::optional<std::vector<level>>& levels);

}  // namespace fearless::certifier
