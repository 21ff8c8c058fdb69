// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "catalogue.hpp"
#include "implementation.hpp"
#include "terminal.hpp"
#include "waiver.hpp"

namespace fearless::certifier {

/// The waivers of a file, or none without a file. Errors: `user_error` if it can't be read, or names an unknown claim.
std::vector<waiver> waivers_in(const std::optional<std::filesystem::path>& file, const catalogue& claims);

/// Prints what the waivers of a file did to a run: how many failures are waived, which waivers are at fault, an entry
/// for each claim with further failures, and what the exit code says.
void print_waivers(const waiver_report&, const results& run, const std::filesystem::path& file, terminal& screen);

/// Checks the claims that are expected to fail. Errors: `user_error` for one that is unknown, or that the
/// implementation does not explain.
void require_explained(const std::vector<std::string>& expected, const implementation&, const catalogue& claims);

/// Prints what the expectations did to a run: how many failures were expected, which claims hold or fail otherwise than
/// is expected, and what the exit code says.
void print_expectations(const waiver_report&, terminal& screen);

}  // namespace fearless::certifier
