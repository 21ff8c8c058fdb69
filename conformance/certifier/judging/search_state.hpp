// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fearless::certifier {

/// What a search has reached, so that the next one goes on from there.
struct search_state {
  std::string library{}, suite{};  ///< SHA-256 of the library and of the test program that it is about
  std::uint64_t next_seed = 1;
  std::uint64_t scenarios = 0, executions = 0;  ///< of this library so far
  bool has_begun =
      false;  ///< whether the library has passed what a search begins with: the corpus and the kept scenarios
  std::vector<std::string> kept{};                 ///< texts of scenarios that took new edges, the oldest first
  std::map<std::uint32_t, std::uint32_t> edges{};  ///< those that were taken, as in `scenarios::coverage::seen`

  /// What of it holds for this library and test program: all of it for the same ones, otherwise the kept scenarios and
  /// the seed.
  [[nodiscard]] search_state for_library(const std::string& of_library, const std::string& of_suite) const;
};

/// The text of the file that holds it.
std::string text_of(const search_state& state);

/// Reads such a file; nothing where there is none. Errors: `user_error` if it can't be read or is damaged.
std::optional<search_state> read_search_state(const std::filesystem::path& file);

}  // namespace fearless::certifier
