// SPDX-License-Identifier: MIT
#include "certify_all.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "controls.hpp"
#include "error.hpp"
#include "interruption.hpp"
#include "judged_run.hpp"
#include "parallel.hpp"
#include "site_command.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace {

/// What all implementations are judged with.
struct judging {
  const paths& places;
  const catalogue& claims;
  const suites& programs;
  const controls_report& controls;
  const certify_options& options;
};

results judge_and_write(const judging& with, const std::string& implementation_name, terminal& screen) {
  const implementation under_test = load_implementation(with.places, implementation_name);
  selection wanted;
  if (with.options.profile) wanted.profiles = {*with.options.profile};
  const auto plan = plan_rows(with.places, with.claims, with.programs, under_test, wanted);
  const auto folder = with.places.output / "results" / under_test.name;
  require_writable(folder);
  const std::string release = inspected(under_test, with.claims, with.programs);
  const run_context where{.places = with.places,
                          .programs = with.programs,
                          .under_test = under_test,
                          .jobs = job_count(with.options.jobs),
                          .search = with.options.search,
                          .cache = with.options.fresh ? cache_policy::ask_again : cache_policy::use_if_current};
  screen.begin(fmt::format("certify {}", under_test.name), plan.size());
  results judged = judge_run(where, with.claims, plan, with.controls, release, wanted.profiles,
                             [&](const row& done, const std::string&) { screen.advance(line_for(done, screen)); });
  screen.end();
  write_results(folder, judged);
  return judged;
}

/// Returns whether it was judged. What can't be judged keeps no other from it.
bool judge_one(const judging& with, const std::string& name, std::size_t width, terminal& screen) try {
  const results judged = judge_and_write(with, name, screen);
  print_in_short(name, judged, width, screen);
  return judged.summary.verdict != conclusion::could_not_tell;
} catch (const interrupted&) {
  throw;
} catch (const user_error& error) {
  screen.end();
  screen.print(fmt::format("{:<{}}  {}", name, width,
                           screen.paint(tone::doubtful, fmt::format("could not tell: {}", error.what()))));
  return false;
}

}  // namespace

int certify_all(const paths& places, const certify_options& options) {
  const auto names = implementation_names(places);
  const auto missing = missing_implementations(places);
  if (names.empty())
    throw user_error(
        fmt::format("certify what? No implementation is built in {}: give the path of an implementation.json",
                    (places.build / "implementations").string()));
  require_sensible(options.search, {});
  const catalogue claims = load_catalogue(places);
  const suites programs(places);
  terminal screen;
  const controls_report controls = run_controls(places, job_count(options.jobs));
  print_missed(controls, screen);

  std::size_t width = 0;
  for (const auto& name : names) width = std::max(width, name.size());
  for (const auto& [name, packages] : missing) width = std::max(width, name.size());
  bool all_told = true;
  const judging with{
      .places = places, .claims = claims, .programs = programs, .controls = controls, .options = options};
  for (const auto& name : names) all_told = judge_one(with, name, width, screen) && all_told;
  for (const auto& [name, packages] : missing)
    screen.print(fmt::format("{:<{}}  {}", name, width,
                             screen.paint(tone::faint, fmt::format("not built: needs {}", fmt::join(packages, ", ")))));
  screen.print("");
  screen.print(fmt::format("{:<12}{}", "results", (places.output / "results").string()));
  print_pages(places, "matrix.html", screen);
  return all_told ? 0 : exit_code(conclusion::could_not_tell);
}

}  // namespace fearless::certifier
