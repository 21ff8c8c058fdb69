// SPDX-License-Identifier: MIT
#include "listings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "files.hpp"
#include "interleaving.hpp"
#include "ownership_check.hpp"
#include "process.hpp"
#include "result_cache.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

std::string without_last_newlines(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

/// Whether the program of a listing was built from this text.
bool is_built(const listing& text, const fs::path& source, const fs::path& program) {
  if (!fs::exists(source) || !fs::exists(program)) return false;
  return without_last_newlines(read_text(source)) == without_last_newlines(text.source) &&
         fs::last_write_time(source) <= fs::last_write_time(program);
}

/// The line of the chapter that shows line `number` of a listing's output; exact if one block shows all of it.
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
        "the output of listing `{}` differs in line {}: expected {}, got {}; "
        "correct the output block, or the program",
        text.id, differs->line, differs->expected, differs->seen);
  } else {
    result.seen = verdict::pass;
  }
  return result;
}

/// Asks the compiler about a program that must be rejected, unless the cache knows: its problem and its output.
cached_result rejection_of(const paths& where, const listing& text, const std::string& code) {
  const fs::path include = where.source / reference_headers;
  const cache_entry entry = entry_of(where, text.id, code + "\n" + text.source, include);
  if (auto cached = find_cached(entry); cached && cached->details.size() == 2) return *std::move(cached);
  const scratch_folder folder;
  const std::string file = text.id + ".cpp";
  write_text(folder.path() / file, text.source + "\n");
  ownership_answer answer =
      check_ownership({.file = file, .directory = folder.path(), .flags = {"-I" + include.string()}}, code);
  answer.read.forget_below(folder.path());
  const bool is_as_expected = !answer.accepted && answer.error_with(code) != nullptr;
  const std::string problem = is_as_expected    ? ""
                              : answer.accepted ? "is accepted"
                              : answer.errors.empty()
                                  ? "is rejected without an error line"
                                  : "is rejected with `" + without_folder(answer.errors.front(), where.source) + "`";
  cached_result result{.seen = is_as_expected ? verdict::pass : verdict::fail,
                       .details = {problem, without_folder(answer.output, where.source)},
                       .judged = {}};
  store(entry, result.seen, result.details, answer.read);
  return result;
}

listing_result judge_rejected(const paths& where, const listing& text) {
  const std::string code = diagnostic_code(text.code);
  const cached_result found = rejection_of(where, text, code);
  const std::string extracted =
      (where.build / "spec" / "listings" / (text.id + ".cpp")).lexically_relative(where.source).string();
  listing_result result{.seen = found.seen,
                        .line = text.line,
                        .problem = {},
                        .output = found.details.at(1),
                        .command = is_tidy_check(code)
                                       ? fmt::format("{} '--checks=-*,{}' {} -- -std=c++23 -I{}",
                                                     tools::clang_tidy.program, code, extracted, reference_headers)
                                       : fmt::format("{} -I{} -fsyntax-only {}", fmt::join(ownership_compiler(), " "),
                                                     reference_headers, extracted)};
  if (const std::string& problem = found.details.at(0); !problem.empty())
    result.problem =
        fmt::format("listing `{}` must be rejected with {} but {}; correct the program, its `code`, or the library",
                    text.id, code, problem);
  return result;
}

}  // namespace

listing_result judge_listing(const paths& where, const listing& text) {
  return text.does == listing::kind::runs ? judge_running(where, text) : judge_rejected(where, text);
}

}  // namespace fearless::certifier
