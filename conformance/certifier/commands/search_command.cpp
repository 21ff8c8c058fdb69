// SPDX-License-Identifier: MIT
#include "search_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "attribution.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "guidance.hpp"
#include "implementation.hpp"
#include "interruption.hpp"
#include "plan.hpp"
#include "printable.hpp"
#include "reduction.hpp"
#include "repetition.hpp"
#include "saved_case.hpp"
#include "scenarios/side_by_side.hpp"
#include "search.hpp"
#include "search_state.hpp"
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
  screen.print("    " + printable(again ? with_names_of_threads(again->seen, found.what) : found.what));
  for (const auto& line : shown(found.entry.what, again)) screen.print("    " + line);
}

/// What is searched, as a name of files.
std::string under_test(const search_command_options& asked) {
  return asked.mutant ? *asked.mutant : fs::path(asked.implementation).stem().string();
}

/// The folder of the findings and of the states.
fs::path folder_of(const paths& places, const search_command_options& asked) {
  return asked.out.value_or(places.output / "scenarios");
}

/// What is shown of a search: a violation, and the claim that it is shown for. Empty: none can be named.
struct shown_finding {
  std::string claim;
  scenario_finding found;
};

/// The first violation that decides each claim, or of all claims if there is only one to show.
std::vector<shown_finding> to_show(const std::vector<scenario_finding>& all, bool each_claim) {
  std::vector<shown_finding> chosen;
  std::set<const scenario_finding*> known;
  for (const scenario_finding& found : all) {
    if (found.claims.empty() && known.empty()) chosen.push_back({.claim = "", .found = found});
    for (const auto& claim : found.claims)
      if (attribute(claim, all).decides == &found && known.insert(&found).second)
        chosen.push_back({.claim = claim, .found = found});
    if (!each_claim && !chosen.empty()) break;
  }
  return chosen;
}

/// Where a finding is kept: named after the claim that it breaks.
fs::path file_for(const paths& places, const search_command_options& asked, const std::string& claim,
                  build_kind build) {
  return folder_of(places, asked) /
         fmt::format("{}.{}.{}.scenario", under_test(asked), claim.empty() ? "unnamed" : claim, name(build));
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
  bool any = false, any_undecided = false, is_saved = false;
  const suites programs(places);
  for (const auto& [build, library] : libraries_of(places, asked)) {
    const auto done = run_scenarios(programs.of(build), library, batch, [](const scenario_failure&) { return true; });
    if (done.failures.empty()) {
      screen.print(fmt::format("no violation ({})", name(build)));
      continue;
    }
    const std::size_t at = done.failures.front().entry;
    const auto& entry = batch[at];
    const auto again =
        repeat(programs.of(build), library, {batch.begin(), batch.begin() + static_cast<std::ptrdiff_t>(at) + 1});
    for (const auto& failed : done.failures) {
      (failed.seen == verdict::not_run ? any_undecided : any) = true;
      if (failed.violations.empty())
        screen.print(fmt::format("{} of no claim that could be named ({})", screen.paint(tone::bad, name(failed.seen)),
                                 name(build)));
      for (const auto& violated : failed.violations) {
        screen.print(fmt::format("{} {} ({})", screen.paint(tone::bad, name(failed.seen)),
                                 fmt::join(violated.claims, ", "), name(build)));
        screen.print("    " + printable(again ? with_names_of_threads(again->seen, violated.what) : violated.what));
      }
    }
    const auto lines = shown(entry.what, again);
    for (const auto& line : lines) screen.print("    " + line);
    if (asked.save_as && !std::exchange(is_saved, true))
      save_case(places,
                {.file = *asked.save_as, .library = library, .build = build, .shown = lines, .after_others = at > 0},
                again, screen);
  }
  if (asked.save_as && !is_saved)
    throw user_error(fmt::format("{}: not written: the execution broke no claim", asked.save_as->string()));
  return any ? 1 : any_undecided ? 2 : 0;
}

/// What a search has reached, in words.
std::string progress_of(const guidance& guided, build_kind build) {
  if (build == build_kind::plain) return "";
  return fmt::format(", {} edges, {} kept", grouped(guided.edges()), grouped(guided.kept().size()));
}

/// What a search found, in words.
std::string outcome_of(const search_report& report) {
  switch (report.findings.size()) {
    case 0:
      return "no violation";
    case 1:
      return "a violation";
    default:
      return fmt::format("{} kinds of violations", report.findings.size());
  }
}

/// The state that the search begins with: that of the last one, unless the user wants another.
search_state state_to_begin_with(const paths& places, const search_command_options& asked, const searched_library& of,
                                 const fs::path& file, terminal& screen) {
  search_state now;
  now.library = sha256_of_file(of.file);
  now.suite = sha256_of_file(places.build / "suite" / name(of.build) / "suite");
  const auto last = asked.fresh ? std::nullopt : read_search_state(file);
  if (last) {
    const bool is_same = last->library == now.library && last->suite == now.suite;
    now = last->for_library(now.library, now.suite);
    const auto what = is_same ? fmt::format("goes on after {} executions of earlier searches, from seed {}",
                                            grouped(now.executions), now.next_seed)
                              : fmt::format("begins again with {} kept scenarios: the library or the suite has changed",
                                            grouped(now.kept.size()));
    screen.print(fmt::format("{:<14}{}", name(of.build), what));
  }
  if (asked.seed) now.next_seed = *asked.seed;
  return now;
}

/// Prints how much was searched, and what was found.
void print_extent(const search_report& report, build_kind build, const std::string& reached, terminal& screen) {
  screen.print(fmt::format("{:<14}{} scenarios, {} executions{}, {}", name(build), grouped(report.scenarios),
                           grouped(report.executions), reached, outcome_of(report)));
  if (report.unjudged > 0)
    screen.print(fmt::format(
        "{:<14}{} not judged", "",
        report.unjudged == 1 ? "1 execution was" : fmt::format("{} executions were", grouped(report.unjudged))));
}

/// Executes what a certificate does, until something is found. Returns what was found, or nothing if the search ended
/// early because too many executions did not end.
std::optional<std::vector<scenario_finding>> search_as_certified(const paths& places,
                                                                 const search_command_options& asked,
                                                                 const suite& program, const searched_library& of,
                                                                 terminal& screen) {
  search_extent extent = extent_for(of.build);
  extent.first_seed = asked.seed.value_or(extent.first_seed);
  screen.begin(fmt::format("searching ({})", name(of.build)), 0, "the corpus");
  const auto report = search(program, of.file, corpus_of(places.source), extent, [&](const search_report& so_far) {
    stop_if_interrupted();
    screen.advance(fmt::format("{} scenarios, {} executions", grouped(so_far.scenarios), grouped(so_far.executions)));
    return so_far.findings.empty() && so_far.effort < most_effort;
  });
  screen.end();
  print_extent(report, of.build, "", screen);
  if (!report.findings.empty() || report.effort < most_effort) return report.findings;
  screen.print(fmt::format("{:<14}could not tell: the search ended after {} executions that did not end", "",
                           grouped(report.failures)));
  return std::nullopt;
}

/// Searches one library until the time is up, or something is found and the search does not keep going. Returns what
/// was found.
std::vector<scenario_finding> search_library(const paths& places, const search_command_options& asked,
                                             const suite& program, const searched_library& of, clock::time_point until,
                                             terminal& screen) {
  const auto corpus = corpus_of(places.source);
  const fs::path file = folder_of(places, asked) / fmt::format("{}.{}.search", under_test(asked), name(of.build));
  guidance guided(state_to_begin_with(places, asked, of, file, screen));
  search_extent extent = extent_for(of.build);
  extent.first_seed = guided.next_seed();
  extent.scenarios = UINT32_MAX;
  screen.begin(fmt::format("searching ({})", name(of.build)), 0, guided.has_begun() ? "" : "the corpus");
  std::vector<scenario_finding> so_far_found;
  const auto goes_on = [&](const search_report& so_far) {
    if (so_far.findings.size() > so_far_found.size()) so_far_found = so_far.findings;
    stop_if_interrupted();
    screen.advance(fmt::format("{} scenarios, {} executions{}", grouped(so_far.scenarios), grouped(so_far.executions),
                               progress_of(guided, of.build)));
    return (so_far.findings.empty() || asked.keeps_going) && clock::now() < until;
  };
  try {
    const auto report = search(program, of.file, corpus, extent, goes_on, &guided);
    screen.end();
    write_text(file, text_of(guided.state()));
    print_extent(report, of.build, progress_of(guided, of.build), screen);
    return report.findings;
  } catch (const interrupted&) {
    screen.end();
    write_text(file, text_of(guided.state()));
    for (const auto& each : to_show(so_far_found, asked.keeps_going))
      write_text(file_for(places, asked, each.claim, of.build), replay_text({.found = each.found}));
    throw user_error(fmt::format("stopped by a signal{}; call `fearless search` again to go on from here",
                                 so_far_found.empty() ? ""
                                                      : fmt::format("; what was found is in {}, not reduced",
                                                                    folder_of(places, asked).string())));
  }
}

/// What is left of a finding.
struct reduced_and_shown {
  std::optional<repeated_execution> execution;
  std::vector<std::string> shown;  ///< the threads side by side
  bool after_others = false;       ///< whether it breaks the claim only after other scenarios
};

/// Reduces a finding, unless it is searched as certified, writes it to its file, and prints it with the command that
/// repeats it.
reduced_and_shown reduce_and_show(const paths& places, const search_command_options& asked, const suite& program,
                                  const searched_library& of, const shown_finding& what, terminal& screen) {
  const auto smallest =
      asked.as_certified ? reduced_finding{.found = what.found} : reduced(program, of.file, what.found);
  const fs::path file = file_for(places, asked, what.claim, of.build);
  write_text(file, replay_text(smallest));
  const auto again = repeat(program, of.file, smallest.batch());
  print(smallest.found, again, of.build, screen);
  if (!smallest.before.empty())
    screen.print(fmt::format(
        "    only after {} in the same process, which the file holds too",
        smallest.before.size() == 1 ? "another scenario" : fmt::format("{} other scenarios", smallest.before.size())));
  if (!again) screen.print("    not seen again when it was repeated; the file holds the execution that showed it");
  screen.print(screen.paint(tone::faint, fmt::format("    again: {} search {} --only {} --replay {}", called_as(places),
                                                     asked.mutant ? "--mutant " + *asked.mutant : asked.implementation,
                                                     name(of.build), file.string())));
  return {
      .execution = again, .shown = shown(smallest.found.entry.what, again), .after_others = !smallest.before.empty()};
}

}  // namespace

int search_scenarios(const paths& places, const search_command_options& options) {
  terminal screen;
  if (options.save_as) require_name_of_case(*options.save_as);
  if (options.replay) return replay(places, options, screen);
  const auto libraries = libraries_of(places, options);
  const suites programs(places);
  const auto share = std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(60 * options.minutes)) /
                     static_cast<int>(libraries.size());
  bool any = false, any_undecided = false, is_saved = false;
  for (const auto& of : libraries) {
    const auto found =
        options.as_certified
            ? search_as_certified(places, options, programs.of(of.build), of, screen)
            : std::optional(search_library(places, options, programs.of(of.build), of, clock::now() + share, screen));
    any_undecided = any_undecided || !found;
    if (!found) continue;
    any = any || !found->empty();
    for (const auto& each : to_show(*found, options.keeps_going)) {
      const auto again = reduce_and_show(places, options, programs.of(of.build), of, each, screen);
      if (options.save_as && !std::exchange(is_saved, true))
        save_case(places,
                  {.file = *options.save_as,
                   .library = of.file,
                   .build = of.build,
                   .shown = again.shown,
                   .after_others = again.after_others},
                  again.execution, screen);
    }
  }
  return any ? 1 : any_undecided ? 2 : 0;
}

}  // namespace fearless::certifier
