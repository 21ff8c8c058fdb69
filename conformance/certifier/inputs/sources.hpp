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

/// The language of a case or a mutant, and of the native bindings that it is compiled with.
enum class source_language { cpp, rust };

/// A test of a claim: `conformance/claims/<id>[.<aspect>].<method>.{cpp,rs}`.
struct case_file {
  std::filesystem::path file;               ///< absolute
  std::string name;                         ///< the file's stem; in Rust its whole name
  std::string claim;                        ///< empty if the stem begins with no claim's id
  std::optional<certifier::method> method;  ///< none if the name ends in no known method
  source_language language = {};
};

/// A mutant: `conformance/mutants/<id>.<mutant>.{cpp,hpp,rs}`.
struct mutant_file {
  std::filesystem::path file;            ///< absolute
  std::string name;                      ///< the file's stem; in Rust its whole name
  std::string claim;                     ///< empty if the stem begins with no claim's id
  std::string description;               ///< the sentence after `// Mutant:`; empty if missing
  verdict expected = verdict::not_run;   ///< after `// Verdict:`; NOTRUN if missing or unable to kill
  std::optional<std::string> only_case;  ///< after `// Case:`
  bool replaces_bindings = false;        ///< it stands in for <native.hpp>, or for the crate `native`
  bool schedule_matters = false;         ///< after `// Schedule:`: only some schedules reveal it
  source_language language = {};
};

/// All cases, sorted by name.
std::vector<case_file> case_files(const std::filesystem::path& source, const catalogue&);

/// All mutants, sorted by name, including those with a wrong header, which `fearless check` reports.
std::vector<mutant_file> mutant_files(const std::filesystem::path& source, const catalogue&);

/// The names of the variants, `conformance/variants/<name>.cpp`, sorted.
std::vector<std::string> variant_names(const std::filesystem::path& source);

/// Whether a case judges the mutant: a case of the mutant's claim, or the one that the mutant names, in its language.
bool judges(const case_file& of, const mutant_file& mutant);

}  // namespace fearless::certifier
