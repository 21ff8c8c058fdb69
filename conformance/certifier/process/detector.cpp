// SPDX-License-Identifier: MIT
#include "detector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "bounded_file.hpp"
#include "error.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// A path in the syntax of the detector's options: in quotation marks that the path does not contain. Errors:
/// `user_error` if it contains both kinds.
std::string quoted(const fs::path& file) {
  const bool has_single = file.string().find('\'') != std::string::npos;
  if (has_single && file.string().find('"') != std::string::npos)
    throw user_error(fmt::format(
        "{}: the race detector takes no path with both kinds of quotation marks: set TMPDIR to another folder",
        file.string()));
  const char mark = has_single ? '"' : '\'';
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

detector_log read_detector_log(const fs::path& scratch) {
  constexpr std::size_t most_bytes = 1 << 20, most_reports = 1000;
  std::vector<std::string> reports;
  std::error_code failed;
  for (auto each = fs::directory_iterator(scratch, failed); !failed && each != fs::directory_iterator();
       each.increment(failed))
    if (each->path().filename().string().starts_with("report.") && reports.size() < most_reports)
      reports.push_back(each->path().filename());
  std::ranges::sort(reports);
  detector_log log;
  for (const std::string& report : reports) {
    const auto found = read_left(scratch, report, most_bytes - log.text.size());
    if (found && found->is_strange)
      log.strange.push_back(report);
    else if (found)
      log.text += found->text.substr(0, most_bytes - log.text.size());
  }
  return log;
}

}  // namespace fearless::certifier
