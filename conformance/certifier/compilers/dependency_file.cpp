// SPDX-License-Identifier: MIT
#include "dependency_file.hpp"

#include <string>

#include "files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The words of a rule. Within a word, a space is written `\ ` and a dollar `$$`.
std::vector<std::string> words_of(std::string_view rule) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < rule.size(); ++i) {
    const char next = i + 1 < rule.size() ? rule[i + 1] : '\0';
    const bool escaped = (rule[i] == '\\' && (next == ' ' || next == '#')) || (rule[i] == '$' && next == '$');
    if (escaped)
      words.back() += rule[++i];
    else if (rule[i] == ' ')
      words.emplace_back();
    else
      words.back() += rule[i];
  }
  std::erase(words, "");
  return words;
}

std::string with_lines_joined(std::string_view makefile) {
  std::string joined;
  for (std::size_t i = 0; i < makefile.size(); ++i) {
    const bool goes_on = makefile.substr(i).starts_with("\\\n");
    joined += goes_on ? ' ' : makefile[i];
    if (goes_on) ++i;
  }
  return joined;
}

}  // namespace

std::optional<std::vector<fs::path>> prerequisites(std::string_view makefile) {
  std::vector<fs::path> files;
  for (const std::string& line : lines_of(with_lines_joined(makefile))) {
    if (line.starts_with("# env-dep:")) return std::nullopt;
    if (line.starts_with('#')) continue;
    bool after_targets = false;
    for (const std::string& word : words_of(line)) {
      if (after_targets) files.emplace_back(word);
      after_targets = after_targets || word.ends_with(':');
    }
  }
  return files;
}

void files_read::add_from(const fs::path& dependency_file, const fs::path& directory) {
  std::error_code absent;
  const auto named = fs::exists(dependency_file, absent) ? prerequisites(read_text(dependency_file)) : std::nullopt;
  fs::remove(dependency_file, absent);
  known_ = known_ && named;
  if (!named) return;
  for (const fs::path& file : *named) add(directory / file);
}

void files_read::forget_below(const fs::path& folder) {
  const std::string prefix = folder.string() + "/";
  std::erase_if(files_, [&](const fs::path& file) { return file.string().starts_with(prefix); });
}

void files_read::add(const files_read& other) {
  files_.insert(other.files_.begin(), other.files_.end());
  known_ = known_ && other.known_;
}

}  // namespace fearless::certifier
