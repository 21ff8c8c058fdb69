// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "files.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// A small project without violations: a chapter with one claim, which starts on line 7, its case and its mutant.
class tree {
 public:
  tree();

  void write(const std::filesystem::path& file, std::string_view text) const;
  void append(const std::filesystem::path& file, std::string_view text) const;
  void remove(const std::filesystem::path& file) const;
  void rename(const std::filesystem::path& from, const std::filesystem::path& to) const;

  /// Adds a listing at the end of the chapter, on line 14, and builds a program for it that runs `script`.
  void add_listing(std::string_view outputs, std::string_view script) const;

  [[nodiscard]] paths where() const { return {folder_.path(), folder_.path() / "build"}; }

  /// The lines that `fearless check` would print.
  [[nodiscard]] std::vector<std::string> violations() const;

 private:
  scratch_folder folder_;
};

inline constexpr const char* chapter_file = "spec/letters.md";
inline constexpr const char* case_of_letters = "conformance/claims/letters.first.run.cpp";
inline constexpr const char* mutant_of_letters = "conformance/mutants/letters.first.comes-last.cpp";

}  // namespace fearless::certifier
