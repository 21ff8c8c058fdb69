// SPDX-License-Identifier: MIT
#include "ownership_check.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "code_text.hpp"
#include "files.hpp"
#include "process.hpp"
#include "system_folder.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Twenty times what a compiler needs on an idle machine, since the machine may be busy.
constexpr std::chrono::seconds compiler_time_limit{120};

bool carries(const std::string& line, std::string_view code) {
  if (code.starts_with("fearless[")) return line.find(code) != std::string::npos;
  // The name of a warning is in brackets at the end of the line, as in `[-Werror,-Wconsumed]` or
  // `[check,-warnings-as-errors]`.
  for (const char before : {'[', ','})
    for (const char after : {']', ','})
      if (line.find(before + std::string(code) + after, line.rfind('[')) != std::string::npos) return true;
  return false;
}

std::vector<std::string> error_lines(const std::string& output) {
  static const std::regex error(R"(((\S[^:]*:\d+:\d+: )?(fatal )?error: |(\S*ld(\.\S+)?|clang\+*-?\d*): error: ).*)");
  std::vector<std::string> errors;
  for (std::string& line : lines_of(output))
    if (std::regex_match(line, error) || line.find("undefined reference to") != std::string::npos)
      errors.push_back(std::move(line));
  return errors;
}

/// The compiler's command line for a program, without what to produce.
std::vector<std::string> call_of_compiler(const checked_program& program) {
  require(tools::clang);
  std::vector<std::string> call = ownership_compiler();
  call.insert(call.end(), {"-pthread", "-Qunused-arguments", "-fno-color-diagnostics", "-fno-caret-diagnostics"});
  call.insert(call.end(), program.flags.begin(), program.flags.end());
  if (program.precompiled) call.insert(call.end(), {"-include-pch", program.precompiled->string()});
  return call;
}

ownership_answer ask_tidy(const checked_program& program, std::string_view check) {
  require(tools::clang_tidy);
  std::vector<std::string> call{tools::clang_tidy.program, "--quiet", "--config={}",
                                "--checks=-*," + std::string(check), "--warnings-as-errors=*",
                                // Of the included files only programs, which a combined unit includes.
                                "--header-filter=\\.cpp$", program.file.string(), "--"};
  const std::vector<std::string> compiler = call_of_compiler(program);
  call.insert(call.end(), compiler.begin() + 1, compiler.end());
  return ask_tool(std::move(call), program.directory);
}

}  // namespace

const std::string* ownership_answer::error_with(std::string_view code) const {
  const auto found = std::ranges::find_if(errors, [&](const std::string& line) { return carries(line, code); });
  return found == errors.end() ? nullptr : &*found;
}

std::string diagnostic_code(std::string_view said) {
  constexpr std::array tidy_modules{"bugprone-", "clang-analyzer-", "concurrency-", "cppcoreguidelines-",
                                    "misc-",     "modernize-",      "performance-", "readability-"};
  const bool foreign = said.starts_with("fearless[") || said.starts_with("-W") ||
                       std::ranges::any_of(tidy_modules, [&](const char* module) { return said.starts_with(module); });
  return foreign ? std::string(said) : "fearless[" + std::string(said) + "]";
}

bool is_tidy_check(std::string_view code) {
  return !code.starts_with("fearless[") && !code.starts_with("-W");
}

std::vector<std::string> ownership_compiler() {
  return {tools::clang.program, "-std=c++23",       "-Wall",
          "-Werror=consumed",   "-Werror=dangling", "-Werror=return-stack-address"};
}

std::string without_folder(std::string text, const fs::path& folder) {
  const std::string prefix = folder.string() + "/";
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at)) text.erase(at, prefix.size());
  return text;
}

ownership_answer ask_tool(std::vector<std::string> arguments, const fs::path& directory, bool links) {
  const scratch_folder folder;
  const fs::path by_compiler = folder.path() / "compiler.d", by_linker = folder.path() / "linker.d";
  arguments.push_back("-Wp,-MD," + by_compiler.string());
  if (links) arguments.push_back("-Wl,--dependency-file=" + by_linker.string());
  const outcome tool = run({.arguments = std::move(arguments),
                            .environment = {{"LC_ALL", "C"}, {"TMPDIR", folder.path().string()}},
                            .directory = directory,
                            .bounds = {.wall = compiler_time_limit, .processor = compiler_time_limit}});
  // clang-tidy prints diagnostics to the standard output and their number to the standard error; clang prints
  // diagnostics to the standard error.
  const std::string said = without_folder(tool.standard_output.empty() ? tool.output : tool.standard_output, directory);
  ownership_answer answer{.accepted = tool.exit_code == 0,
                          .timed_out = tool.timed_out,
                          .completed = tool.exit_code.has_value(),
                          .output = said,
                          .errors = error_lines(said)};
  answer.read.add_from(by_compiler, directory);
  if (links && answer.accepted) answer.read.add_from(by_linker, directory);
  if (is_of_machine(tool)) answer.read.give_up();
  answer.read.forget_below(folder.path());
  return answer;
}

ownership_answer check_ownership(const checked_program& program, std::string_view code) {
  if (is_tidy_check(code)) return ask_tidy(program, code);
  std::vector<std::string> call = call_of_compiler(program);
  call.insert(call.end(), {"-fsyntax-only", program.file.string()});
  return ask_tool(std::move(call), program.directory);
}

ownership_answer build_checked(const checked_program& program, const fs::path& executable,
                               const std::vector<std::string>& libraries) {
  std::vector<std::string> call = call_of_compiler(program);
  // lld saves a third of the time.
  if (find_program("ld.lld")) call.emplace_back("-fuse-ld=lld");
  call.insert(call.end(), {program.file.string(), "-o", executable.string()});
  call.insert(call.end(), libraries.begin(), libraries.end());
  return ask_tool(std::move(call), program.directory, true);
}

std::map<std::string, std::string> macros_of(const checked_program& header, const fs::path& folder) {
  const fs::path preprocessed = folder / "macros";
  std::vector<std::string> call = call_of_compiler(header);
  call.insert(call.end(), {"-E", "-dD", "-x", "c++-header", header.file.string(), "-o", preprocessed.string()});
  if (!ask_tool(std::move(call), header.directory).accepted) return {};
  std::map<std::string, std::string> macros;
  bool is_own = false;
  for (const std::string& line : lines_of(read_text(preprocessed))) {
    constexpr std::string_view definition = "#define ";
    if (line.starts_with(definition) && is_own) {
      const std::vector<std::string> words = words_in(line);
      macros[words.at(1)] = line.substr(definition.size() + words.at(1).size());
    } else if (line.starts_with("# ")) {
      // Where the following lines come from: # NUMBER "FILE".
      const auto from = line.find('"') + 1;
      const std::string file = line.substr(from, line.find('"', from) - from);
      is_own = file != "<built-in>" && !is_of_system(header.directory / file);
    }
  }
  return macros;
}

ownership_answer precompile(const checked_program& header, const fs::path& precompiled) {
  std::vector<std::string> call = call_of_compiler(header);
  call.insert(call.end(),
              {"-fpch-instantiate-templates", "-x", "c++-header", header.file.string(), "-o", precompiled.string()});
  return ask_tool(std::move(call), header.directory);
}

}  // namespace fearless::certifier
