// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "binding_flags.hpp"
#include "combined_unit.hpp"
#include "made_once.hpp"
#include "sources.hpp"

namespace fearless::certifier {

/// A program that was compiled and linked.
struct built_program {
  ownership_answer answer;           ///< of the compiler and the linker
  std::vector<std::string> command;  ///< runs it
};

/// Compile-time cases in C++ about which each tool is asked in one call. An answer has the same meaning as the tool's
/// answer about the program alone. Thread safety: yes.
class combined_cases {
 public:
  combined_cases(std::filesystem::path source, const native_bindings&, const std::vector<case_file>&);

  /// The calls of tools, which are independent of each other. A call that is still missing when an answer needs it is
  /// made then.
  [[nodiscard]] std::vector<std::function<void()>> calls();

  /// What a check of clang-tidy says about one half of a program; nothing if only an answer about the program alone
  /// counts. Blocks: for the tool.
  std::optional<ownership_answer> answer_of_tidy(const std::filesystem::path& program, const std::string& check, half);

  /// What the compiler says about the rejected half of a program. Otherwise as answer_of_tidy.
  std::optional<ownership_answer> rejection(const std::filesystem::path& program);

  /// The accepted half of a program, built. Otherwise as answer_of_tidy.
  std::optional<built_program> accepted_half(const std::filesystem::path& program);

 private:
  const unit_answers& answers_of_tidy(const std::string& check, half);
  const unit_answers& accepted_by_compiler();
  const unit_answers& rejected_by_compiler();
  [[nodiscard]] checked_program unit(const std::filesystem::path& file) const;

  std::filesystem::path source_;
  binding_flags flags_;
  scratch_folder built_;
  std::vector<unit_program> programs_;
  std::vector<unit_program> without_tidy_;                      ///< that the compiler must reject
  std::map<std::string, std::vector<unit_program>> with_tidy_;  ///< by check
  made_once<unit_answers> answers_;
};

}  // namespace fearless::certifier
