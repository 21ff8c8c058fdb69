// SPDX-License-Identifier: MIT
#include "compile_time_finding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "files.hpp"
#include "header_comment.hpp"
#include "process.hpp"

namespace fearless::certifier {

finding failed_finding(std::string expected, std::string seen, const std::vector<std::string>& errors) {
  constexpr std::size_t shown_errors = 4;
  finding made{verdict::fail, {"expected: " + std::move(expected), "seen: " + std::move(seen)}};
  const auto shown = static_cast<std::ptrdiff_t>(std::min(errors.size(), shown_errors));
  made.details.insert(made.details.end(), errors.begin(), errors.begin() + shown);
  return made;
}

std::optional<std::string> needed_type(const case_file& of) {
  const auto field = find_header_field(read_text(of.file), "Needs");
  return field ? std::optional(field->value) : std::nullopt;
}

finding finding_without(const std::string& type) {
  return {verdict::unsupported, {fmt::format("the native bindings have no {}", type)}};
}

finding judge_program(const std::vector<std::string>& command, const std::filesystem::path& folder,
                      const std::string& expected) {
  const outcome ran = run({.arguments = command, .environment = {}, .directory = folder, .bounds = {}});
  if (ran.exit_code == 0) return {verdict::pass, {}};
  finding failed =
      failed_finding(expected, ran.timed_out   ? "the twin did not end"
                               : ran.exit_code ? fmt::format("the twin ended with exit code {}", *ran.exit_code)
                                               : fmt::format("the twin ended by signal {}", ran.signal.value_or(0)));
  if (ran.timed_out) failed.seen = verdict::timeout;
  if (is_of_machine(ran)) failed.read.give_up();
  return failed;
}

finding with_files_read(const case_file& of, files_read of_bindings, const std::filesystem::path& scratch,
                        const std::function<finding(files_read&)>& judge) {
  files_read read = std::move(of_bindings);
  finding found = judge(read);
  found.read.add(read);
  found.read.forget_below(scratch);
  found.read.add(of.file);
  return found;
}

}  // namespace fearless::certifier
