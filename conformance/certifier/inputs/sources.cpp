// SPDX-License-Identifier: MIT
#include "sources.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <regex>

#include "files.hpp"
#include "header_comment.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Whether a file belongs to the build or to an editor.
bool is_of_the_build(const std::string& name) {
  return name == "CMakeLists.txt" || name.starts_with('.');
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent))
    if (entry.is_regular_file() && !is_of_the_build(entry.path().filename())) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

source_language language_of(const fs::path& file) {
  return file.extension() == ".rs" ? source_language::rust : source_language::cpp;
}

/// A case may exist in both languages, so a Rust file keeps its extension in its name.
std::string name_of(const fs::path& file) {
  return language_of(file) == source_language::rust ? file.filename() : file.stem();
}

/// The method that a case's stem ends in.
std::optional<method> method_in(const std::string& stem) {
  const auto dot = stem.rfind('.');
  return dot == std::string::npos ? std::nullopt : method_named(stem.substr(dot + 1));
}

std::string owner_id(const catalogue& claims, const std::string& stem) {
  const claim* owner = claims.owner_of(stem);
  return owner != nullptr ? owner->id : "";
}

/// The verdict of that name if it can kill a mutant: it says that something went wrong, and does not depend on time.
verdict killing_verdict(std::string_view named) {
  constexpr std::array kill{verdict::fail,  verdict::race, verdict::deadlock,
                            verdict::crash, verdict::exit, verdict::invalid};
  const auto found = verdict_named(named);
  return found && std::ranges::find(kill, *found) != kill.end() ? *found : verdict::not_run;
}

/// The entries of a list that commas separate, without the white space around them; empty entries are left out.
std::vector<std::string> entries_of(std::string_view list) {
  constexpr std::string_view space = " \t";
  std::vector<std::string> entries;
  for (const auto part : std::views::split(list, ',')) {
    std::string_view entry(part.begin(), part.end());
    entry.remove_prefix(std::min(entry.find_first_not_of(space), entry.size()));
    entry = entry.substr(0, entry.find_last_not_of(space) + 1);
    if (!entry.empty()) entries.emplace_back(entry);
  }
  return entries;
}

/// A claim with the verdict that it names, `id (VERDICT)`, or with the mutant's.
expected_kill read_kill(const std::string& entry, verdict otherwise) {
  static const std::regex with_verdict(R"(([^\s(]+)\s*\(([A-Z]+)\))");
  std::smatch parts;
  if (std::regex_match(entry, parts, with_verdict)) return {.claim = parts[1], .by = killing_verdict(parts[2].str())};
  return {.claim = entry, .by = otherwise};
}

std::string value_of(const std::string& text, std::string_view field) {
  const auto found = find_header_field(text, field);
  return found ? found->value : "";
}

/// Takes the cases that the mutant names into account: a kill for each of them, in place of one by any of its claim's.
void require_cases(mutant_file& mutant, const std::vector<std::string>& cases, const catalogue& claims) {
  std::vector<expected_kill> kills;
  std::vector<std::string> stray = cases;
  for (const expected_kill& kill : mutant.kills) {
    const auto before = kills.size();
    for (const std::string& each : cases) {
      if (owner_id(claims, each) != kill.claim) continue;
      kills.push_back({.claim = kill.claim, .by = kill.by, .only_case = each});
      std::erase(stray, each);
    }
    if (kills.size() == before) kills.push_back(kill);
  }
  mutant.kills = std::move(kills);
  mutant.stray_cases = std::move(stray);
}

mutant_file read_mutant(const fs::path& file, const catalogue& claims) {
  const std::string text = read_text(file);
  mutant_file mutant{.file = file,
                     .name = name_of(file),
                     .description = value_of(text, "Mutant"),
                     .kills = {},
                     .replaces_bindings = file.extension() == ".hpp" || file.extension() == ".rs",
                     .schedule_matters = value_of(text, "Schedule") == "matters",
                     .missed_by_scenarios = value_of(text, "Scenarios"),
                     .language = language_of(file)};
  for (const std::string& entry : entries_of(value_of(text, "Breaks")))
    mutant.kills.push_back(read_kill(entry, killing_verdict(value_of(text, "Verdict"))));
  require_cases(mutant, entries_of(value_of(text, "Case")), claims);
  return mutant;
}

}  // namespace

std::vector<case_file> case_files(const fs::path& source, const catalogue& claims) {
  std::vector<case_file> cases;
  for (const fs::path& file : files_in(source / "conformance" / "claims")) {
    const std::string stem = file.stem();
    cases.push_back({.file = file,
                     .name = name_of(file),
                     .claim = owner_id(claims, stem),
                     .method = method_in(stem),
                     .language = language_of(file)});
  }
  return cases;
}

std::vector<mutant_file> mutant_files(const fs::path& source, const catalogue& claims) {
  std::vector<mutant_file> mutants;
  for (const fs::path& file : files_in(source / "conformance" / "mutants"))
    mutants.push_back(read_mutant(file, claims));
  return mutants;
}

std::vector<std::string> variant_names(const fs::path& source) {
  std::vector<std::string> names;
  for (const fs::path& file : files_in(source / "conformance" / "variants"))
    if (file.extension() == ".cpp") names.push_back(file.stem());
  return names;
}

bool mutant_file::breaks(std::string_view claim) const {
  return std::ranges::find(kills, claim, &expected_kill::claim) != kills.end();
}

std::vector<std::string> mutant_file::claims() const {
  std::vector<std::string> ids;
  for (const expected_kill& each : kills)
    if (std::ranges::find(ids, each.claim) == ids.end()) ids.push_back(each.claim);
  return ids;
}

bool judges(const case_file& of, const mutant_file& mutant, const expected_kill& kill) {
  if (of.language != mutant.language) return false;
  return kill.only_case ? of.name == *kill.only_case : of.claim == kill.claim;
}

}  // namespace fearless::certifier
