// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue.hpp"
#include "ownership_tools.hpp"
#include "paths.hpp"
#include "run_record.hpp"

namespace fearless::certifier {

/// A wrong program, and what each tool made of it: a pair's rejected half, or a known false negative, for which the
/// tools that see it are written in its first comment.
struct ownership_row {
  std::string name;
  std::string claim;
  std::filesystem::path file;  ///< absolute
  std::string written;  ///< of a pair the code; of a known false negative who sees it: `nothing`, or names of tools
  std::string known_false_negative{};               ///< the sentence that says what is wrong in it; empty for a pair
  std::map<ownership_tool, tool_answer> answers{};  ///< of the tools that were asked

  [[nodiscard]] bool is_known_false_negative() const { return !known_false_negative.empty(); }
  [[nodiscard]] bool is_rejected_by(ownership_tool) const;

  /// The tools for C++ that reject it, `nothing` where none does.
  [[nodiscard]] std::string seen_by() const;

  /// Whether a code is the one that is written; what is written may go on with the message's first words.
  [[nodiscard]] bool is_written(const std::string& code) const { return !code.empty() && written.starts_with(code); }

  /// Whether the tools saw what is written: a pair's code, by the half of the ownership check that knows it.
  [[nodiscard]] bool is_as_written() const;

  /// What is written, and what was seen instead.
  [[nodiscard]] std::string difference() const;
};

/// Which tool rejects which program.
struct ownership_matrix {
  run_origin origin{};
  std::vector<ownership_row> rows;

  [[nodiscard]] bool holds() const;
};

/// The wrong programs of the tree, not yet asked about: all pairs in C++, then
/// `conformance/known-false-negatives/*.cpp`, by name. Errors: `user_error` where one lacks what must stand in its
/// first comment.
std::vector<ownership_row> wrong_programs(const std::filesystem::path& source, const catalogue&);

/// The program's counterpart in Rust, beside it; nothing where there is none.
std::optional<std::filesystem::path> in_rust(const ownership_row&);

/// The text of ownership.jsonl: JSON lines between a header and a footer.
std::string text_of(const ownership_matrix&);

}  // namespace fearless::certifier
