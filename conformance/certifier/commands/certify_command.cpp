// SPDX-License-Identifier: MIT
#include "certify_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "judged_run.hpp"
#include "levels.hpp"
#include "parallel.hpp"
#include "plan.hpp"
#include "results.hpp"
#include "row_runner.hpp"
#include "site_command.hpp"
#include "summary.hpp"
#include "terminal.hpp"

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

/// Results of a stranger's must not be taken for those of an implementation in the tree.
void require_own_name(const paths& places, const implementation& under_test, const certify_options& options) {
  const auto taken = implementation_names(places);
  if (!under_test.in_tree && !options.out && std::ranges::find(taken, under_test.name) != taken.end())
    throw user_error(
        fmt::format("{}: the name \"{}\" is that of an implementation in the tree: choose another, or give --out",
                    under_test.file.string(), under_test.name));
}

void print_places(const fs::path& folder, terminal& screen) {
  screen.print(fmt::format("{:<12}{}", "results", (folder / "results.jsonl").string()));
  screen.print(fmt::format("{:<12}{}", "certificate", (folder / "certificate.json").string()));
}

/// Whether what went wrong in an execution has done so again. Returns the exit code.
int tell_replay(const std::vector<row>& rows, const std::string& replay, terminal& screen) {
  const auto went_wrong = [](const row& each) { return is_failure(each.verdict); };
  if (const auto again = std::ranges::find_if(rows, went_wrong); again != rows.end()) {
    screen.print(fmt::format("replayed: {} shows {} again", replay, name(again->verdict)));
    return exit_code(conclusion::not_conforming);
  }
  screen.print(fmt::format("did not replay: {} shows nothing that is forbidden", replay));
  return exit_code(conclusion::could_not_tell);
}

/// Shows how far the run is, and its rows as they come.
results judge_visibly(const run_context& where, const catalogue& claims, const std::vector<planned_row>& plan,
                      const controls_report& controls, const std::string& release,
                      const std::vector<std::string>& profiles, bool with_output, terminal& screen) {
  // The compile-time cases begin, and wait until what they share is compiled: some seconds in which no case ends.
  const bool compiles =
      std::ranges::any_of(plan, [](const planned_row& each) { return each.compile_time.has_value(); });
  screen.begin(fmt::format("certify {}", where.under_test.name), plan.size(),
               compiles ? "compiling the native bindings" : "");
  const auto show = [&](const row& done, const std::string& output) {
    const bool matters = with_output || (done.verdict < verdict::unsupported);
    std::string text = line_for(done, screen);
    if (with_output) {
      for (const auto& line : lines_of_search(done.explored.value_or(std::vector<explored_strategy>())))
        text += "\n    " + line;
      for (const auto& line : lines_of(output)) text += "\n    | " + line;
    }
    screen.step(text, matters);
  };
  results judged = judge_run(where, claims, plan, controls, release, profiles, show);
  screen.end();
  return judged;
}

}  // namespace

int certify(const paths& places, const certify_options& options) {
  require_sensible(options.search, options.cases);
  const selection wanted = selected(options);
  const bool partial = !wanted.cases.empty() || wanted.only;
  const catalogue claims = load_catalogue(places);
  const implementation under_test = load_implementation(places, options.implementation);
  const suites programs(places);
  const auto plan = plan_rows(places, claims, programs, under_test, wanted);
  if (plan.empty()) throw user_error("nothing to run: no case that is asked for runs in the build that is asked for");
  const fs::path folder = fs::absolute(options.out.value_or(places.output / "results" / under_test.name));
  if (!partial) {
    require_own_name(places, under_test, options);
    require_writable(folder);
  }
  const std::string release = inspected(under_test, claims, programs);

  terminal screen;
  screen.print(fmt::format("{}{} ({})", screen.paint(tone::strong, under_test.name),
                           release.empty() ? "" : " " + release, under_test.language));
  const unsigned jobs = job_count(options.jobs);
  const controls_report controls = run_controls(places, jobs);
  print_missed(controls, screen);

  const run_context where{.places = places,
                          .programs = programs,
                          .under_test = under_test,
                          .jobs = jobs,
                          .search = options.search,
                          .cache = options.fresh ? cache_policy::ask_again : cache_policy::use_if_current};
  const results run = judge_visibly(where, claims, plan, controls, release, wanted.profiles, partial, screen);

  if (controls.believable()) print_failures(run, claims, screen, partial ? detail::whole : detail::beginning);
  if (controls.believable() && options.search.replay) return tell_replay(run.rows, *options.search.replay, screen);
  const conclusion verdict = run.summary.verdict;
  if (partial) {
    screen.print(
        fmt::format("{}; a part of the cases only, so no results and no certificate were written", name(verdict)));
    return exit_code(verdict);
  }
  write_results(folder, run);
  print_summary(run, screen);
  print_places(folder, screen);
  if ((under_test.in_tree || places.is_installed) && !options.out && wanted.profiles.empty())
    print_pages(places, "index.html", screen);
  return exit_code(verdict);
}

}  // namespace fearless::certifier
