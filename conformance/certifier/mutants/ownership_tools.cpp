// SPDX-License-Identifier: MIT
#include "ownership_tools.hpp"

#include <fmt/format.h>

#include <regex>

#include "error.hpp"
#include "implementation.hpp"
#include "ownership_check.hpp"
#include "parallel.hpp"
#include "process.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The check of clang-tidy that is part of the ownership check.
constexpr const char* tidy_check = "bugprone-use-after-move";

outcome run_compiler(std::vector<std::string> arguments, const fs::path& directory) {
  constexpr std::chrono::seconds tool_time_limit{120};
  return run({.arguments = std::move(arguments),
              .environment = {{"LC_ALL", "C"}},
              .directory = directory,
              .bounds = {.wall = tool_time_limit, .processor = tool_time_limit}});
}

void must_compile(const outcome& compiled, std::string_view what) {
  if (compiled.exit_code == 0) return;
  const auto lines = lines_of(compiled.output);
  throw user_error(fmt::format("{} does not compile: {}", what, lines.empty() ? "" : lines.front()));
}

}  // namespace

std::string_view name(ownership_tool tool) {
  switch (tool) {
    case ownership_tool::clang:
      return "clang";
    case ownership_tool::clang_tidy:
      return "clang-tidy";
    case ownership_tool::gcc:
      return "g++";
    case ownership_tool::rustc:
      return "rustc";
  }
  return "";
}

std::string code_of(std::string_view output) {
  static const std::regex ours(R"(fearless\[[a-z-]+\])"), warning(R"(\[(-Werror[,=])?(-W)?([a-z0-9+=-]+)\]$)");
  for (const std::string& line : lines_of(output)) {
    const auto at = line.find("error: ");
    if (at == line.npos) continue;
    std::smatch found;
    if (std::regex_search(line, found, ours)) return found[0];
    if (std::regex_search(line, found, warning) && found[1].matched) return "-W" + found[3].str();
    return "";
  }
  return "";
}

ownership_toolset::ownership_toolset(const paths& where, const std::vector<fs::path>& programs, bool with_rust)
    : where_(where) {
  for (const tool& each : {tools::clang, tools::clang_tidy, tools::gcc}) require(each);
  const implementation reference = load_implementation(where.build, "reference");
  bindings_ = precompiled_bindings_of(bindings_of(reference));
  if (!bindings_->answer().accepted)
    throw user_error("the reference's <native.hpp> does not compile; run fearless certify --only compile-time");

  write_text(folder_.path() / "native_bindings.hpp", "#include <native.hpp>\n");
  std::vector<std::string> call = call_of_gcc();
  call.insert(call.end(), {"-x", "c++-header", "native_bindings.hpp", "-o", "native_bindings.hpp.gch"});
  must_compile(run_compiler(std::move(call), folder_.path()), "with g++, the reference's <native.hpp>");

  std::vector<unit_program> all;
  for (const fs::path& each : programs) all.push_back({.file = each, .number = static_cast<int>(all.size())});
  run_all(2, job_count(0), [&](std::size_t i) {
    if (i == 0)
      tidy_ = ask_tidy_together(all);
    else
      twins_of_gcc_ = ask_gcc_together(all);
  });

  if (!with_rust) return;
  const fs::path crate = where.source / "impl" / "rust-std" / "native" / "native.rs";
  rust_bindings_ = rust_bindings_of({.include = {}, .flags = {}, .replacement = {}, .crate = crate});
  if (!rust_bindings_->answer().accepted) throw user_error(crate.string() + " does not compile");
}

checked_program ownership_toolset::checked(const asked_program& program) const {
  checked_program made = bindings_->program(where_.source, program.file);
  if (program.is_twin) made.flags.emplace_back("-DACCEPTED");
  return made;
}

tool_answer ownership_toolset::ask_clang(const asked_program& program) const {
  const ownership_answer answer = check_ownership(checked(program), "-Wall");
  if (answer.accepted) return {};
  const bool as_expected = !program.expected.empty() && answer.error_with(program.expected) != nullptr;
  const std::string code = as_expected ? program.expected : code_of(fmt::format("{}", fmt::join(answer.errors, "\n")));
  return {.rejects = true, .code = code.substr(0, code.find(' '))};
}

/// Other errors than those of the check do not matter: clang is asked about them.
unit_answers ownership_toolset::ask_tidy_together(const std::vector<unit_program>& programs) const {
  const scratch_folder folder;
  const auto call = [&](const fs::path& unit) {
    checked_program asked = bindings_->program(where_.source, unit);
    asked.flags.emplace_back("-ferror-limit=0");
    return check_ownership(asked, tidy_check);
  };
  const auto meaning = [](const std::string& error) {
    return error.find(tidy_check) != std::string::npos ? error_meaning::answer : error_meaning::none;
  };
  return ask_about_unit(
      {.folder = folder.path(), .directory = where_.source, .which = half::rejected, .call = call, .meaning = meaning},
      programs);
}

unit_answers ownership_toolset::ask_gcc_together(const std::vector<unit_program>& programs) const {
  const scratch_folder folder;
  const auto call = [&](const fs::path& unit) {
    std::vector<std::string> asked = call_of_gcc_for_program();
    asked.insert(asked.end(), {"-c", "-o", "/dev/null", unit.string()});
    return ask_tool(std::move(asked), where_.source);
  };
  return ask_about_unit({.folder = folder.path(),
                         .directory = where_.source,
                         .which = half::accepted,
                         .call = call,
                         .meaning = [](const std::string&) { return error_meaning::exclusion; }},
                        programs);
}

tool_answer ownership_toolset::ask_tidy(const asked_program& program) const {
  const auto known = tidy_.find(program.file);
  const ownership_answer answer =
      !program.is_twin && known != tidy_.end() ? known->second : check_ownership(checked(program), tidy_check);
  if (answer.error_with(tidy_check) == nullptr) return {};
  return {.rejects = true, .code = tidy_check};
}

std::vector<std::string> ownership_toolset::call_of_gcc() const {
  std::vector<std::string> call{
      tools::gcc.program,           "-std=c++23", "-Wall", "-Werror", "-O2", "-pthread", "-fdiagnostics-color=never",
      "-fno-diagnostics-show-caret"};
  const std::vector<std::string> flags = bindings_->program(where_.source, where_.source).flags;
  call.insert(call.end(), flags.begin(), flags.end());
  return call;
}

std::vector<std::string> ownership_toolset::call_of_gcc_for_program() const {
  std::vector<std::string> call = call_of_gcc();
  call.insert(call.end(), {"-include", (folder_.path() / "native_bindings.hpp").string()});
  return call;
}

/// Compiles in full what passes without optimisation: g++ gives some warnings only when it optimises.
tool_answer ownership_toolset::ask_gcc(const asked_program& program) const {
  if (program.is_twin && twins_of_gcc_.contains(program.file)) return {};
  std::vector<std::string> call = call_of_gcc_for_program();
  if (program.is_twin) call.emplace_back("-DACCEPTED");
  for (const bool in_full : {false, true}) {
    std::vector<std::string> asked = call;
    if (in_full)
      asked.insert(asked.end(), {"-c", "-o", "/dev/null"});
    else
      asked.emplace_back("-fsyntax-only");
    asked.push_back(program.file.string());
    const outcome done = run_compiler(std::move(asked), where_.source);
    if (done.exit_code != 0) return {.rejects = true, .code = code_of(done.output)};
  }
  return {};
}

tool_answer ownership_toolset::ask_rustc(const asked_program& program) const {
  rust_program made = rust_bindings_->program(where_.source, program.file);
  if (program.is_twin) made.flags.insert(made.flags.end(), {"--cfg", "accepted"});
  const rust_answer answer = try_rustc(made);
  if (answer.accepted) return {};
  return {.rejects = true, .code = answer.errors.empty() ? "" : answer.errors.front().code};
}

tool_answer ownership_toolset::ask(ownership_tool tool, const asked_program& program) const {
  switch (tool) {
    case ownership_tool::clang:
      return ask_clang(program);
    case ownership_tool::clang_tidy:
      return ask_tidy(program);
    case ownership_tool::gcc:
      return ask_gcc(program);
    case ownership_tool::rustc:
      return ask_rustc(program);
  }
  return {};
}

}  // namespace fearless::certifier
