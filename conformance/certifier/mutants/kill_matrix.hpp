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

  /// The first trial that did not kill the mutant, or else the first trial.
  [[nodiscard]] const trial& decisive() const;

  /// The verdict of the decisive trial, or BROKEN.
  [[nodiscard]] std::string verdict_name() const;

  /// The command that judges this mutant alone.
  [[nodiscard]] std::string reproduce() const;
};

/// A correct implementation, which must pass, and its rows of all runs.
struct correct_implementation {
  std::string name;
  bool is_reference = false;
  std::vector<row> rows;

  [[nodiscard]] bool passes() const;
};

/// The results of `fearless mutants`.
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

/// The text of mutants.jsonl: a header, rows, a footer.
std::string text_of(const kill_matrix& matrix);

}  // namespace fearless::certifier
