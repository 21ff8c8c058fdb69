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
#include "scenarios/coverage.hpp"
#include "scenarios/judge.hpp"
#include "scenarios/recording.hpp"
#include "shared_file.hpp"
#include "suite.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// An execution of a scenario that did not keep to the claims.
struct scenario_failure {
  std::size_t entry = 0;                         ///< which of the batch's scenarios
  std::size_t process = 0;                       ///< the first entry that its process executed
  std::uint64_t seed = 0;                        ///< of the schedule
  std::uint64_t number = 0;                      ///< of the execution, counted over the batch
  verdict seen{};                                ///< FAIL, RACE, DEADLOCK, CRASH or EXIT; NOTRUN: it can't be judged
  std::uint64_t effort = 1;                      ///< what it cost, in new processes: more where time has to pass
  std::vector<scenarios::violation> violations;  ///< none where no claim can be named; of NOTRUN, what it was in
};

/// What became of a batch of scenarios.
struct batch_run {
  std::uint64_t executions = 0;
  std::uint64_t unjudged = 0;  ///< of these, those that nothing can be said about: the claims allow their deadlock,
                               ///< they used up their time or memory, or they took more steps than can be recorded
  scenarios::performed_actions performed{};
  std::vector<scenario_failure> failures;
  std::shared_ptr<scenarios::recording> last;  ///< what the latest execution did
};

/// Asked after a failure: whether the next scenario is executed.
using failure_listener = std::function<bool(const scenario_failure& failed)>;

/// Executes scenarios against a library, one after the other, in processes that share nothing with this one. A scenario
/// that crashes, hangs or leaves the process ends only itself. In an instrumented library, the edges that the scenarios
/// take are added to `counted`, which says for each of them how many were new; then there are at most
/// `scenarios::coverage::most_entries`. Blocks: until all are executed.
/// Errors: `user_error` if the test program rejects the batch, `interrupted`. Thread safety: several may run at once,
/// each with a file of its own.
batch_run run_scenarios(const suite& program, const std::filesystem::path& library,
                        const std::vector<scenarios::batch_entry>& batch, const failure_listener& goes_on,
                        const shared_file<scenarios::coverage>* counted = nullptr);

}  // namespace fearless::certifier
