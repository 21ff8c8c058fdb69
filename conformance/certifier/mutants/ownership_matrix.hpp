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

/// A wrong program, and the answers of the tools: the rejected half of a `.reject` case, or a known false negative,
/// whose first comment lists the tools that reject it.
struct ownership_row {
  std::string name;
  std::string claim;
  std::filesystem::path file;          ///< absolute
  std::string expected;                ///< the expected code, or the tools that reject it: names, or `nothing`
  std::string known_false_negative{};  ///< what is wrong; empty for a `.reject` case
  std::map<ownership_tool, tool_answer> answers{};  ///< of the tools that were called

  [[nodiscard]] bool is_known_false_negative() const { return !known_false_negative.empty(); }
  [[nodiscard]] bool is_rejected_by(ownership_tool) const;

  /// The tools for C++ that reject it, or `nothing`.
  [[nodiscard]] std::string seen_by() const;

  /// Whether a code is the expected one. The expectation may continue with the first words of the message.
  [[nodiscard]] bool is_expected(const std::string& code) const { return !code.empty() && expected.starts_with(code); }

  /// Whether the tools answered as expected: for a `.reject` case, the tool that reports its code.
  [[nodiscard]] bool is_as_expected() const;

  /// The expectation and the actual answers.
  [[nodiscard]] std::string difference() const;
};

/// Which tool rejects which program.
struct ownership_matrix {
  run_origin origin{};
  std::vector<ownership_row> rows;

  [[nodiscard]] bool holds() const;
};

/// The wrong programs of the tree, without answers: all `.reject` cases in C++, then
/// `conformance/known-false-negatives/*.cpp`, by name. Errors: `user_error` if a first comment lacks a field.
std::vector<ownership_row> wrong_programs(const std::filesystem::path& source, const catalogue&);

/// The same program in Rust, beside it, or nothing.
std::optional<std::filesystem::path> in_rust(const ownership_row&);

/// The text of ownership.jsonl: a header, rows, a footer.
std::string text_of(const ownership_matrix&);

}  // namespace fearless::certifier
