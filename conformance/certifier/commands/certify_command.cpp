// SPDX-License-Identifier: MIT
#include "certify_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "certify_session.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "levels.hpp"
#include "printable.hpp"
#include "run_part.hpp"
#include "shard.hpp"
#include "site_command.hpp"
#include "summary.hpp"
#include "terminal.hpp"
#include "waiving.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

selection selected(const certify_options& options) {
  selection wanted{.profiles = {}, .cases = options.cases, .only = std::nullopt};
  if (options.profile) wanted.profiles.push_back(*options.profile);
  if (options.only) {
    wanted.only = build_named(*options.only);
    if (!wanted.only)
      throw user_error(fmt::format("unknown build {}: known are plain, instrumented, compile-time", *options.only));
  }
  return wanted;
}

/// Results of an outside implementation must not replace those of one in the tree.
void require_own_name(const paths& places, const implementation& under_test, const certify_options& options) {
  const auto taken = implementation_names(places.build);
  if (!under_test.in_tree && !options.out && std::ranges::find(taken, under_test.name) != taken.end())
    throw user_error(
        fmt::format("{}: the name \"{}\" belongs to an implementation in the tree: choose another name, or give a "
                    "folder with --out",
                    under_test.file.string(), under_test.name));
}

/// Prints whether the replayed execution failed again. Returns the exit code.
int print_replay(const std::vector<row>& rows, const std::string& replay, terminal& screen) {
  const auto failed = [](const row& each) { return is_failure(each.verdict); };
  if (const auto again = std::ranges::find_if(rows, failed); again != rows.end()) {
    screen.print(fmt::format("replayed: {} shows {} again", replay, name(again->verdict)));
    return exit_code(conclusion::not_conforming);
  }
  screen.print(fmt::format("did not replay: {} shows no failure", replay));
  return exit_code(conclusion::could_not_tell);
}

/// Leaves only the rows of the shard, if one is selected. Returns the part that they are, without its results.
std::optional<run_part> take_shard(planned_run& run, const certify_options& options, const fs::path& folder) {
  if (!options.shard) return std::nullopt;
  const shard which = shard_named(*options.shard);
  if (options.times && !fs::exists(*options.times))
    throw user_error(fmt::format("--times {}: there is no such file", options.times->string()));
  const row_times times = times_in(options.times.value_or(folder / "results.jsonl"));
  run_part chosen{.number = which.part,
                  .of = which.of,
                  .partition_sha256 = partition_sha256(which.of, run.rows, times),
                  .places = places_of(which, run.rows, times)};
  if (chosen.places.empty())
    throw user_error(fmt::format("--shard {}: the part has no rows: choose fewer parts", *options.shard));
  std::vector<planned_row> rows;
  for (const std::size_t place : chosen.places) rows.push_back(std::move(run.rows[place]));
  run.rows = std::move(rows);
  return chosen;
}

/// Writes a part of a run, and says what is needed for the others. Returns the exit code.
int finish_part(const run_part& judged, const fs::path& folder, terminal& screen) {
  const fs::path file = folder / fmt::format("shard-{}-of-{}.jsonl", judged.number, judged.of);
  write_text(file, text_of(judged));
  print_counts(judged.run, screen);
  // Levels, and profiles without any, can be told only from all parts.
  const conclusion verdict = conclude(judged.run.rows, {}, {}, judged.run.header.implementation).verdict;
  screen.print(fmt::format("{:<12}{}", "verdict", name(verdict)));
  screen.print(fmt::format("{:<12}part {} of {}, partition {:.12}: `fearless merge` joins it with the others", "shard",
                           judged.number, judged.of, judged.partition_sha256));
  screen.print(fmt::format("{:<12}{}", "rows", file.string()));
  return exit_code(verdict);
}

/// Judges the rows and shows each of them when it is done.
results judge_visibly(const certify_session& session, const planned_run& run, const controls_report& controls,
                      bool with_output, terminal& screen) {
  // Compile-time cases start first and wait for the precompiled bindings: for some seconds no case ends.
  const bool compiles =
      std::ranges::any_of(run.rows, [](const planned_row& each) { return each.compile_time.has_value(); });
  screen.begin(fmt::format("certify {}", run.under_test.name), run.rows.size(),
               compiles ? "compiling the native bindings" : "");
  const auto show = [&](const row& done, const std::string& output) {
    std::vector<std::string> below;
    if (with_output) {
      if (done.explored)
        for (const auto& line : lines_of_search(*done.explored)) below.push_back("    " + printable(line));
      for (const auto& line : lines_of(output)) below.push_back("    | " + printable(line));
    }
    screen.step(line_for(done, screen), with_output || done.verdict < verdict::unsupported, below);
  };
  results judged = judge(session, run, controls, show);
  screen.end();
  return judged;
}

}  // namespace

int certify(const paths& places, const certify_options& options) {
  require_sensible(options.search, options.cases);
  selection wanted = selected(options);
  const bool partial = !wanted.cases.empty() || wanted.only;
  implementation under_test = load_implementation(places.build, options.implementation);
  const certify_session session(places, options);
  const std::vector<waiver> waivers = waivers_in(options.waivers, session.claims);
  require_explained(options.expected, under_test, session.claims);
  planned_run run = plan_run(session, std::move(under_test), std::move(wanted));
  if (run.rows.empty()) throw user_error("nothing to run: the selected cases do not run in the selected build");
  const fs::path folder = fs::absolute(options.out.value_or(places.output / "results" / run.under_test.name));
  if (!partial) {
    require_own_name(places, run.under_test, options);
    require_writable(folder);
  }
  auto part = take_shard(run, options, folder);
  inspect(session, run);

  terminal screen;
  screen.print(fmt::format("{}{} ({})", screen.paint(tone::strong, run.under_test.name),
                           run.inspected.release.empty() ? "" : " " + printable(run.inspected.release),
                           run.under_test.language));
  const controls_report controls = run_controls(places, session.jobs);
  print_missed(controls, screen);
  results judged = judge_visibly(session, run, controls, partial, screen);
  const waiver_report waived = waive(judged, waivers);
  if (controls.believable())
    print_failures(judged, session.claims, screen, partial ? detail::whole : detail::beginning);
  if (controls.believable() && options.search.replay) return print_replay(judged.rows, *options.search.replay, screen);
  const conclusion verdict = judged.summary.verdict;
  if (partial) {
    screen.print(
        fmt::format("{}; only some cases were run, so no results and no certificate were written", name(verdict)));
    return exit_code(verdict);
  }
  if (part) {
    part->run = std::move(judged);
    return finish_part(*part, folder, screen);
  }
  write_results(folder, judged);
  print_summary(judged, screen);
  if (options.waivers) print_waivers(waived, judged, *options.waivers, screen);
  print_places(folder, screen);
  if ((run.under_test.in_tree || places.is_installed) && !options.out && run.wanted.profiles.empty())
    print_pages(places, "index.html", screen);
  if (!options.expected.empty()) {
    const waiver_report expected = expect(judged, options.expected);
    print_expectations(expected, screen);
    return expected.exit_code();
  }
  return options.waivers ? waived.exit_code() : exit_code(verdict);
}

}  // namespace fearless::certifier
