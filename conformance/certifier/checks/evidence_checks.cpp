// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <regex>

#include "checks.hpp"
#include "code_text.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "nearest.hpp"
#include "scenarios/claims.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Everything that is compared, and what was found so far.
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

  /// The claim's id that a wrong one was meant to be, in words.
  [[nodiscard]] std::string suggest_claim(const std::string& id) const {
    std::vector<std::string> ids;
    for (const claim& each : text.claims) ids.push_back(each.id);
    return suggest(id, ids);
  }
};

void review_claim(review& all, const claim& each) {
  const fs::path file = all.source / each.file;
  if (std::ranges::find(all.cases, each.id, &case_file::claim) == all.cases.end())
    all.report(file, each.line,
               "claim `{0}` has no case; write conformance/claims/{0}.run.cpp, or a case with another method", each.id);
  if (std::ranges::none_of(all.mutants, [&](const mutant_file& mutant) { return mutant.breaks(each.id); }))
    all.report(
        file, each.line,
        "claim `{0}` has no mutant; write one in conformance/mutants/ that says `// Breaks: {0}`, or add the id to "
        "a mutant that breaks it",
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
               each.name, all.suggest_claim(each.name.substr(0, each.name.rfind('.'))));
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

/// A mutant that only some schedules show is only ever killed by a case that searches for one.
void review_schedule(review& all, const mutant_file& each, const header_field& schedule) {
  if (!each.schedule_matters) {
    all.report(each.file, schedule.line,
               "`// Schedule: {}` is unknown; write `// Schedule: matters`, or delete the line", schedule.value);
    return;
  }
  for (const expected_kill& kill : each.kills)
    if (!kill.is_by_scenarios() && std::ranges::none_of(all.cases, [&](const case_file& known) {
          return known.method == method::stress && judges(known, each, kill);
        }))
      all.report(each.file, schedule.line,
                 "the schedule matters, but no stress case of `{0}` judges this mutant; write "
                 "conformance/claims/{0}.stress.cpp{1}",
                 kill.claim, kill.only_case ? ", and name it after `// Case:`" : "");
}

void review_verdict(review& all, const mutant_file& each, const std::string& source) {
  constexpr std::string_view known = "FAIL, RACE, DEADLOCK, CRASH, EXIT or INVALID";
  const auto field = find_header_field(source, "Verdict");
  if (!field)
    all.report(each.file, 1, "the first comment has no `// Verdict:`; name the verdict that kills this mutant: {}",
               known);
  for (const expected_kill& kill : each.kills) {
    if (field && kill.by == verdict::not_run)
      all.report(each.file, field->line, "`{}` is not a verdict that kills a mutant, for `{}`; write {}", field->value,
                 kill.claim, known);
    if (each.replaces_bindings && kill.by != verdict::fail && kill.by != verdict::not_run)
      all.report(each.file, field ? field->line : 1,
                 "a mutant of native bindings is judged by a compiler, so its verdict is FAIL and not {}",
                 name(kill.by));
  }
}

void review_mutant(review& all, const mutant_file& each) {
  if (each.file.extension() != ".cpp" && !each.replaces_bindings)
    all.report(each.file, 1, "a mutant is a .cpp (a port), or a .hpp or .rs (native bindings); rename the file");
  const std::string source = read_text(each.file);
  if (each.description.empty())
    all.report(each.file, 1, "the first comment has no `// Mutant:`; say in one sentence what this mutant does wrong");
  const auto breaks = find_header_field(source, "Breaks");
  if (each.kills.empty())
    all.report(each.file, 1, "the first comment has no `// Breaks:`; name the claims that this mutant breaks");
  for (const std::string& id : each.claims())
    if (all.text.find(id) == nullptr)
      all.report(each.file, breaks->line, "`{}` is not a claim; write the claim in spec/, or correct the id: {}", id,
                 all.suggest_claim(id));
  review_verdict(all, each, source);
  if (const auto schedule = find_header_field(source, "Schedule")) review_schedule(all, each, *schedule);

  const auto named = find_header_field(source, "Case");
  for (const std::string& stray : each.stray_cases)
    all.report(each.file, named->line,
               "`{}` is not a case of a claim that this mutant breaks; correct the name, or add "
               "the claim to `// Breaks:`",
               stray);
  if (const auto missed = find_header_field(source, "Scenarios");
      missed && std::ranges::any_of(each.kills, &expected_kill::is_by_scenarios))
    all.report(
        each.file, missed->line,
        "`// Scenarios:` says why scenarios may not kill it, but `// Case:` says that they must; delete one of them");
  for (const expected_kill& kill : each.kills) {
    if (kill.is_by_scenarios() && scenarios::find_judged_claim(kill.claim) == nullptr)
      all.report(each.file, named->line,
                 "the model of the scenarios does not judge `{}`; name a case, or judge the claim", kill.claim);
    if (kill.only_case && !kill.is_by_scenarios() &&
        std::ranges::none_of(all.cases, [&](const case_file& known) { return judges(known, each, kill); }))
      all.report(each.file, named->line, "there is no case `{}` in the mutant's language; correct the name",
                 *kill.only_case);
  }
}

/// The model of the scenarios judges claims that exist.
void review_model(review& all) {
  const fs::path table = all.source / "conformance" / "scenarios" / "claims.cpp";
  std::error_code absent;
  if (!fs::exists(table, absent)) return;
  for (const auto& each : scenarios::judged_claims())
    if (all.text.find(std::string(each.id)) == nullptr)
      all.report(table, 1, "the model judges `{}`, which is not a claim; correct the id: {}", each.id,
                 all.suggest_claim(std::string(each.id)));
}

/// Two mutants of the same code are one mutant, which names the claims of both.
void review_distinct(review& all) {
  std::map<std::pair<std::string, std::string>, const mutant_file*> first_of;
  for (const mutant_file& each : all.mutants) {
    const auto [first, is_new] =
        first_of.try_emplace(std::pair(each.file.extension().string(), without_comments(read_text(each.file))), &each);
    if (!is_new)
      all.report(each.file, 1, "the same code as {}; delete this file, and add its claims to `// Breaks:` there",
                 first->second->file.lexically_relative(all.source).string());
  }
}

}  // namespace

std::vector<violation> violations_of_evidence(const fs::path& source, const catalogue& text) {
  review all{.source = source, .text = text, .cases = case_files(source, text), .mutants = mutant_files(source, text)};
  for (const claim& each : text.claims) review_claim(all, each);
  for (const case_file& each : all.cases) review_case(all, each);
  for (const mutant_file& each : all.mutants) review_mutant(all, each);
  review_distinct(all);
  review_model(all);
  return std::move(all.found);
}

}  // namespace fearless::certifier
