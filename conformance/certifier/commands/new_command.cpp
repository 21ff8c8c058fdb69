// SPDX-License-Identifier: MIT
#include "new_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "implementation.hpp"
#include "printable.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The folder of templates, one for each language.
fs::path templates(const fs::path& source) {
  return source / "conformance" / "templates";
}

std::vector<std::string> languages(const fs::path& source) {
  std::vector<std::string> names;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(templates(source), absent))
    if (entry.is_directory()) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

/// What stands in a template for a word that is known only here.
using marks = std::map<std::string, std::string>;

marks marks_for(const std::string& name) {
  std::string c_compiler = tools::clang.program;
  if (const auto plus = c_compiler.find("++"); plus != std::string::npos) c_compiler.erase(plus, 2);
  return {{"@NAME@", name}, {"@CLANG@", c_compiler}, {"@CLANG++@", tools::clang.program}};
}

std::string filled_in(std::string text, const marks& words) {
  for (const auto& [mark, word] : words)
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + word.size()))
      text.replace(at, mark.size(), word);
  return text;
}

/// A temporary folder beside its final place, removed with this object unless `finish` moved it there.
class staged_folder {
 public:
  explicit staged_folder(const fs::path& place)
      : place_(place), path_(fmt::format("{}.{}.new", place.string(), ::getpid())) {}
  ~staged_folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  staged_folder(const staged_folder&) = delete;
  staged_folder& operator=(const staged_folder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }
  void finish() const { fs::rename(path_, place_); }

 private:
  fs::path place_, path_;
};

/// Copies the files of a folder without its tests and build output, with the marks filled in.
void copy_files(const fs::path& from, const fs::path& to, const marks& words) {
  for (auto each = fs::recursive_directory_iterator(from); each != fs::recursive_directory_iterator(); ++each) {
    if (each->path().filename() == "target" || each->path().filename() == "tests") each.disable_recursion_pending();
    if (each->is_regular_file())
      write_text(to / each->path().lexically_relative(from), filled_in(read_text(each->path()), words));
  }
}

/// The commands in the README.md of a template.
std::vector<std::string> commands_in(const std::string& readme) {
  std::vector<std::string> commands;
  bool in_commands = false;
  for (const std::string& line : lines_of(readme)) {
    if (line.starts_with("```"))
      in_commands = line == "```sh";
    else if (in_commands)
      commands.push_back(line);
  }
  return commands;
}

void require_new(const new_options& options, const std::vector<std::string>& known) {
  if (!is_implementation_name(options.name))
    throw user_error(
        fmt::format("`{}` is not a valid name: use a-z, 0-9 and -, at most 100 of them", printable(options.name, 200)));
  if (std::ranges::find(known, options.language) == known.end())
    throw user_error(fmt::format("unknown language {}: known are {}", options.language, fmt::join(known, ", ")));
  if (fs::exists(fs::symlink_status(options.name)))
    throw user_error(fmt::format("{} already exists: choose another name, or run this in another folder",
                                 fs::absolute(options.name).string()));
}

}  // namespace

int write_new(const fs::path& source, const new_options& options) {
  require_new(options, languages(source));
  const fs::path from = templates(source) / options.language;
  // Files that the language's own tools need in the project, wherever Fearless is installed.
  const fs::path kit = source / "impl" / "port" / options.language;
  const staged_folder fresh(fs::absolute(options.name));
  std::vector<std::string> commands;
  try {
    const marks words = marks_for(options.name);
    copy_files(from, fresh.path(), words);
    if (fs::is_directory(kit)) copy_files(kit, fresh.path() / "fearless-port", words);
    commands = commands_in(read_text(fresh.path() / "README.md"));
    fresh.finish();
  } catch (const fs::filesystem_error& failed) {
    throw user_error(fmt::format("can't write the folder {}: {}; run this in a folder that you can write to",
                                 fs::absolute(options.name).string(), failed.code().message()));
  }
  fmt::print("Wrote {}/. Next:\n\n  cd {}\n", options.name, options.name);
  for (const std::string& command : commands) fmt::print("  {}\n", command);
  return 0;
}

}  // namespace fearless::certifier
