// SPDX-License-Identifier: MIT
#include "combined_cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "files.hpp"
#include "header_comment.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// An error of the compiler itself. clang-tidy reports it with a name of its own.
bool is_of_compiler(const std::string& error) {
  return error.find("[clang-diagnostic-error") != std::string::npos;
}

}  // namespace

combined_cases::combined_cases(fs::path source, const native_bindings& bindings, const std::vector<case_file>& cases)
    : source_(std::move(source)), flags_(bindings) {
  for (const case_file& each : cases) {
    const bool is_pair = each.method == method::reject;
    const unit_program& program = programs_.emplace_back(each.file, static_cast<int>(programs_.size()), is_pair);
    if (!is_pair) continue;
    const auto code = find_header_field(read_text(each.file), "Rejected");
    if (code && is_tidy_check(diagnostic_code(code->value))) with_tidy_[code->value].push_back(program);
  }
}

std::vector<std::function<void()>> combined_cases::calls() {
  std::vector<std::function<void()>> calls;
  if (programs_.size() > 1) calls.emplace_back([this] { answers_of_compiler(); });
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
    return std::make_shared<const unit_answers>(ask_about_unit(
        with_tidy_.at(check), which, folder.path(), source_,
        [&](const fs::path& file) { return check_ownership(unit(file), check); }, is_of_compiler));
  });
}

const unit_answers& combined_cases::answers_of_compiler() {
  return *answers_.get("compiler", [&] {
    return std::make_shared<const unit_answers>(ask_about_unit(
        programs_, half::accepted, built_.path(), source_,
        [&](const fs::path& file) { return build_checked(unit(file), built_.path() / "accepted", flags_.linking()); },
        [](const std::string&) { return true; }));
  });
}

std::optional<ownership_answer> combined_cases::answer_of_tidy(const fs::path& program, const std::string& check,
                                                               half which) {
  if (!with_tidy_.contains(check)) return std::nullopt;
  const unit_answers& answers = answers_of_tidy(check, which);
  const auto found = answers.find(program);
  return found == answers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<built_program> combined_cases::accepted_half(const fs::path& program) {
  const auto own = std::ranges::find(programs_, program, &unit_program::file);
  if (own == programs_.end()) return std::nullopt;
  const unit_answers& answers = answers_of_compiler();
  const auto found = answers.find(program);
  if (found == answers.end()) return std::nullopt;
  return built_program{.answer = found->second,
                       .command = {(built_.path() / "accepted").string(), std::to_string(own->number)}};
}

}  // namespace fearless::certifier
