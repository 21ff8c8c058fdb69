// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ownership_check.hpp"

namespace fearless::certifier {

/// The half of a compile-time case that is compiled: with `-DACCEPTED` or without.
enum class half { rejected, accepted };

/// A program of a combined unit.
struct unit_program {
  std::filesystem::path file;  ///< absolute
  int number;                  ///< different for each program of a unit
  bool has_main = true;
};

/// One translation unit that includes several programs, each in a namespace of its own. A tool then reads the headers
/// that the programs share only once. The unit's `main` runs the program whose number is its argument.
std::string text_of_unit(const std::vector<unit_program>&, half);

/// The answers that a tool gave about the programs of a combined unit, by file. A program is missing if only the tool's
/// answer about it alone counts: it does not compile beside the others, or the answer can't be attributed.
using unit_answers = std::map<std::filesystem::path, ownership_answer>;

/// What an error means for the question that a unit is to answer.
enum class error_meaning {
  answer,     ///< part of the answer about its program
  exclusion,  ///< its program must be asked about alone
  none        ///< does not concern the question
};

/// How a tool is asked about a unit.
struct unit_question {
  std::filesystem::path folder;     ///< for the file of the unit
  std::filesystem::path directory;  ///< to which the tool's answer reports file names relative
  half which;
  std::function<ownership_answer(const std::filesystem::path& unit)> call;
  std::function<error_meaning(const std::string& error)> meaning;
};

/// Calls a tool for a unit of all programs; if some of them are excluded, once more without these. Blocks: for the
/// tool.
unit_answers ask_about_unit(const unit_question&, std::vector<unit_program>);

/// The programs of a unit that a compiler rejected, from its answer about the whole unit. An error in a header that
/// they share belongs to the program that the notes after it name. A program is missing if it has no error, since an
/// error is reported only once, or one that has no code, since that may come from the namespace.
unit_answers rejections_in(const ownership_answer& whole, const std::vector<unit_program>&,
                           const std::filesystem::path& directory);

}  // namespace fearless::certifier
