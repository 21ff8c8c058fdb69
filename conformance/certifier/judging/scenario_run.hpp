// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/batch.hpp"
#include "scenarios/claims.hpp"
#include "scenarios/judge.hpp"
#include "scenarios/recording.hpp"
#include "suite.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// An execution of a scenario that did not keep to the claims.
struct scenario_failure {
  std::size_t entry = 0;                         ///< which of the batch's scenarios
  std::uint64_t seed = 0;                        ///< of the schedule
  std::uint64_t number = 0;                      ///< of the execution, counted over the batch
  verdict seen{};                                ///< FAIL, RACE, DEADLOCK, CRASH, EXIT or TIMEOUT
  std::vector<scenarios::violation> violations;  ///< none where no claim can be named
};

/// What became of a batch of scenarios.
struct batch_run {
  std::uint64_t executions = 0;
  std::uint64_t abandoned = 0;  ///< scenarios that came to a deadlock that the claims allow
  scenarios::performed_actions performed{};
  std::vector<scenario_failure> failures;
  std::shared_ptr<scenarios::recording> last;  ///< what the latest execution did
};

/// Asked after a failure: whether the next scenario is executed.
using failure_listener = std::function<bool(const scenario_failure& failed)>;

/// Executes scenarios against a library, one after the other, in processes that share nothing with this one. A scenario
/// that crashes, hangs or leaves the process ends only itself. Blocks: until all are executed.
/// Errors: `user_error` if the test program rejects the batch, `interrupted`. Thread safety: several may run at once.
batch_run run_scenarios(const suite& program, const std::filesystem::path& library,
                        const std::vector<scenarios::batch_entry>& batch, const failure_listener& goes_on);

}  // namespace fearless::certifier
