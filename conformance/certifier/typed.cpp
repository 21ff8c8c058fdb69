// SPDX-License-Identifier: MIT
#include "typed.hpp"

#include <fmt/format.h>

#include "files.hpp"
#include "gate.hpp"
#include "header_comment.hpp"
#include "precompiled_vocabulary.hpp"
#include "process.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t shown_errors = 4;

/// A verdict with what led to it, before the time is known.
struct finding {
  verdict seen;
  std::vector<std::string> details;
};

finding fail(std::string expected, std::string seen, const gate_answer& answer = {}) {
  finding made{verdict::fail, {"expected: " + std::move(expected), "seen: " + std::move(seen)}};
  for (const std::string& line : answer.errors)
    if (made.details.size() < 2 + shown_errors) made.details.push_back(line);
  if (answer.timed_out) made.seen = verdict::timeout;
  return made;
}

std::string how(const gate_answer& answer) {
  if (answer.timed_out) return "the compiler did not end";
  return answer.errors.empty() ? "rejected without an error line" : "rejected:";
}

finding judge_type(const gated_program& program) {
  const gate_answer answer = try_gate(program, "-Wall");
  if (answer.accepted) return {verdict::pass, {}};
  return fail("it compiles", how(answer), answer);
}

finding judge_twin(gated_program twin, const std::string& code, const std::vector<std::string>& libraries) {
  twin.flags.emplace_back("-DACCEPTED");
  const scratch_folder folder;
  const fs::path executable = folder.path() / "twin";
  const std::string accepted = "with -DACCEPTED it compiles, passes the gate and runs";

  const gate_answer built = build_through_gate(twin, executable, libraries);
  if (!built.accepted) return fail(accepted, how(built), built);
  if (is_tidy_check(code))
    if (const gate_answer tidy = try_gate(twin, code); !tidy.accepted) return fail(accepted, how(tidy), tidy);

  const outcome ran =
      run({.arguments = {executable.string()}, .environment = {}, .directory = folder.path(), .bounds = {}});
  if (ran.exit_code == 0) return {verdict::pass, {}};
  finding failed = fail(accepted, ran.timed_out   ? "the twin did not end"
                                  : ran.exit_code ? fmt::format("the twin ended with exit code {}", *ran.exit_code)
                                                  : fmt::format("the twin ended by signal {}", ran.signal.value_or(0)));
  if (ran.timed_out) failed.seen = verdict::timeout;
  return failed;
}

finding judge_reject(const gated_program& program, const std::string& code, const std::vector<std::string>& libraries) {
  const gate_answer answer = try_gate(program, code);
  const std::string rejected = "rejected with " + code;
  if (answer.accepted) return fail(rejected, "accepted");
  const std::string* error = answer.error_with(code);
  if (error == nullptr) return fail(rejected, "no error with this code: " + how(answer), answer);
  finding twin = judge_twin(program, code, libraries);
  if (twin.seen == verdict::pass) twin.details = {*error};
  return twin;
}

finding judge(const paths& where, const case_file& subject_case, const typed_subject& subject) {
  const auto vocabulary = vocabulary_of(subject);
  if (!vocabulary->answer().accepted)
    return fail("<subject.hpp> compiles", how(vocabulary->answer()), vocabulary->answer());
  if (subject_case.method == "type") return judge_type(vocabulary->program(where, subject_case.file));
  const auto code = find_header_field(read_text(subject_case.file), "Rejected");
  if (!code) return fail("a line `// Rejected: CODE` in the case's first comment", "none");
  const std::string full_code = diagnostic_code(code->value);
  return judge_reject(vocabulary->program(where, subject_case.file), full_code, vocabulary->libraries());
}

}  // namespace

typed_judgement judge_typed(const paths& where, const case_file& subject_case, const typed_subject& subject) {
  const auto start = std::chrono::steady_clock::now();
  finding found = judge(where, subject_case, subject);
  return {.seen = found.seen,
          .elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start),
          .details = std::move(found.details),
          .reproduce = fmt::format("./fearless certify {} --case {} --only typed", subject.name, subject_case.name)};
}

std::optional<std::vector<std::string>> vocabulary_errors(const paths&, const typed_subject& subject) {
  const gate_answer& answer = vocabulary_of(subject)->answer();
  if (answer.accepted) return std::nullopt;
  return answer.errors.empty() ? std::vector{how(answer)} : answer.errors;
}

}  // namespace fearless::certifier
