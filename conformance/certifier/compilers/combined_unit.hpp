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

/// Calls a tool for a unit of all programs. If some of them have errors that `excludes` names, calls it once more
/// without these. `call` receives the file of the unit, which lies in `folder`, and must report file names relative to
/// `directory`. Blocks: for the tool.
unit_answers ask_about_unit(std::vector<unit_program>, half, const std::filesystem::path& folder,
                            const std::filesystem::path& directory,
                            const std::function<ownership_answer(const std::filesystem::path& unit)>& call,
                            const std::function<bool(const std::string& error)>& excludes);

}  // namespace fearless::certifier
