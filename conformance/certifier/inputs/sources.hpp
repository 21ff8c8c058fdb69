// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue.hpp"
#include "method.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// What a case or a mutant is written in: the language of the native bindings that it is compiled with.
enum class source_language { cpp, rust };

/// A test of a claim: `conformance/claims/<id>[.<aspect>].<method>.{cpp,rs}`.
struct case_file {
  std::filesystem::path file;               ///< absolute
  std::string name;                         ///< the file's stem, in Rust the whole of its name
  std::string claim;                        ///< empty where no claim's id begins the stem
  std::optional<certifier::method> method;  ///< none if the name ends in no known method
  source_language language = {};
};

/// A defect that a claim's tests must catch: `conformance/mutants/<id>.<mutant>.{cpp,hpp,rs}`.
struct mutant_file {
  std::filesystem::path file;            ///< absolute
  std::string name;                      ///< the file's stem, in Rust the whole of its name
  std::string claim;                     ///< empty where no claim's id begins the stem
  std::string description;               ///< the sentence after `// Mutant:`; empty where there is none
  verdict expected = verdict::not_run;   ///< after `// Verdict:`; NOTRUN where there is none, or none that can kill
  std::optional<std::string> only_case;  ///< after `// Case:`
  bool replaces_bindings = false;        ///< in place of <native.hpp>, or of the crate `native`, for compile-time cases
  bool schedule_matters = false;         ///< after `// Schedule:`: only some schedules show it
  source_language language = {};
};

/// All cases, sorted by name.
std::vector<case_file> case_files(const std::filesystem::path& source, const catalogue&);

/// All mutants, sorted by name; also those whose header is wrong, which `fearless check` reports.
std::vector<mutant_file> mutant_files(const std::filesystem::path& source, const catalogue&);

/// The names of the correct but odd implementations, `conformance/variants/<name>.cpp`, sorted.
std::vector<std::string> variant_names(const std::filesystem::path& source);

/// Whether a case is one that the mutant is to be killed by: its own claim's, or only the one that it names, and
/// written in its language.
bool judges(const case_file& of, const mutant_file& mutant);

}  // namespace fearless::certifier
