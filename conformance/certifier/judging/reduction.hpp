// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/batch.hpp"
#include "search.hpp"
#include "suite.hpp"

namespace fearless::certifier {

/// A finding that was reduced, and what a process executes to show it.
struct reduced_finding {
  scenario_finding found;
  std::vector<scenarios::batch_entry> before{};  ///< scenarios that have to be executed first; most need none

  /// All that is executed.
  [[nodiscard]] std::vector<scenarios::batch_entry> batch() const;
};

/// Reduces a finding to fewer threads, objects and steps that break the same claim. If it rests on what the process
/// executed before, that is reduced as well. What is left breaks the claim in a process of its own, unless the finding
/// itself does not. Blocks: for some seconds. Errors: `user_error`, `interrupted`. Thread safety: several at once.
reduced_finding reduced(const suite& program, const std::filesystem::path& library, const scenario_finding& found);

/// Executes what is left of a finding once. Returns whether it breaks the claim in the same way. Blocks. Errors:
/// `user_error`, `interrupted`.
bool breaks_again(const suite& program, const std::filesystem::path& library, const reduced_finding& reduced);

/// The text of a file that repeats a finding's execution, with `fearless search --replay`.
std::string replay_text(const reduced_finding& reduced);

}  // namespace fearless::certifier
