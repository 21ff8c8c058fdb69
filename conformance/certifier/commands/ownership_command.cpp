// SPDX-License-Identifier: MIT
#include "ownership_command.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "files.hpp"
#include "interruption.hpp"
#include "ownership_matrix.hpp"
#include "ownership_tools.hpp"
#include "parallel.hpp"
#include "run_header.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Calls a tool for a program, and for its accepted twin if the program is rejected. The twin is not needed if the
/// ownership check rejects with the expected code: `fearless certify` proves that the twin passes.
tool_answer ask_about(const ownership_row& row, ownership_tool tool, const fs::path& file,
                      const ownership_toolset& tools) {
  const std::string expected = row.is_known_false_negative() ? "" : row.expected;
  tool_answer answer = tools.ask(tool, {.file = file, .expected = expected});
  const bool is_of_ownership_check = tool == ownership_tool::clang || tool == ownership_tool::clang_tidy;
  if (!answer.rejects || row.is_known_false_negative() || (is_of_ownership_check && row.is_expected(answer.code)))
    return answer;
  if (!tools.ask(tool, {.file = file, .expected = expected, .is_twin = true}).rejects) return answer;
  return {.rejects = false, .code = {}, .rejects_twin = true};
}

void ask_all(ownership_row& row, const ownership_toolset& tools) {
  for (const ownership_tool tool : {ownership_tool::clang, ownership_tool::clang_tidy, ownership_tool::gcc})
    row.answers[tool] = ask_about(row, tool, row.file, tools);
  if (const auto counterpart = in_rust(row))
    row.answers[ownership_tool::rustc] = ask_about(row, ownership_tool::rustc, *counterpart, tools);
}

std::string line_for(const ownership_row& row, const terminal& screen) {
  std::string said;
  for (const ownership_tool tool : ownership_tools) {
    const auto found = row.answers.find(tool);
    if (found == row.answers.end() || !found->second.rejects) continue;
    const std::string code = found->second.code.empty() ? "no code" : found->second.code;
    said += fmt::format("{}{} ({})", said.empty() ? "" : ", ", name(tool), code);
  }
  return fmt::format("{}  {}", screen.paint(row.is_as_expected() ? tone::plain : tone::bad, row.name),
                     said.empty() ? "nothing" : said);
}

void print_summary(const ownership_matrix& matrix, terminal& screen) {
  for (const ownership_row& row : matrix.rows)
    if (!row.is_as_expected())
      screen.print(fmt::format("{} {}: {}", screen.paint(tone::bad, "UNEXPECTED"), row.name, row.difference()));
  const auto count = [&](const auto& holds) { return std::ranges::count_if(matrix.rows, holds); };
  const auto by_ownership_check = [](const ownership_row& row) {
    return row.is_rejected_by(ownership_tool::clang) || row.is_rejected_by(ownership_tool::clang_tidy);
  };
  screen.print("");
  screen.print(fmt::format("{:<12}{} wrong programs", "programs", matrix.rows.size()));
  screen.print(fmt::format("{:<12}{} by clang or clang-tidy; g++ misses {} of them", "rejected",
                           count(by_ownership_check), count([&](const ownership_row& row) {
                             return by_ownership_check(row) && !row.is_rejected_by(ownership_tool::gcc);
                           })));
  screen.print(fmt::format("{:<12}{} by no tool for C++", "missed",
                           count([](const ownership_row& row) { return row.seen_by() == "nothing"; })));
}

}  // namespace

int ownership(const paths& places, const ownership_options& options) {
  ownership_matrix matrix{.origin = origin_of_run(places.source),
                          .rows = wrong_programs(places.source, load_catalogue(places.build))};
  const bool with_rust =
      std::ranges::any_of(matrix.rows, [](const ownership_row& row) { return in_rust(row).has_value(); });
  terminal screen;
  screen.begin("ownership", matrix.rows.size(), "compiling what the programs share");
  std::vector<fs::path> programs;
  for (const ownership_row& each : matrix.rows) programs.push_back(each.file);
  const ownership_toolset tools(places, programs, with_rust);
  run_all(matrix.rows.size(), job_count(options.jobs), [&](std::size_t i) {
    ask_all(matrix.rows[i], tools);
    screen.step(line_for(matrix.rows[i], screen), !matrix.rows[i].is_as_expected());
  });
  screen.end();
  stop_if_interrupted();

  print_summary(matrix, screen);
  const fs::path file = fs::absolute(options.out.value_or(places.output / "results")) / "ownership.jsonl";
  write_text(file, text_of(matrix));
  screen.print(fmt::format("{:<12}{}", "table", file.string()));
  return matrix.holds() ? 0 : 1;
}

}  // namespace fearless::certifier
