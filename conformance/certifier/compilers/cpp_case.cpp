// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "code_text.hpp"
#include "combined_cases.hpp"
#include "compile_time_finding.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "ownership_check.hpp"
#include "precompiled_bindings.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

finding fail(std::string expected, std::string seen, const ownership_answer& answer = {}) {
  finding made = failed_finding(std::move(expected), std::move(seen), answer.errors);
  if (answer.timed_out) made.seen = verdict::timeout;
  return made;
}

std::string how(const ownership_answer& answer) {
  if (answer.timed_out) return "the compiler did not end";
  return answer.errors.empty() ? "rejected without an error line" : "rejected:";
}

/// What a case in C++ is judged with.
struct cpp_judge {
  const fs::path& source;
  const case_file& test_case;
  const precompiled_bindings& bindings;
  combined_cases* combined;  ///< or null: each program is asked about alone
  files_read& read;

  [[nodiscard]] finding judge() const;
  [[nodiscard]] finding judge_by_method(const std::string& text) const;
  [[nodiscard]] bool lacks(const std::string& type) const;
  [[nodiscard]] std::optional<std::string> interfering_macro(const std::string& text) const;
  [[nodiscard]] finding judge_type() const;
  [[nodiscard]] finding judge_reject(const std::string& code, const std::optional<std::string>& names) const;
  [[nodiscard]] finding judge_twin(const std::string& code) const;

  [[nodiscard]] ownership_answer check(half, const std::string& code) const;
  [[nodiscard]] ownership_answer check_rejected_half(const std::string& code,
                                                     const std::optional<std::string>& names) const;
  [[nodiscard]] built_program build_twin(const fs::path& folder) const;
  [[nodiscard]] checked_program program(half) const;
};

checked_program cpp_judge::program(half which) const {
  checked_program made = bindings.program(source, test_case.file);
  if (which == half::accepted) made.flags.emplace_back("-DACCEPTED");
  return made;
}

ownership_answer cpp_judge::check(half which, const std::string& code) const {
  if (combined != nullptr && is_tidy_check(code))
    if (auto answer = combined->answer_of_tidy(test_case.file, code, which)) return *std::move(answer);
  return check_ownership(program(which), code);
}

ownership_answer cpp_judge::check_rejected_half(const std::string& code,
                                                const std::optional<std::string>& names) const {
  // Only a rejection for the right reason counts. After another answer the program is asked about alone.
  if (combined != nullptr && !is_tidy_check(code))
    if (auto answer = combined->rejection(test_case.file);
        answer && answer->error_with(code) != nullptr && (!names || answer->output.find(*names) != std::string::npos))
      return *std::move(answer);
  return check(half::rejected, code);
}

built_program cpp_judge::build_twin(const fs::path& folder) const {
  if (combined != nullptr)
    if (auto built = combined->accepted_half(test_case.file)) return *std::move(built);
  const fs::path executable = folder / "twin";
  return {.answer = build_checked(program(half::accepted), executable, bindings.libraries()),
          .command = {executable.string()}};
}

finding cpp_judge::judge_type() const {
  const auto together = combined != nullptr ? combined->accepted_half(test_case.file) : std::nullopt;
  const ownership_answer answer = together ? together->answer : check_ownership(program(half::rejected), "-Wall");
  read.add(answer.read);
  if (answer.accepted) return {verdict::pass, {}};
  return fail("it compiles", how(answer), answer);
}

finding cpp_judge::judge_twin(const std::string& code) const {
  const scratch_folder folder;
  const std::string accepted = "with -DACCEPTED it compiles, passes the ownership check and runs";

  const built_program built = build_twin(folder.path());
  read.add(built.answer.read);
  if (!built.answer.accepted) return fail(accepted, how(built.answer), built.answer);
  if (is_tidy_check(code)) {
    const ownership_answer tidy = check(half::accepted, code);
    read.add(tidy.read);
    if (!tidy.accepted) return fail(accepted, how(tidy), tidy);
  }
  return judge_program(built.command, folder.path(), accepted);
}

finding cpp_judge::judge_reject(const std::string& code, const std::optional<std::string>& names) const {
  const ownership_answer answer = check_rejected_half(code, names);
  read.add(answer.read);
  const std::string rejected = "rejected with " + code;
  if (answer.accepted) return fail(rejected, "accepted");
  const std::string* error = answer.error_with(code);
  if (error == nullptr) return fail(rejected, "no error with this code: " + how(answer), answer);
  if (names && answer.output.find(*names) == std::string::npos)
    return fail(fmt::format("{} by a message that names {}", rejected, *names), "it is not named:", answer);
  finding twin = judge_twin(code);
  if (twin.seen == verdict::pass) twin.details = {*error};
  return twin;
}

/// A macro of the bindings that changes the case's own text, or that expands to something else in its accepted half: by
/// such a macro any program can be rejected and its twin accepted.
std::optional<std::string> cpp_judge::interfering_macro(const std::string& text) const {
  std::set<std::string> own;
  for (const std::string& line : lines_of(text))
    for (std::string& word : words_in(line.substr(0, line.find("//")))) own.insert(std::move(word));
  for (const auto& [name, definition] : bindings.macros()) {
    const auto inner = words_in(definition);
    const bool is_same = std::ranges::find(inner, "ACCEPTED") == inner.end();
    if (own.contains(name) && !(name.starts_with("NATIVE_") && is_same)) return name;
  }
  return std::nullopt;
}

/// Whether the compiler does not find a type. A program that only names it tells this from a case that fails.
bool cpp_judge::lacks(const std::string& type) const {
  const scratch_folder folder;
  const fs::path names_it = folder.path() / "needs.cpp";
  write_text(names_it, fmt::format("#include <native.hpp>\n#include <utility>\nusing needed = {};\n", type));
  const ownership_answer answer = check_ownership(bindings.program(folder.path(), names_it), "-Wall");
  return answer.completed && !answer.accepted;
}

finding cpp_judge::judge() const {
  const std::string text = read_text(test_case.file);
  if (const auto macro = interfering_macro(text))
    return fail(
        "the bindings define no macro for a name of the case, but for NATIVE_… ones that are the same in both halves",
        "the macro " + *macro);
  finding found = judge_by_method(text);
  const auto needed = needed_type(test_case);
  return found.seen == verdict::fail && needed && lacks(*needed) ? finding_without(*needed) : found;
}

finding cpp_judge::judge_by_method(const std::string& text) const {
  if (test_case.method == method::type) return judge_type();
  const auto code = find_header_field(text, "Rejected");
  if (!code) return fail("a line `// Rejected: CODE` in the case's first comment", "none");
  const auto names = find_header_field(text, "Names");
  return judge_reject(diagnostic_code(code->value), names ? std::optional(names->value) : std::nullopt);
}

}  // namespace

finding judge_in_cpp(const fs::path& source, const case_file& test_case, const native_bindings& bindings,
                     combined_cases* combined) {
  const auto compiled = precompiled_bindings_of(bindings);
  const ownership_answer& answer = compiled->answer();
  return with_files_read(test_case, answer.read, compiled->folder(), [&](files_read& read) {
    if (!answer.accepted) return fail("<native.hpp> compiles", how(answer), answer);
    return cpp_judge{source, test_case, *compiled, combined, read}.judge();
  });
}

}  // namespace fearless::certifier
