// SPDX-License-Identifier: MIT
#include <fmt/format.h>

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

finding judge_type(const checked_program& program, files_read& read) {
  const ownership_answer answer = check_ownership(program, "-Wall");
  read.add(answer.read);
  if (answer.accepted) return {verdict::pass, {}};
  return fail("it compiles", how(answer), answer);
}

/// A program whose one half must be rejected with a code, and the libraries that it is linked to.
struct pair {
  const checked_program& program;
  std::string code;                  ///< of the diagnostic
  std::optional<std::string> names;  ///< what the diagnostic must name
  const std::vector<std::string>& libraries;
};

finding judge_twin(const pair& of, files_read& read) {
  checked_program twin = of.program;
  twin.flags.emplace_back("-DACCEPTED");
  const scratch_folder folder;
  const fs::path executable = folder.path() / "twin";
  const std::string accepted = "with -DACCEPTED it compiles, passes the ownership check and runs";

  const ownership_answer built = build_checked(twin, executable, of.libraries);
  read.add(built.read);
  if (!built.accepted) return fail(accepted, how(built), built);
  if (is_tidy_check(of.code)) {
    const ownership_answer tidy = check_ownership(twin, of.code);
    read.add(tidy.read);
    if (!tidy.accepted) return fail(accepted, how(tidy), tidy);
  }
  return judge_program(executable, accepted);
}

finding judge_reject(const pair& of, files_read& read) {
  const ownership_answer answer = check_ownership(of.program, of.code);
  read.add(answer.read);
  const std::string rejected = "rejected with " + of.code;
  if (answer.accepted) return fail(rejected, "accepted");
  const std::string* error = answer.error_with(of.code);
  if (error == nullptr) return fail(rejected, "no error with this code: " + how(answer), answer);
  if (of.names && answer.output.find(*of.names) == std::string::npos)
    return fail(fmt::format("{} by a message that names {}", rejected, *of.names), "it is not named:", answer);
  finding twin = judge_twin(of, read);
  if (twin.seen == verdict::pass) twin.details = {*error};
  return twin;
}

finding judge(const precompiled_bindings& compiled, const fs::path& source, const case_file& test_case,
              files_read& read) {
  const checked_program program = compiled.program(source, test_case.file);
  if (test_case.method == method::type) return judge_type(program, read);
  const std::string text = read_text(test_case.file);
  const auto code = find_header_field(text, "Rejected");
  if (!code) return fail("a line `// Rejected: CODE` in the case's first comment", "none");
  const auto names = find_header_field(text, "Names");
  return judge_reject({.program = program,
                       .code = diagnostic_code(code->value),
                       .names = names ? std::optional(names->value) : std::nullopt,
                       .libraries = compiled.libraries()},
                      read);
}

}  // namespace

finding judge_in_cpp(const fs::path& source, const case_file& test_case, const native_bindings& bindings) {
  const auto compiled = precompiled_bindings_of(bindings);
  const ownership_answer& answer = compiled->answer();
  return with_files_read(test_case, answer.read, compiled->folder(), [&](files_read& read) {
    return answer.accepted ? judge(*compiled, source, test_case, read)
                           : fail("<native.hpp> compiles", how(answer), answer);
  });
}

}  // namespace fearless::certifier
