// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "implementation.hpp"
#include "run_record.hpp"
#include "sources.hpp"

namespace fearless::certifier {

/// How soon a strategy kills a mutant: for each run the number of the execution that did, or nothing.
struct strategy_sample {
  mutant_file mutant;
  expected_kill kill;
  build_kind build;
  std::string strategy;
  std::vector<std::optional<std::uint64_t>> found_at{};

  [[nodiscard]] std::size_t kills() const;

  /// Runs that did not find it count as the longest. Nothing if the median run is one of these.
  [[nodiscard]] std::optional<std::uint64_t> median() const;
  [[nodiscard]] std::optional<std::uint64_t> worst() const;
};

/// Which strategy kills which mutant, and how soon.
struct strategy_matrix {
  run_origin origin{};
  controls_report controls{};
  std::uint64_t executions = 0;  ///< of each strategy in each run
  std::size_t runs = 0;          ///< each with seeds of its own
  std::vector<strategy_sample> samples{};

  /// Whether some strategy kills each mutant in every run, by each claim that it breaks.
  [[nodiscard]] bool holds() const;
};

/// The text of strategies.jsonl: a header, rows, a footer.
std::string text_of(const strategy_matrix& matrix);

}  // namespace fearless::certifier
