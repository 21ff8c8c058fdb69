// SPDX-License-Identifier: MIT
#include "combined_unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The errors of each program. Nothing if the answer can't be attributed: an error is in a header that they share, or
/// the tool did not complete.
std::optional<std::map<fs::path, std::vector<std::string>>> errors_by_file(const ownership_answer& whole,
                                                                           const unit_question& question,
                                                                           const std::vector<unit_program>& programs) {
  const bool failed_silently = !whole.accepted && whole.errors.empty();
  if (!whole.completed || failed_silently) return std::nullopt;
  std::map<fs::path, std::vector<std::string>> errors;
  for (const unit_program& each : programs) errors[each.file];
  for (const std::string& error : whole.errors) {
    if (question.meaning(error) == error_meaning::none) continue;
    const auto of = std::ranges::find_if(programs, [&](const unit_program& each) {
      return error.starts_with(each.file.lexically_relative(question.directory).string() + ":");
    });
    if (of == programs.end()) return std::nullopt;
    errors[of->file].push_back(error);
  }
  return errors;
}

/// The files that the tool read for one of the programs, without the others.
files_read read_for(const unit_program& program, const files_read& whole, const std::vector<unit_program>& programs) {
  files_read read = whole;
  for (const unit_program& each : programs)
    if (each.file != program.file) read.forget(each.file);
  return read;
}

unit_answers split(const ownership_answer& whole, const std::map<fs::path, std::vector<std::string>>& errors,
                   const std::vector<unit_program>& programs) {
  unit_answers answers;
  for (const unit_program& each : programs) {
    const auto& own = errors.at(each.file);
    answers[each.file] = {.accepted = own.empty(),
                          .completed = true,
                          .output = fmt::format("{}", fmt::join(own, "\n")),
                          .errors = own,
                          .read = read_for(each, whole.read, programs)};
  }
  return answers;
}

/// The lines of a diagnostic: an error or a warning, and the notes after it.
using diagnostic = std::vector<std::string>;

std::vector<diagnostic> diagnostics_in(const std::string& output) {
  std::vector<diagnostic> found;
  for (const std::string& line : lines_of(output)) {
    const bool begins = line.find(": error: ") != std::string::npos || line.find(": warning: ") != std::string::npos;
    if (begins) found.emplace_back();
    if (!found.empty()) found.back().push_back(line);
  }
  return found;
}

/// The only program that a diagnostic names, or null.
const unit_program* program_of(const diagnostic& of, const std::vector<unit_program>& programs,
                               const fs::path& directory) {
  const unit_program* only = nullptr;
  for (const unit_program& each : programs) {
    const std::string place = each.file.lexically_relative(directory).string() + ":";
    if (std::ranges::none_of(of, [&](const std::string& line) { return line.starts_with(place); })) continue;
    if (only != nullptr) return nullptr;
    only = &each;
  }
  return only;
}

bool has_code(const std::string& error) {
  return error.find("fearless[") != std::string::npos || error.find("[-W") != std::string::npos;
}

}  // namespace

std::string text_of_unit(const std::vector<unit_program>& programs, half which) {
  std::string text = which == half::accepted ? "#define ACCEPTED\n" : "";
  // A header must not be read inside a namespace, so the headers of all programs come first.
  std::set<std::string> seen;
  for (const unit_program& each : programs)
    for (const std::string& line : lines_of(read_text(each.file)))
      if (line.starts_with("#include ") && seen.insert(line).second) text += line + "\n";
  std::string calls;
  for (const unit_program& each : programs) {
    text += fmt::format("namespace program_{} {{\n#include \"{}\"\n}}\n", each.number, each.file.string());
    if (each.has_main) calls += fmt::format("    case {0}:\n      return program_{0}::main();\n", each.number);
  }
  return text + fmt::format(
                    "#include <cstdlib>\nint main(int, char** arguments) {{\n  switch (std::atoi(arguments[1])) {{\n"
                    "{}    default:\n      return 2;\n  }}\n}}\n",
                    calls);
}

unit_answers ask_about_unit(const unit_question& question, std::vector<unit_program> programs) {
  const fs::path unit = question.folder / (question.which == half::accepted ? "accepted.cpp" : "rejected.cpp");
  for (int attempts = 2; attempts > 0 && programs.size() > 1; --attempts) {
    write_text(unit, text_of_unit(programs, question.which));
    ownership_answer whole = question.call(unit);
    whole.read.forget_below(question.folder);
    const auto errors = errors_by_file(whole, question, programs);
    if (!errors) return {};
    const auto is_excluded = [&](const unit_program& each) {
      return std::ranges::find(errors->at(each.file), error_meaning::exclusion, question.meaning) !=
             errors->at(each.file).end();
    };
    if (std::ranges::none_of(programs, is_excluded)) return split(whole, *errors, programs);
    std::erase_if(programs, is_excluded);
  }
  return {};
}

unit_answers rejections_in(const ownership_answer& whole, const std::vector<unit_program>& programs,
                           const fs::path& directory) {
  unit_answers rejected;
  if (!whole.completed) return rejected;
  std::set<fs::path> unclear;
  for (const diagnostic& each : diagnostics_in(whole.output)) {
    if (each.front().find(": error: ") == std::string::npos) continue;
    const unit_program* of = program_of(each, programs, directory);
    if (of == nullptr) continue;
    if (!has_code(each.front())) unclear.insert(of->file);
    ownership_answer& answer = rejected[of->file];
    if (answer.errors.empty())
      answer = {.completed = true, .output = {}, .errors = {}, .read = read_for(*of, whole.read, programs)};
    answer.errors.push_back(each.front());
    answer.output += fmt::format("{}\n", fmt::join(each, "\n"));
  }
  for (const fs::path& each : unclear) rejected.erase(each);
  return rejected;
}

}  // namespace fearless::certifier
