// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "scenario_run.hpp"
#include "scenarios/observed.hpp"

namespace fearless::certifier {

/// An execution of a scenario that broke a claim, with what its threads did.
struct repeated_execution {
  std::shared_ptr<scenarios::recording> recorded;
  std::shared_ptr<const scenarios::scenario> of;
  scenarios::observed_execution seen;
  scenario_failure failed;
};

/// Executes a batch again until its last scenario breaks a claim. Returns none where it does not: the schedule of
/// threads that run freely is not repeated. Blocks. Errors: `user_error`, `interrupted`.
std::optional<repeated_execution> repeat(const suite& program, const std::filesystem::path& library,
                                         const std::vector<scenarios::batch_entry>& batch);

}  // namespace fearless::certifier
