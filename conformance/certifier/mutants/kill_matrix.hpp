// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "results.hpp"
#include "sources.hpp"
#include "trial.hpp"

namespace fearless::certifier {

/// A mutant, one kill that it must suffer, and what came of that in each run.
struct mutant_result {
  mutant_file mutant;
  expected_kill kill;
  std::vector<trial> trials;

  [[nodiscard]] std::size_t kills() const;
  [[nodiscard]] bool is_killed() const { return kills() == trials.size(); }
  [[nodiscard]] bool is_broken() const;

  /// The trial that tells most: one that went wrong, or else the first.
  [[nodiscard]] const trial& decisive() const;

  /// The verdict's name, or BROKEN.
  [[nodiscard]] std::string verdict_name() const;

  /// The command that tries this mutant alone.
  [[nodiscard]] std::string reproduce() const;
};

/// The rows of an implementation that must pass everything, those of all runs one after the other.
struct correct_implementation {
  std::string name;
  bool is_reference = false;
  std::vector<row> rows;

  [[nodiscard]] bool passes() const;
};

/// All that `fearless mutants` found out.
struct kill_matrix {
  run_origin origin{};
  controls_report controls{};
  std::size_t runs = 1;
  std::vector<mutant_result> mutants{};
  std::vector<correct_implementation> correct{};

  [[nodiscard]] bool holds() const;

  /// How many mutants there are, however many claims each breaks.
  [[nodiscard]] std::size_t distinct() const;

  /// How many of them every claim that they break has killed, in each run.
  [[nodiscard]] std::size_t distinct_killed() const;
};

/// The text of mutants.jsonl: JSON lines between a header and a footer.
std::string text_of(const kill_matrix& matrix);

}  // namespace fearless::certifier
