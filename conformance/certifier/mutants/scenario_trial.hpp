// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "reduction.hpp"
#include "row_runner.hpp"
#include "search.hpp"
#include "sources.hpp"
#include "trial.hpp"

namespace fearless::certifier {

/// A kill whose scenario was reduced.
struct reduced_kill {
  reduced_finding left;
  std::size_t replays = 0;  ///< how often it broke the same claim again when its file was repeated
  std::size_t tries = 0;
  long milliseconds = 0;  ///< of the reduction
};

/// What generated scenarios alone, without any case, found in a mutant.
struct scenario_trial {
  mutant_file mutant;
  std::uint64_t executions = 0;  ///< until a claim that it breaks was found broken, or of the whole search
  long milliseconds = 0;
  std::optional<build_kind> build{};            ///< in which that was, or something else was found
  std::optional<scenario_finding> killed_by{};  ///< the first finding that breaks a claim which the mutant names
  std::optional<scenario_finding> first{};      ///< the first finding of all
  std::optional<reduced_kill> reduced{};        ///< the kill, if it was to be reduced

  [[nodiscard]] bool is_killed() const { return killed_by.has_value(); }
};

/// Whether the mutant has a library, and breaks a claim that the model of the scenarios judges.
bool can_be_tried_by_scenarios(const mutant_file& mutant);

/// Searches a mutant as much as a certificate does, or until a claim is found broken that it names. Blocks. Errors:
/// `user_error`, `interrupted`. Thread safety: several at once.
scenario_trial try_by_scenarios(const mutant_file& mutant, const run_context& where,
                                const std::vector<corpus_entry>& corpus, std::uint64_t first_seed);

/// Reduces the kill of a trial, and repeats what is left of it `tries` times. Blocks. Errors: `user_error`,
/// `interrupted`. Thread safety: several at once.
reduced_kill reduce(const scenario_trial& killed, const run_context& where, std::size_t tries);

/// Searches a mutant for one of the kills that it names, as a trial of it. Blocks. Errors: `user_error`,
/// `interrupted`. Thread safety: several at once.
trial try_kill_by_scenarios(const mutant_file& mutant, const expected_kill& kill, const run_context& where);

}  // namespace fearless::certifier
