// SPDX-License-Identifier: MIT
#include <optional>

#include "compile_time_finding.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "rust_bindings.hpp"

namespace fearless::certifier {

namespace {

std::vector<std::string> lines_from(const rust_answer& answer) {
  std::vector<std::string> lines;
  for (const rust_error& each : answer.errors) lines.push_back(each.line);
  return lines;
}

finding fail(const std::string& expected, const std::string& seen, const rust_answer& answer) {
  finding made = failed_finding(expected, answer.timed_out ? "rustc did not end" : seen, lines_from(answer));
  if (answer.timed_out) made.seen = verdict::timeout;
  return made;
}

finding judge_type(const rust_program& program, files_read& read) {
  const rust_answer answer = try_rustc(program);
  read.add(answer.read);
  if (answer.accepted) return {verdict::pass, {}};
  return fail("it compiles", "rejected:", answer);
}

finding judge_twin(rust_program twin, files_read& read) {
  twin.flags.insert(twin.flags.end(), {"--cfg", "accepted"});
  const scratch_folder folder;
  const std::string accepted = "with --cfg accepted it compiles and runs";
  const rust_answer built = build_with_rustc(twin, folder.path());
  read.add(built.read);
  return built.accepted ? judge_program({(folder.path() / program_name).string()}, folder.path(), accepted)
                        : fail(accepted, "rejected:", built);
}

finding judge_reject(const rust_program& program, const std::string& code, files_read& read) {
  const rust_answer answer = try_rustc(program);
  read.add(answer.read);
  const std::string rejected = "rejected with " + code + " and nothing else";
  if (answer.accepted) return fail(rejected, "accepted", answer);
  if (answer.error_with(code) == nullptr) return fail(rejected, "no error with this code: rejected:", answer);
  if (const rust_error* other = answer.error_without(code))
    return failed_finding(rejected, "an error of another kind:", {other->line});
  finding twin = judge_twin(program, read);
  if (twin.seen == verdict::pass) twin.details = {answer.errors.front().line};
  return twin;
}

finding judge(const rust_program& program, const case_file& test_case, files_read& read) {
  if (test_case.method == method::type) return judge_type(program, read);
  const auto code = find_header_field(read_text(test_case.file), "Rejected");
  if (!code) return failed_finding("a line `// Rejected: CODE` in the case's first comment", "none");
  return judge_reject(program, code->value, read);
}

/// Whether rustc does not find a type. A program that only names it tells this from a case that fails.
bool lacks(const rust_bindings& bindings, const std::string& type) {
  const scratch_folder folder;
  const std::filesystem::path names_it = folder.path() / "needs.rs";
  write_text(names_it, "#![allow(dead_code)]\nfn needed(_: " + type + ") {}\nfn main() {}\n");
  const rust_answer answer = try_rustc(bindings.program(folder.path(), names_it));
  return !answer.accepted && !answer.timed_out;
}

}  // namespace

finding judge_in_rust(const std::filesystem::path& source, const case_file& test_case,
                      const native_bindings& bindings) {
  const auto compiled = rust_bindings_of(bindings);
  const rust_answer& answer = compiled->answer();
  return with_files_read(test_case, answer.read, compiled->folder(), [&](files_read& read) {
    if (!answer.accepted) return fail("the crate native compiles", "rejected:", answer);
    finding found = judge(compiled->program(source, test_case.file), test_case, read);
    const auto needed = needed_type(test_case);
    return found.seen == verdict::fail && needed && lacks(*compiled, *needed) ? finding_without(*needed) : found;
  });
}

}  // namespace fearless::certifier
