// SPDX-License-Identifier: MIT
#include "certify_all.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "certify_session.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "interruption.hpp"
#include "site_command.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace {

results judge_and_write(const certify_session& session, const controls_report& controls, const std::string& name,
                        terminal& screen) {
  selection wanted;
  if (session.options.profile) wanted.profiles = {*session.options.profile};
  planned_run run = plan_run(session, load_implementation(session.places.build, name), std::move(wanted));
  const auto folder = session.places.output / "results" / run.under_test.name;
  require_writable(folder);
  inspect(session, run);
  screen.begin(fmt::format("certify {}", name), run.rows.size());
  results judged = judge(session, run, controls,
                         [&](const row& done, const std::string&) { screen.advance(line_for(done, screen)); });
  screen.end();
  write_results(folder, judged);
  return judged;
}

/// Returns whether the implementation could be judged. One that can't be judged does not end the run.
bool judge_one(const certify_session& session, const controls_report& controls, const std::string& name,
               std::size_t width, terminal& screen) try {
  const results judged = judge_and_write(session, controls, name, screen);
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
  const auto names = implementation_names(places.build);
  const auto missing = missing_implementations(places.build);
  if (names.empty())
    throw user_error(fmt::format("no implementation is built in {}: give the path of an implementation.json",
                                 (places.build / "implementations").string()));
  require_sensible(options.search, {});
  const certify_session session(places, options);
  terminal screen;
  const controls_report controls = run_controls(places, session.jobs);
  print_missed(controls, screen);

  std::size_t width = 0;
  for (const auto& name : names) width = std::max(width, name.size());
  for (const auto& [name, packages] : missing) width = std::max(width, name.size());
  bool all_judged = true;
  for (const auto& name : names) all_judged = judge_one(session, controls, name, width, screen) && all_judged;
  for (const auto& [name, packages] : missing)
    screen.print(fmt::format("{:<{}}  {}", name, width,
                             screen.paint(tone::faint, fmt::format("not built: needs {}", fmt::join(packages, ", ")))));
  screen.print("");
  screen.print(fmt::format("{:<12}{}", "results", (places.output / "results").string()));
  print_pages(places, "matrix.html", screen);
  return all_judged ? 0 : exit_code(conclusion::could_not_tell);
}

}  // namespace fearless::certifier
