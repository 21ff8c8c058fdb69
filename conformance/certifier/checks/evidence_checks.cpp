// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <regex>

#include "checks.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "nearest.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What is compared, and the violations found so far.
struct review {
  const fs::path& source;
  const catalogue& text;
  std::vector<case_file> cases;
  std::vector<mutant_file> mutants;
  std::vector<violation> found = {};

  template <class... Arguments>
  void report(const fs::path& file, int line, fmt::format_string<Arguments...> message, Arguments&&... arguments) {
    found.push_back(
        {file.lexically_relative(source).string(), line, fmt::format(message, std::forward<Arguments>(arguments)...)});
  }

  [[nodiscard]] std::string suggest_claim(const std::string& stem) const {
    std::vector<std::string> ids;
    for (const claim& each : text.claims) ids.push_back(each.id);
    return suggest(stem.substr(0, stem.rfind('.')), ids);
  }
};

void review_claim(review& all, const claim& each) {
  const fs::path file = all.source / each.file;
  if (std::ranges::find(all.cases, each.id, &case_file::claim) == all.cases.end())
    all.report(file, each.line,
               "claim `{0}` has no case; write conformance/claims/{0}.run.cpp, or a case with another method", each.id);
  if (std::ranges::find(all.mutants, each.id, &mutant_file::claim) == all.mutants.end())
    all.report(
        file, each.line,
        "claim `{0}` has no mutant; write conformance/mutants/{0}.<mutant>.cpp, a port with an error that a case of "
        "the claim detects",
        each.id);
}

/// Line and claim of the first `CLAIM("…")` or `DETECTED("…")` at the start of a line.
std::optional<std::pair<int, std::string>> named_claim(const std::string& source) {
  static const std::regex macro(R"rx(^\s*(CLAIM|DETECTED)\s*\(\s*"([^"]*)".*)rx");
  int number = 0;
  for (const std::string& line : lines_of(source)) {
    ++number;
    std::smatch parts;
    if (std::regex_match(line, parts, macro)) return std::pair(number, parts[2].str());
  }
  return std::nullopt;
}

void review_rejected(review& all, const case_file& each, const std::string& source) {
  static const std::regex code_of_rustc("E[0-9]{4}");
  const auto code = find_header_field(source, "Rejected");
  if (!code)
    all.report(each.file, 1,
               "the first comment does not say `// Rejected: CODE`; give the code of the diagnostic that is expected");
  else if (each.language == source_language::rust && !std::regex_match(code->value, code_of_rustc))
    all.report(each.file, code->line, "`{}` is not an error code of rustc; write E and four digits", code->value);
}

void review_case(review& all, const case_file& each) {
  const bool compiles = each.method && is_compile_time(*each.method);
  const bool known =
      each.language == source_language::rust ? compiles : each.file.extension() == ".cpp" && each.method.has_value();
  if (!known)
    all.report(
        each.file, 1,
        "the file's name does not end in a known method; known are .run.cpp, .stress.cpp, .type.cpp, .reject.cpp, "
        ".detected.cpp, .cost.cpp, .type.rs and .reject.rs");
  if (each.claim.empty()) {
    all.report(each.file, 1,
               "a case without a claim: `{}` does not begin with a claim's id; write the claim in spec/, or correct "
               "the name: {}",
               each.name, all.suggest_claim(each.name));
    return;
  }
  const std::string source = read_text(each.file);
  if (each.method && is_run_time(*each.method)) {
    const auto named = named_claim(source);
    if (!named)
      all.report(each.file, 1, "no line begins with CLAIM(\"{0}\"); add it: a case names its claim", each.claim);
    else if (named->second != each.claim)
      all.report(each.file, named->first,
                 "the case names the claim `{}`, but its file name begins with `{}`; make them the same", named->second,
                 each.claim);
  }
  if (each.method == method::reject) review_rejected(all, each, source);
}

/// A mutant that only some schedules reveal needs a case that explores schedules.
void review_schedule(review& all, const mutant_file& each, const header_field& schedule) {
  if (!each.schedule_matters)
    all.report(each.file, schedule.line, "`{}` is not a value of `// Schedule:`; write `matters`, or remove the line",
               schedule.value);
  else if (std::ranges::none_of(all.cases, [&](const case_file& known) {
             return known.method == method::stress && judges(known, each);
           }))
    all.report(each.file, schedule.line,
               "`// Schedule: matters`, but no stress case judges this mutant; write "
               "conformance/claims/{}.stress.cpp{}",
               each.claim, each.only_case ? ", and name it after `// Case:`" : "");
}

void review_mutant(review& all, const mutant_file& each) {
  if (each.file.extension() != ".cpp" && !each.replaces_bindings)
    all.report(each.file, 1, "a mutant is a .cpp file (a port), or a .hpp or .rs file (native bindings); rename it");
  if (each.claim.empty())
    all.report(each.file, 1,
               "a mutant without a claim: `{}` does not begin with a claim's id; write the claim in spec/, or correct "
               "the name: {}",
               each.name, all.suggest_claim(each.name));
  else if (each.file.stem() == each.claim)
    all.report(each.file, 1, "the name does not say what this mutant does; call it {}.<mutant>{}", each.claim,
               each.file.extension().string());

  const std::string source = read_text(each.file);
  if (each.description.empty())
    all.report(each.file, 1, "no `// Mutant:` in the first comment; say in one sentence what this mutant does wrong");
  const auto field = find_header_field(source, "Verdict");
  if (!field)
    all.report(each.file, 1,
               "no `// Verdict:` in the first comment; write the verdict that kills the mutant: FAIL, RACE, DEADLOCK, "
               "CRASH, EXIT or INVALID");
  else if (each.expected == verdict::not_run)
    all.report(each.file, field->line,
               "`{}` is not a verdict that kills a mutant; write FAIL, RACE, DEADLOCK, CRASH, EXIT or INVALID",
               field->value);
  else if (each.replaces_bindings && each.expected != verdict::fail)
    all.report(each.file, field->line, "the compiler detects mutants of native bindings; write FAIL, not {}",
               field->value);

  if (const auto schedule = find_header_field(source, "Schedule")) review_schedule(all, each, *schedule);

  if (!each.only_case || each.claim.empty()) return;
  const bool exists = std::ranges::any_of(
      all.cases, [&](const case_file& known) { return judges(known, each) && known.claim == each.claim; });
  if (!exists)
    all.report(each.file, find_header_field(source, "Case")->line,
               "`{}` is not a case of the claim `{}`; correct the name", *each.only_case, each.claim);
}

}  // namespace

std::vector<violation> violations_of_evidence(const fs::path& source, const catalogue& text) {
  review all{.source = source, .text = text, .cases = case_files(source, text), .mutants = mutant_files(source, text)};
  for (const claim& each : text.claims) review_claim(all, each);
  for (const case_file& each : all.cases) review_case(all, each);
  for (const mutant_file& each : all.mutants) review_mutant(all, each);
  return std::move(all.found);
}

}  // namespace fearless::certifier
