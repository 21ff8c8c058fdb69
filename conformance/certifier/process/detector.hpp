// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fearless::certifier {

/// Exit code of a process that the race detector stopped.
inline constexpr int detector_exit_code = 66;

/// Whether reports of the race detector name functions and lines. Naming them takes a tenth of a second a report.
enum class report_names { wanted, unwanted };

/// The environment in which the race detector stops at its first report and writes it to files `report.*` in `scratch`.
std::map<std::string, std::string> detector_environment(const std::filesystem::path& source,
                                                        const std::filesystem::path& scratch, report_names names);

/// What lies in that folder under the names of reports.
struct detector_log {
  std::string text{};                  ///< of all reports; empty if there are none
  std::vector<std::string> strange{};  ///< the names of what the detector can't have made: links, folders, huge files
};

/// Reads it. What a judged program put there is neither followed nor waited for.
detector_log read_detector_log(const std::filesystem::path& scratch);

}  // namespace fearless::certifier
