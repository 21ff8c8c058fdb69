// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "execution_trace.hpp"

namespace fearless::certifier {

/// A place in a source file, as the debug information names it.
struct source_place {
  std::string file{};  ///< from the project's root where it is inside; empty if nothing is known
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string code{};  ///< the line, without the space around it; empty if it can't be read

  [[nodiscard]] bool is_known() const { return !file.empty(); }
  /// `ring.hpp:31`, or nothing.
  [[nodiscard]] std::string in_short() const;

  bool operator==(const source_place&) const = default;
};

/// The place of each address in the implementation's own source. Code of a standard library's headers, or of Rust's
/// `core`, that was inlined there counts as its caller.
using source_places = std::map<code_address, source_place>;

/// Asks the symbolizer, in a box where that is possible. Without it, nothing is known. `root`: the project's.
/// Blocks: while it runs.
source_places find_places(const std::set<code_address>& addresses, const std::filesystem::path& root);

/// The innermost of the frames that has a place, or none that is known.
source_place place_in(const std::vector<code_address>& frames, const source_places& places);

}  // namespace fearless::certifier
