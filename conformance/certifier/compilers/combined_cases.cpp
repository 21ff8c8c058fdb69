// SPDX-License-Identifier: MIT
#include "combined_cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "files.hpp"
#include "header_comment.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// clang-tidy reports an error of the compiler itself with a name of its own.
error_meaning meaning_for_tidy(const std::string& error) {
  const bool is_of_compiler = error.find("[clang-diagnostic-error") != std::string::npos;
  return is_of_compiler ? error_meaning::exclusion : error_meaning::answer;
}

/// Whether a program marks a type of its own as NATIVE_UNSAFE_SEND or NATIVE_UNSAFE_SYNC. In C++ this specialises a
/// template of the library, which is an error in the namespace that a unit gives to each program.
bool marks_types(const std::string& program) {
  return program.find("\nNATIVE_UNSAFE_S") != std::string::npos;
}

}  // namespace

combined_cases::combined_cases(fs::path source, const native_bindings& bindings, const std::vector<case_file>& cases)
    : source_(std::move(source)), flags_(bindings) {
  for (const case_file& each : cases) {
    const std::string text = read_text(each.file);
    if (marks_types(text)) continue;
    const bool is_pair = each.method == method::reject;
    const unit_program& program = programs_.emplace_back(each.file, static_cast<int>(programs_.size()), is_pair);
    if (!is_pair) continue;
    const auto code = find_header_field(text, "Rejected");
    if (!code) continue;
    const bool by_tidy = is_tidy_check(diagnostic_code(code->value));
    (by_tidy ? with_tidy_[code->value] : without_tidy_).push_back(program);
  }
}

std::vector<std::function<void()>> combined_cases::calls() {
  std::vector<std::function<void()>> calls;
  if (programs_.size() > 1) calls.emplace_back([this] { accepted_by_compiler(); });
  if (without_tidy_.size() > 1) calls.emplace_back([this] { rejected_by_compiler(); });
  for (const auto& [check, programs] : with_tidy_)
    if (programs.size() > 1)
      for (const half which : {half::rejected, half::accepted})
        calls.emplace_back([this, check, which] { answers_of_tidy(check, which); });
  return calls;
}

checked_program combined_cases::unit(const fs::path& file) const {
  checked_program made{.file = file, .directory = source_, .flags = flags_.compiling()};
  // A program whose `main` returns nothing would be rejected as a function of another name is.
  made.flags.insert(made.flags.end(), {"-ferror-limit=0", "-Werror=return-type"});
  return made;
}

const unit_answers& combined_cases::answers_of_tidy(const std::string& check, half which) {
  return *answers_.get(fmt::format("{} {}", check, static_cast<int>(which)), [&] {
    const scratch_folder folder;
    const unit_question question{.folder = folder.path(),
                                 .directory = source_,
                                 .which = which,
                                 .call = [&](const fs::path& file) { return check_ownership(unit(file), check); },
                                 .meaning = meaning_for_tidy};
    return std::make_shared<const unit_answers>(ask_about_unit(question, with_tidy_.at(check)));
  });
}

const unit_answers& combined_cases::rejected_by_compiler() {
  return *answers_.get("rejected", [&] {
    const scratch_folder folder;
    const fs::path file = folder.path() / "rejected.cpp";
    write_text(file, text_of_unit(without_tidy_, half::rejected));
    ownership_answer whole = check_ownership(unit(file), "-Wall");
    whole.read.forget_below(folder.path());
    return std::make_shared<const unit_answers>(rejections_in(whole, without_tidy_, source_));
  });
}

const unit_answers& combined_cases::accepted_by_compiler() {
  return *answers_.get("accepted", [&] {
    const auto build = [&](const fs::path& file) {
      return build_checked(unit(file), built_.path() / "accepted", flags_.linking());
    };
    const unit_question question{.folder = built_.path(),
                                 .directory = source_,
                                 .which = half::accepted,
                                 .call = build,
                                 .meaning = [](const std::string&) { return error_meaning::exclusion; }};
    return std::make_shared<const unit_answers>(ask_about_unit(question, programs_));
  });
}

std::optional<ownership_answer> combined_cases::answer_of_tidy(const fs::path& program, const std::string& check,
                                                               half which) {
  if (!with_tidy_.contains(check)) return std::nullopt;
  const unit_answers& answers = answers_of_tidy(check, which);
  const auto found = answers.find(program);
  return found == answers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ownership_answer> combined_cases::rejection(const fs::path& program) {
  if (without_tidy_.size() < 2) return std::nullopt;
  const unit_answers& answers = rejected_by_compiler();
  const auto found = answers.find(program);
  return found == answers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<built_program> combined_cases::accepted_half(const fs::path& program) {
  const auto own = std::ranges::find(programs_, program, &unit_program::file);
  if (own == programs_.end()) return std::nullopt;
  const unit_answers& answers = accepted_by_compiler();
  const auto found = answers.find(program);
  if (found == answers.end()) return std::nullopt;
  return built_program{.answer = found->second,
                       .command = {(built_.path() / "accepted").string(), std::to_string(own->number)}};
}

}  // namespace fearless::certifier
