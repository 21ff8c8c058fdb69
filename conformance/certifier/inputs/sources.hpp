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

/// How a mutant must be killed: by the cases of one claim that it breaks, through one verdict.
struct expected_kill {
  std::string claim;                       ///< after `// Breaks:`, whether or not the spec has it
  verdict by = verdict::not_run;           ///< NOTRUN where the file names none, or none that can kill
  std::optional<std::string> only_case{};  ///< of the claim's cases the one that must kill; none: any of them

  /// Whether generated scenarios must kill it, and no case: the case is named `<claim>.scenarios`.
  [[nodiscard]] bool is_by_scenarios() const { return only_case == scenarios_of(claim); }

  friend bool operator==(const expected_kill&, const expected_kill&) = default;
};

/// An implementation with one deliberate error: `conformance/mutants/<name>.{cpp,hpp,rs}`.
///
/// `// Breaks: id, id (VERDICT)` names the claims that it breaks, `// Verdict:` the verdict of those that name none of
/// their own, `// Case:` the cases that must each kill it, and `// Scenarios:` why scenarios alone may not.
struct mutant_file {
  std::filesystem::path file;              ///< absolute
  std::string name;                        ///< the file's stem, in Rust the whole of its name
  std::string description;                 ///< the sentence after `// Mutant:`; empty where there is none
  std::vector<expected_kill> kills;        ///< one for each claim, and for each case that is named
  std::vector<std::string> stray_cases{};  ///< after `// Case:`, of no claim that it breaks
  bool replaces_bindings = false;          ///< in place of <native.hpp>, or of the crate `native`
  bool schedule_matters = false;           ///< after `// Schedule:`: only some schedules show it
  std::string missed_by_scenarios{};       ///< after `// Scenarios:`, the reason; empty: they must kill it
  source_language language = {};

  /// Whether the claim of that id is one that the file names.
  [[nodiscard]] bool breaks(std::string_view claim) const;

  /// The claims that it breaks, each once, in the order of the file.
  [[nodiscard]] std::vector<std::string> claims() const;
};

/// All cases, sorted by name.
std::vector<case_file> case_files(const std::filesystem::path& source, const catalogue&);

/// All mutants, sorted by name, including those with a wrong header, which `fearless check` reports.
std::vector<mutant_file> mutant_files(const std::filesystem::path& source, const catalogue&);

/// The names of the variants, `conformance/variants/<name>.cpp`, sorted.
std::vector<std::string> variant_names(const std::filesystem::path& source);

/// Whether the mutant may be killed so by this case: a case of the claim, or only the case that is named, in the
/// mutant's language.
bool judges(const case_file& of, const mutant_file& mutant, const expected_kill& kill);

}  // namespace fearless::certifier
