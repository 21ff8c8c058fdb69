// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "paths.hpp"
#include "sources.hpp"

namespace fearless::certifier {

/// A violation of a consistency check: where, what, and what to do.
struct violation {
  std::string file;  ///< relative to the source root
  int line = 1;
  std::string message;  ///< "what; what to do"

  friend auto operator<=>(const violation&, const violation&) = default;
};

/// All violations, in the order of files and lines. Blocks: until all listings have been run or compiled.
std::vector<violation> all_violations(const paths&, const catalogue&);

/// Violations in the text: errors of the extraction, duplicate ids, an id that is a prefix of another, a retired id
/// that is used again, a broken link, a listing that shows an unknown claim.
std::vector<violation> violations_of_text(const std::filesystem::path& source, const catalogue&);

/// Violations between text, cases and mutants: a claim without a case or a mutant, a case or a mutant without a claim,
/// a wrong header.
std::vector<violation> violations_of_evidence(const std::filesystem::path& source, const catalogue&);

/// Listings whose programs behave differently from the text.
std::vector<violation> violations_of_listings(const paths&, const catalogue&);

}  // namespace fearless::certifier
