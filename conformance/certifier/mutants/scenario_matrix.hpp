// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "run_record.hpp"
#include "scenario_trial.hpp"

namespace fearless::certifier {

/// How soon generated scenarios kill a mutant: a trial for each run.
struct scenario_sample {
  std::vector<scenario_trial> trials;

  [[nodiscard]] const mutant_file& mutant() const { return trials.front().mutant; }
  [[nodiscard]] std::size_t kills() const;

  /// Executions until the kill. Runs without one count as the longest. Nothing if the median run is one of these.
  [[nodiscard]] std::optional<std::uint64_t> median() const;
  [[nodiscard]] std::optional<std::uint64_t> worst() const;
};

/// What the scenarios found in a build of a correct implementation, which must be nothing.
struct scenario_baseline {
  std::string name;
  build_kind build{};
  search_report report{};
};

/// The mutants that generated scenarios kill without any case.
struct scenario_matrix {
  run_origin origin{};
  controls_report controls{};
  std::uint64_t first_seed = 1;
  std::size_t runs = 0;  ///< each with seeds of its own
  std::vector<scenario_sample> samples{};
  std::vector<scenario_baseline> correct{};

  /// The samples that every run killed.
  [[nodiscard]] std::size_t killed() const;

  /// Of the others, those that say why.
  [[nodiscard]] std::size_t explained() const;

  /// Whether every run killed every mutant that does not say why scenarios may not, and the correct implementations
  /// broke no claim.
  [[nodiscard]] bool holds() const;
};

/// The text of scenarios.jsonl: a header, rows, a footer.
std::string text_of(const scenario_matrix& matrix);

}  // namespace fearless::certifier
