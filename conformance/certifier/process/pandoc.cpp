// SPDX-License-Identifier: MIT
#include "pandoc.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "error.hpp"
#include "files.hpp"
#include "process.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

std::vector<std::string> chapter_files(const fs::path& source) {
  std::vector<std::string> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(source / "spec", absent))
    if (entry.path().extension() == ".md" && entry.path().stem() != "index")
      files.push_back("spec/" + entry.path().filename().string());
  if (files.empty())
    throw user_error(
        fmt::format("no chapters in {}: give the project's root with --source", (source / "spec").string()));
  std::ranges::sort(files);
  constexpr const char* glossary = "docs/glossary.md";
  if (fs::exists(source / glossary)) files.emplace_back(glossary);
  return files;
}

std::string run_pandoc(const fs::path& source, std::vector<std::string> arguments,
                       const std::map<std::string, std::string>& environment) {
  require(tools::pandoc);
  arguments.insert(arguments.begin(), tools::pandoc.program);
  const outcome pandoc = run({.arguments = arguments,
                              .environment = environment,
                              .directory = source,
                              .bounds = {.wall = std::chrono::seconds(60), .output = 64 << 20}});
  if (pandoc.exit_code == 0) return pandoc.standard_output;
  std::string said = pandoc.timed_out ? "did not end within a minute" : "it printed no reason";
  for (const std::string& line : lines_of(pandoc.output)) {
    if (line.starts_with("stack traceback:")) break;  // of a filter: only the message before it helps
    if (!line.empty()) said = line;
  }
  throw user_error(
      fmt::format("pandoc failed: {}; run `{}` at {} to see more", said, fmt::join(arguments, " "), source.string()));
}

}  // namespace fearless::certifier
