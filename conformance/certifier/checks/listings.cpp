// SPDX-License-Identifier: MIT
#include "listings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "files.hpp"
#include "interleaving.hpp"
#include "listing_record.hpp"
#include "ownership_check.hpp"
#include "process.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

std::string without_last_newlines(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

/// Whether the build's program of a listing was made from this text of it.
bool is_built(const listing& text, const fs::path& source, const fs::path& program) {
  if (!fs::exists(source) || !fs::exists(program)) return false;
  return without_last_newlines(read_text(source)) == without_last_newlines(text.source) &&
         fs::last_write_time(source) <= fs::last_write_time(program);
}

/// The chapter's line that shows line `number` of a listing's output: known where one block shows it all.
int line_of_output(const listing& text, int number) {
  if (text.outputs.size() != 1) return text.outputs.empty() ? text.line : text.outputs.front().line;
  const int shown = static_cast<int>(lines_of(text.outputs.front().text).size());
  return text.outputs.front().line + std::min(number, shown);
}

listing_result judge_running(const paths& where, const listing& text) {
  const fs::path program = where.build / "listings" / text.id;
  listing_result result{.seen = verdict::not_run,
                        .line = text.line,
                        .problem = {},
                        .output = {},
                        .command = "./" + program.lexically_relative(where.source).string()};
  if (!is_built(text, where.build / "spec" / "listings" / (text.id + ".cpp"), program)) {
    result.problem = fmt::format("listing `{}` is not built from this text; run `cmake --build {} --target listings`",
                                 text.id, where.build.lexically_relative(where.source).string());
    return result;
  }

  const outcome ran = run({.arguments = {program.string()},
                           .environment = {},
                           .directory = program.parent_path(),
                           .bounds = {.wall = std::chrono::seconds(10)}});
  result.output = ran.standard_output;
  if (ran.exit_code != 0) {
    result.seen = ran.timed_out ? verdict::timeout : ran.signal ? verdict::crash : verdict::fail;
    result.problem = fmt::format("listing `{}` {}; correct the program, or the library", text.id,
                                 ran.timed_out ? "does not end within 10 s"
                                 : ran.signal  ? fmt::format("ends by signal {}", *ran.signal)
                                               : fmt::format("ends with exit code {}", ran.exit_code.value_or(-1)));
  } else if (const auto differs = compare_output(ran.standard_output, text.outputs)) {
    result.seen = verdict::fail;
    result.line = line_of_output(text, differs->line);
    result.problem = fmt::format(
        "the output of listing `{}` differs in its line {}: expected {}, seen {}; "
        "correct the output block, or the program",
        text.id, differs->line, differs->expected, differs->seen);
  } else {
    result.seen = verdict::pass;
  }
  return result;
}

/// What the compiler said, with the tree's own files as they are called at the project's root.
std::string from_root(std::string said, const fs::path& source) {
  const std::string prefix = source.string() + "/";
  for (auto at = said.find(prefix); at != std::string::npos; at = said.find(prefix, at)) said.erase(at, prefix.size());
  return said;
}

listing_result judge_rejected(const paths& where, const listing& text) {
  const std::string code = diagnostic_code(text.code);
  const scratch_folder folder;
  const std::string file = text.id + ".cpp";
  write_text(folder.path() / file, text.source + "\n");
  const ownership_answer answer = check_ownership(
      {.file = file, .directory = folder.path(), .flags = {"-I" + (where.source / reference_headers).string()}}, code);

  const fs::path extracted = (where.build / "spec" / "listings" / file).lexically_relative(where.source);
  listing_result result{.seen = verdict::pass,
                        .line = text.line,
                        .problem = {},
                        .output = from_root(answer.output, where.source),
                        .command = is_tidy_check(code)
                                       ? fmt::format("clang-tidy-19 '--checks=-*,{}' {} -- -std=c++23 -I{}", code,
                                                     extracted.string(), reference_headers)
                                       : fmt::format("{} -I{} -fsyntax-only {}", fmt::join(ownership_compiler(), " "),
                                                     reference_headers, extracted.string())};
  if (!answer.accepted && answer.error_with(code) != nullptr) return result;
  result.seen = verdict::fail;
  result.problem = fmt::format(
      "listing `{}` must be rejected with {} but {}; correct the program, its `code`, or the library", text.id, code,
      answer.accepted         ? "is accepted"
      : answer.errors.empty() ? "is rejected without an error line"
                              : "is rejected with `" + from_root(answer.errors.front(), where.source) + "`");
  return result;
}

}  // namespace

listing_result judge_listing(const paths& where, const listing& text, cache_policy wanted) {
  if (text.does == listing::kind::runs) return judge_running(where, text);
  if (wanted == cache_policy::use_if_current)
    if (auto recorded = recorded_result(where, text)) return *recorded;
  listing_result result = judge_rejected(where, text);
  record_result(where, text, result);
  return result;
}

}  // namespace fearless::certifier
