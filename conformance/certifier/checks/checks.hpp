// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "paths.hpp"
#include "sources.hpp"

namespace fearless::certifier {

/// A place where a law does not hold, and what to do about it.
struct violation {
  std::string file;  ///< relative to the source root
  int line = 1;
  std::string message;  ///< "what; what to do"

  friend auto operator<=>(const violation&, const violation&) = default;
};

/// Everything that does not hold, in the order of files and lines. Blocks: until all listings have been run or
/// compiled.
std::vector<violation> all_violations(const paths&, const catalogue&);

/// Of these, the text by itself: what the extraction found in each chapter, and what shows only across chapters:
/// duplicate ids, an id that is the beginning of another, a retired id used again, a link into nothing, a listing that
/// shows no claim.
std::vector<violation> violations_of_text(const std::filesystem::path& source, const catalogue&);

/// The text against the tests and the mutants: none of the three without the others, each in the form it must have.
std::vector<violation> violations_of_evidence(const std::filesystem::path& source, const catalogue&);

/// The listings against what their programs do.
std::vector<violation> violations_of_listings(const paths&, const catalogue&);

}  // namespace fearless::certifier
