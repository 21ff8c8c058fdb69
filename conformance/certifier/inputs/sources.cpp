// SPDX-License-Identifier: MIT
#include "sources.hpp"

#include <algorithm>
#include <array>

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

/// The verdict that kills a mutant: one that says that something is wrong, and is not a time limit.
verdict killing_verdict(const std::optional<header_field>& field) {
  constexpr std::array kill{verdict::fail,  verdict::race, verdict::deadlock,
                            verdict::crash, verdict::exit, verdict::invalid};
  const auto named = field ? verdict_named(field->value) : std::nullopt;
  return named && std::ranges::find(kill, *named) != kill.end() ? *named : verdict::not_run;
}

mutant_file read_mutant(const fs::path& file, const catalogue& claims) {
  const std::string text = read_text(file);
  const auto description = find_header_field(text, "Mutant");
  const auto only_case = find_header_field(text, "Case");
  const auto schedule = find_header_field(text, "Schedule");
  const std::string name = name_of(file);
  return {.file = file,
          .name = name,
          .claim = owner_id(claims, name),
          .description = description ? description->value : "",
          .expected = killing_verdict(find_header_field(text, "Verdict")),
          .only_case = only_case ? std::optional(only_case->value) : std::nullopt,
          .replaces_bindings = file.extension() == ".hpp" || file.extension() == ".rs",
          .schedule_matters = schedule && schedule->value == "matters",
          .language = language_of(file)};
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
  for (const fs::path& file : files_in(source / "conformance" / "mutants")) {
    // A header without a dot in its stem is shared by mutants.
    const bool shared = file.extension() == ".hpp" && !file.stem().has_extension();
    if (!shared) mutants.push_back(read_mutant(file, claims));
  }
  return mutants;
}

std::vector<std::string> variant_names(const fs::path& source) {
  std::vector<std::string> names;
  for (const fs::path& file : files_in(source / "conformance" / "variants"))
    if (file.extension() == ".cpp") names.push_back(file.stem());
  return names;
}

bool judges(const case_file& of, const mutant_file& mutant) {
  if (of.language != mutant.language) return false;
  return mutant.only_case ? of.name == *mutant.only_case : of.claim == mutant.claim;
}

}  // namespace fearless::certifier
