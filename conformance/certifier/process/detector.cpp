// SPDX-License-Identifier: MIT
#include "detector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "files.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// A path in the syntax of the detector's options: in quotation marks that the path does not contain.
std::string quoted(const fs::path& file) {
  const char mark = file.string().find('\'') == std::string::npos ? '\'' : '"';
  return mark + file.string() + mark;
}

}  // namespace

std::map<std::string, std::string> detector_environment(const fs::path& source, const fs::path& scratch,
                                                        report_names names) {
  // The detector must not handle signals, so that a crash looks the same in both builds. It must not wait at the exit:
  // a process may end while threads are running.
  std::string options = fmt::format(
      "halt_on_error=1:exitcode={}:log_path={}:detect_deadlocks=0:atexit_sleep_ms=0:"
      "handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigill=0:handle_sigfpe=0",
      detector_exit_code, quoted(scratch / "report"));
  const fs::path suppressions = source / "tsan" / "suppressions.txt";
  std::error_code absent;
  if (fs::exists(suppressions, absent)) options += fmt::format(":suppressions={}", quoted(suppressions));
  static const auto symbolizer = find_program(tools::symbolizer.program);
  if (names == report_names::wanted && symbolizer)
    options += fmt::format(":external_symbolizer_path={}", quoted(*symbolizer));
  else
    options += ":symbolize=0";
  return {{"TSAN_OPTIONS", options}};
}

std::string detector_log(const fs::path& scratch) {
  std::vector<fs::path> reports;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(scratch, absent))
    if (entry.path().filename().string().starts_with("report.")) reports.push_back(entry.path());
  std::ranges::sort(reports);
  std::string log;
  for (const auto& report : reports) log += read_text(report);
  return log;
}

}  // namespace fearless::certifier
