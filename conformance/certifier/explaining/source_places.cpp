// SPDX-License-Identifier: MIT
#include "source_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "bounded_file.hpp"
#include "containment.hpp"
#include "error.hpp"
#include "files.hpp"
#include "printable.hpp"
#include "process.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// Whether the file is a header of the standard library or of the compiler, and not the implementation's.
bool is_of_language(std::string_view file) {
  return file.empty() || file.starts_with("/usr/include/") || file.starts_with("/usr/lib/") ||
         (file.starts_with("/rustc/") && file.contains("/library/core/"));
}

/// Whether the name is that of source code: what the debug information of a library names may be any file.
bool is_source(const fs::path& file) {
  constexpr std::array endings{".c",   ".cc", ".cpp", ".cxx", ".h",   ".hh",    ".hpp", ".hxx", ".ipp",
                               ".inl", ".rs", ".go",  ".d",   ".zig", ".swift", ".m",   ".mm"};
  return std::ranges::find(endings, file.extension().string()) != endings.end();
}

/// Reads single lines of source files.
class code_reader {
 public:
  explicit code_reader(fs::path root) : root_(std::move(root)) {}

  /// Empty if the line can't be read.
  std::string line_of(const std::string& file, std::uint64_t line) {
    constexpr std::size_t most_bytes = 160;
    const auto& lines = lines_of_file(file);
    if (line == 0 || line > lines.size()) return {};
    std::string_view text = lines[line - 1];
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
    return printable(text, most_bytes);
  }

 private:
  const std::vector<std::string>& lines_of_file(const std::string& file) {
    const auto [found, is_new] = files_.try_emplace(file);
    if (is_new && is_source(file)) try {
        constexpr std::uint64_t most_bytes = 4 << 20;
        found->second = lines_of(read_bounded(root_ / file, most_bytes));
      } catch (const user_error&) {  // the source need not be on this machine
      }
    return found->second;
  }

  fs::path root_;
  std::map<std::string, std::vector<std::string>> files_;
};

/// From the project's root where it is inside.
std::string shortened(const std::string& file, const fs::path& root) {
  const fs::path normal = fs::path(file).lexically_normal();
  const fs::path inside = normal.lexically_relative(root.lexically_normal());
  return printable(inside.empty() || *inside.begin() == ".." ? normal.string() : inside.string());
}

source_place place_from(const json& answer, const fs::path& root, code_reader& reader) {
  for (const json& frame : answer.value("Symbol", json::array())) {
    const std::string file = frame.value("FileName", "");
    const auto line = frame.value("Line", std::uint64_t{0});  // 0 for code that the compiler made
    if (line == 0 || is_of_language(fs::path(file).lexically_normal().string())) continue;
    source_place found{.file = shortened(file, root), .line = line, .column = frame.value("Column", std::uint64_t{0})};
    found.code = reader.line_of(found.file, found.line);
    return found;
  }
  return {};
}

std::string asked_for(const code_address& at) {
  return fmt::format("\"{}\" {:#x}", at.file, at.offset);
}

}  // namespace

std::string source_place::in_short() const {
  return is_known() ? fmt::format("{}:{}", fs::path(file).filename().string(), line) : "";
}

source_places find_places(const std::set<code_address>& addresses, const fs::path& root) try {
  const auto program = find_program(tools::symbolizer.program);
  if (!program || addresses.empty()) return {};
  const scratch_folder scratch;
  command symbolizer{.arguments = {program->string(), "--output-style=JSON"},
                     .environment = {},
                     .directory = scratch.path(),
                     .bounds = {}};
  constexpr std::size_t most_output = 16 << 20;
  symbolizer.bounds.output = most_output;
  if (containment_here().is_possible) symbolizer.box = box{.folder = scratch.path(), .files = {}};
  for (const code_address& each : addresses) symbolizer.arguments.push_back(asked_for(each));
  const json answers = json::parse(run(symbolizer).standard_output);
  code_reader reader(root);
  source_places places;
  auto answer = answers.begin();
  for (const code_address& each : addresses)
    if (answer != answers.end()) places[each] = place_from(*answer++, root, reader);
  return places;
} catch (const json::exception&) {  // what the symbolizer says of a strange library
  return {};
}

source_place place_in(const std::vector<code_address>& frames, const source_places& places) {
  for (const code_address& each : frames)
    if (const auto found = places.find(each); found != places.end() && found->second.is_known()) return found->second;
  return {};
}

}  // namespace fearless::certifier
