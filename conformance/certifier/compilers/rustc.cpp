// SPDX-License-Identifier: MIT
#include "rustc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "files.hpp"
#include "process.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// Far more than rustc needs on an idle machine, since the machine may be busy.
constexpr std::chrono::seconds rustc_time_limit{120};

/// The primary place of a diagnostic: `file:line:column: `, or nothing.
std::string place_of(const json& diagnostic) {
  for (const json& span : diagnostic.value("spans", json::array()))
    if (span.value("is_primary", false))
      return fmt::format("{}:{}:{}: ", span.value("file_name", ""), span.value("line_start", 0),
                         span.value("column_start", 0));
  return "";
}

rust_error error_from(const json& diagnostic) {
  const json& code = diagnostic.at("code");
  rust_error made{.code = code.is_object() ? code.value("code", "") : "", .line = {}};
  std::string message = diagnostic.value("message", "");
  std::ranges::replace(message, '\n', ' ');
  const std::string bracketed = made.code.empty() ? "" : "[" + made.code + "]";
  made.line = fmt::format("{}error{}: {}", place_of(diagnostic), bracketed, message);
  return made;
}

/// Calls rustc for a crate of this name, to produce `form` in `folder`.
rust_answer ask(const rust_program& program, const std::string& name, std::vector<std::string> form,
                const fs::path& folder) {
  require_rustc(program.rustc);
  const fs::path by_linker = folder / "linker.d";
  std::vector<std::string> call{program.rustc, "--edition", "2021", "--error-format=json"};
  call.insert(call.end(), program.flags.begin(), program.flags.end());
  call.insert(call.end(), form.begin(), form.end());
  call.insert(call.end(), {"--crate-name", name, "--out-dir", folder.string(),
                           "-Clink-arg=-Wl,--dependency-file=" + by_linker.string(), program.file.string()});
  const outcome tool = run({.arguments = std::move(call),
                            .environment = {{"LC_ALL", "C"}, {"TMPDIR", folder.string()}},
                            .directory = program.directory,
                            .bounds = {.wall = rustc_time_limit, .processor = rustc_time_limit, .output = 16 << 20}});
  rust_answer answer{
      .accepted = tool.exit_code == 0, .timed_out = tool.timed_out, .errors = rust_errors(tool.output), .read = {}};
  answer.read.add_from(folder / (name + ".d"), program.directory);
  std::error_code absent;
  if (fs::exists(by_linker, absent)) answer.read.add_from(by_linker, program.directory);
  if (is_of_machine(tool)) answer.read.give_up();
  answer.read.forget_below(folder);
  return answer;
}

/// The first line that a rustc prints.
std::string first_line_of(const std::string& rustc, std::vector<std::string> arguments) {
  require_rustc(rustc);
  arguments.insert(arguments.begin(), rustc);
  const auto said = lines_of(
      run({.arguments = std::move(arguments), .environment = {}, .directory = {}, .bounds = {}}).standard_output);
  return said.empty() ? "" : said.front();
}

}  // namespace

const rust_error* rust_answer::error_with(std::string_view code) const {
  const auto found = std::ranges::find(errors, code, &rust_error::code);
  return found == errors.end() ? nullptr : &*found;
}

const rust_error* rust_answer::error_without(std::string_view code) const {
  const auto found = std::ranges::find_if(errors, [&](const rust_error& each) { return each.code != code; });
  return found == errors.end() ? nullptr : &*found;
}

std::vector<rust_error> rust_errors(std::string_view diagnostics) {
  std::vector<rust_error> placed, others;
  for (const std::string& line : lines_of(diagnostics)) {
    const json diagnostic = json::parse(line, nullptr, false);
    if (!diagnostic.is_object() || !diagnostic.contains("code")) continue;
    if (!diagnostic.value("level", "").starts_with("error")) continue;
    rust_error error = error_from(diagnostic);
    // rustc reports the number of errors as one more error, without a place.
    const bool is_of_program = !error.code.empty() || !diagnostic.value("spans", json::array()).empty();
    (is_of_program ? placed : others).push_back(std::move(error));
  }
  return placed.empty() ? others : placed;
}

rust_answer try_rustc(const rust_program& program) {
  const scratch_folder folder;
  return ask(program, program_name, {"--emit=metadata,dep-info"}, folder.path());
}

rust_answer build_with_rustc(const rust_program& program, const fs::path& folder) {
  return ask(program, program_name, {"--emit=link,dep-info"}, folder);
}

rust_answer build_crate(const rust_program& root, const std::string& name, const fs::path& folder) {
  return ask(root, name, {"--emit=link,dep-info", "--crate-type", "rlib"}, folder);
}

std::string release_of_rustc(const std::string& rustc) {
  return first_line_of(rustc, {"--version"});
}

fs::path sysroot_of(const std::string& rustc) {
  return first_line_of(rustc, {"--print", "sysroot"});
}

}  // namespace fearless::certifier
