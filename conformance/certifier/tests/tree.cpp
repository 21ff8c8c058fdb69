// SPDX-License-Identifier: MIT
#include "tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "checks.hpp"
#include "defaults.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

tree::tree() {
  fs::create_directories(where().source / "spec");
  fs::copy(fs::path(defaults::source) / "spec" / "site", where().source / "spec" / "site", fs::copy_options::recursive);
  write(chapter_file,
        "---\n"
        "title: Letters\n"
        "chapter: 1\n"
        "lang: en\n"
        "---\n"
        "\n"
        "::: {.claim #letters.first profile=threads}\n"
        "The first letter **shall** be the first.\n"
        "\n"
        "::: why\n"
        "Every order has a first element.\n"
        ":::\n"
        ":::\n");
  write(
      case_of_letters,
      "// SPDX-License-Identifier: MIT\n// Claim: The first letter shall be the first.\nCLAIM(\"letters.first\") {}\n");
  write(mutant_of_letters,
        "// SPDX-License-Identifier: MIT\n// Mutant: it is the last.\n// Breaks: letters.first\n// Verdict: FAIL\n");
}

void tree::write(const fs::path& file, std::string_view text) const {
  write_text(where().source / file, text);
}

void tree::append(const fs::path& file, std::string_view text) const {
  write(file, read_text(where().source / file) + std::string(text));
}

void tree::remove(const fs::path& file) const {
  fs::remove(where().source / file);
}

void tree::rename(const fs::path& from, const fs::path& to) const {
  fs::rename(where().source / from, where().source / to);
}

void tree::add_listing(std::string_view outputs, std::string_view script) const {
  append(chapter_file, fmt::format("```{{.cpp .listing #listing.letters .runs}}\nint main() {{}}\n```\n\n{}", outputs));
  write("build/spec/listings/listing.letters.cpp", "int main() {}\n");
  write("build/listings/listing.letters", fmt::format("#!/bin/sh\n{}\n", script));
  fs::permissions(where().build / "listings" / "listing.letters", fs::perms::owner_all);
}

std::vector<std::string> tree::violations() const {
  const catalogue text = extract_catalogue(where().source);
  std::vector<violation> found = all_violations(where(), text);
  std::vector<std::string> lines;
  for (const violation& each : found) lines.push_back(fmt::format("{}:{}: {}", each.file, each.line, each.message));
  return lines;
}

}  // namespace fearless::certifier
