// SPDX-License-Identifier: MIT
#include "search_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>
#include <vector>

#include "error.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "implementation.hpp"
#include "interruption.hpp"
#include "plan.hpp"
#include "repetition.hpp"
#include "saved_case.hpp"
#include "scenarios/side_by_side.hpp"
#include "search.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using clock = std::chrono::steady_clock;

namespace {

/// A library to search, and its build.
struct searched_library {
  build_kind build;
  fs::path file;
};

std::vector<searched_library> libraries_of(const paths& places, const search_command_options& asked) {
  if (asked.only && *asked.only != name(build_kind::plain) && *asked.only != name(build_kind::instrumented))
    throw user_error(fmt::format("unknown build {}: use plain or instrumented", *asked.only));
  std::optional<implementation> under_test;
  if (!asked.mutant) under_test = load_implementation(places.build, asked.implementation);
  std::vector<searched_library> all;
  for (const auto build : {build_kind::plain, build_kind::instrumented}) {
    if (asked.only && *asked.only != name(build)) continue;
    std::error_code absent;
    if (asked.mutant) {
      const auto file = places.build / "mutants" / name(build) / (*asked.mutant + ".so");
      if (fs::exists(file, absent)) all.push_back({build, file});
    } else if (const auto& library = under_test->library(build)) {
      all.push_back({build, *library});
    }
  }
  if (all.empty())
    throw user_error(fmt::format("{} has no library to search: build it first, or see `fearless certify {}`",
                                 asked.mutant.value_or(asked.implementation), asked.implementation));
  return all;
}

/// The lines that show what happened: the threads side by side where there are not too many.
std::vector<std::string> shown(const scenarios::scenario& what, const std::optional<repeated_execution>& again) {
  constexpr std::size_t width = 76;
  auto lines = again ? side_by_side(again->seen, width) : side_by_side(what, width);
  return lines.empty() ? lines_of(text_of(what)) : lines;
}

void print(const scenario_finding& found, const std::optional<repeated_execution>& again, build_kind build,
           terminal& screen) {
  screen.print(fmt::format(
      "{} {} ({})", screen.paint(tone::bad, name(found.seen)),
      found.claims.empty() ? "of no claim that could be named" : fmt::format("{}", fmt::join(found.claims, ", ")),
      name(build)));
  screen.print("    " + (again ? with_names_of_threads(again->seen, found.what) : found.what));
  for (const auto& line : shown(found.entry.what, again)) screen.print("    " + line);
}

/// Where a finding is kept: named after the claim that it breaks.
fs::path file_for(const paths& places, const search_command_options& asked, const scenario_finding& found,
                  build_kind build) {
  const fs::path folder = asked.out.value_or(places.output / "scenarios");
  const auto under_test = asked.mutant ? *asked.mutant : fs::path(asked.implementation).stem().string();
  const auto claim = found.claims.empty() ? std::string("unnamed") : found.claims.front();
  return folder / fmt::format("{}.{}.{}.scenario", under_test, claim, name(build));
}

/// Repeats one execution. Returns the exit code.
int replay(const paths& places, const search_command_options& asked, terminal& screen) {
  std::vector<scenarios::batch_entry> batch;
  try {
    std::string text;
    for (const auto& line : lines_of(read_text(*asked.replay)))
      if (!line.starts_with("#")) text += line + "\n";
    batch = scenarios::parse_batch(text);
  } catch (const std::invalid_argument& error) {
    throw user_error(
        fmt::format("{}: {}; give a file that `fearless search` wrote", asked.replay->string(), error.what()));
  }
  bool any = false, is_saved = false;
  const suites programs(places);
  for (const auto& [build, library] : libraries_of(places, asked)) {
    const auto done = run_scenarios(programs.of(build), library, batch, [](const scenario_failure&) { return true; });
    if (done.failures.empty()) {
      screen.print(fmt::format("no violation ({})", name(build)));
      continue;
    }
    const auto& entry = batch[done.failures.front().entry];
    const auto again = repeat(programs.of(build), library, entry);
    for (const auto& failed : done.failures)
      for (const auto& violated : failed.violations) {
        any = true;
        screen.print(fmt::format("{} {} ({})\n    {}", screen.paint(tone::bad, name(failed.seen)),
                                 fmt::join(violated.claims, ", "), name(build),
                                 again ? with_names_of_threads(again->seen, violated.what) : violated.what));
      }
    const auto lines = shown(entry.what, again);
    for (const auto& line : lines) screen.print("    " + line);
    if (asked.save_as && !std::exchange(is_saved, true))
      save_case(places, {.file = *asked.save_as, .library = library, .build = build, .shown = lines}, again, screen);
  }
  if (asked.save_as && !is_saved)
    throw user_error(fmt::format("{}: not written: the execution broke no claim", asked.save_as->string()));
  return any ? 1 : 0;
}

}  // namespace

int search_scenarios(const paths& places, const search_command_options& options) {
  terminal screen;
  if (options.save_as) require_name_of_case(*options.save_as);
  if (options.replay) return replay(places, options, screen);
  const auto libraries = libraries_of(places, options);
  const suites programs(places);
  const auto corpus = corpus_of(places.source);
  const auto share = std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(60 * options.minutes)) /
                     static_cast<int>(libraries.size());
  bool any = false, is_saved = false;
  for (const auto& [build, library] : libraries) {
    const auto until = clock::now() + share;
    search_extent extent = extent_for(build);
    extent.first_seed = options.seed;
    extent.scenarios = UINT32_MAX;
    screen.begin(fmt::format("searching ({})", name(build)), 0, "the corpus");
    const auto report = search(programs.of(build), library, corpus, extent, [&](const search_report& so_far) {
      stop_if_interrupted();
      screen.advance(fmt::format("{} scenarios, {} executions", grouped(so_far.scenarios), grouped(so_far.executions)));
      return so_far.findings.empty() && clock::now() < until;
    });
    screen.end();
    screen.print(fmt::format("{:<14}{} scenarios, {} executions, {} found", name(build), grouped(report.scenarios),
                             grouped(report.executions), report.findings.size()));
    for (const auto& each : report.findings) {
      any = true;
      const auto smallest = reduced(programs.of(build), library, each);
      const fs::path file = file_for(places, options, smallest, build);
      write_text(file, replay_text(smallest));
      const auto again = repeat(programs.of(build), library, smallest.entry);
      print(smallest, again, build, screen);
      screen.print(
          screen.paint(tone::faint, fmt::format("    again: {} search {} --only {} --replay {}", called_as(places),
                                                options.mutant ? "--mutant " + *options.mutant : options.implementation,
                                                name(build), file.string())));
      if (options.save_as && !std::exchange(is_saved, true))
        save_case(
            places,
            {.file = *options.save_as, .library = library, .build = build, .shown = shown(smallest.entry.what, again)},
            again, screen);
    }
    const auto next = options.seed + report.scenarios - std::min<std::uint64_t>(report.scenarios, corpus.size());
    if (report.findings.empty()) screen.print(fmt::format("{:<14}add --seed {} to go on from here", "", next));
  }
  return any ? 1 : 0;
}

}  // namespace fearless::certifier
