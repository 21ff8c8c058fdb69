// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "files.hpp"
#include "scenarios/batch.hpp"
#include "scenarios/coverage.hpp"
#include "search_state.hpp"
#include "shared_file.hpp"

namespace fearless::certifier {

/// A scenario, and where it comes from.
struct drawn_scenario {
  scenarios::scenario what;
  std::string from;
  bool is_once = false;  ///< whether one execution by each strategy is enough: others much like it follow
};

/// The scenario that is generated from a seed.
drawn_scenario fresh_scenario(std::uint64_t seed);

/// Guides a search by what it has reached: it keeps the scenarios that took new edges in the library. Every second one
/// that follows is one of them, mutated or under other schedules. In a library that is not instrumented, no edges are
/// seen, so none is kept.
class guidance {
 public:
  /// So many scenarios are kept. Then the oldest one is dropped for each new one.
  static constexpr std::size_t most_kept = 4096;

  /// Goes on from this state. Errors: `user_error` if no temporary file can be made.
  explicit guidance(search_state from);

  /// The file that edges are counted in.
  [[nodiscard]] const shared_file<scenarios::coverage>& counted() const { return counted_; }

  /// The scenario with this seed. It depends on the seed and on the kept scenarios only.
  [[nodiscard]] drawn_scenario draw(std::uint64_t seed) const;

  /// Keeps those scenarios of a batch that was executed that took new edges and can be mutated.
  void keep_from(const std::vector<scenarios::batch_entry>& batch);

  /// Notes how far the search has come.
  void note_begun() { state_.has_begun = true; }
  void note_done(std::uint64_t next_seed, std::uint64_t scenarios, std::uint64_t executions);

  /// The state to go on from.
  [[nodiscard]] search_state state() const;

  [[nodiscard]] bool has_begun() const { return state_.has_begun; }
  [[nodiscard]] std::uint64_t next_seed() const { return state_.next_seed; }
  [[nodiscard]] const std::vector<std::string>& kept() const { return state_.kept; }
  [[nodiscard]] std::size_t edges() const { return edges_of(*counted_); }

 private:
  search_state state_;  // `edges` are in the file meanwhile
  scratch_folder scratch_;
  shared_file<scenarios::coverage> counted_;
};

}  // namespace fearless::certifier
