// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace fearless::certifier {

/// The exit code of a process that the race detector ended.
inline constexpr int detector_exit_code = 66;

/// Whether reports of the race detector name functions and lines, which costs a tenth of a second for each report.
enum class report_names { wanted, unwanted };

/// The environment that has the race detector stop at its first report and write it to files `report.*` in `scratch`.
std::map<std::string, std::string> detector_environment(const std::filesystem::path& source,
                                                        const std::filesystem::path& scratch, report_names names);

/// What the detector wrote into that folder; empty where it had nothing to say.
std::string detector_log(const std::filesystem::path& scratch);

}  // namespace fearless::certifier
