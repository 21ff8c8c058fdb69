// SPDX-License-Identifier: MIT
#include "certify_all.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "certify_session.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "interruption.hpp"
#include "parallel.hpp"
#include "site_command.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace {

/// An implementation of the tree. One that can't be judged does not end the run.
struct attempted {
  std::string name;
  planned_run run{};
  std::optional<results> judged{};  ///< once they are written
  std::string problem{};            ///< why it can't be judged
};

/// Calls `work` and keeps the message of a user_error. Errors: interrupted.
void attempt(attempted& of, const std::function<void()>& work) try {
  if (of.problem.empty()) work();
} catch (const interrupted&) {
  throw;
} catch (const user_error& error) {
  of.problem = error.what();
}

void plan(const certify_session& session, attempted& of) {
  selection wanted;
  if (session.options.profile) wanted.profiles = {*session.options.profile};
  of.run = plan_run(session, load_implementation(session.places.build, of.name), std::move(wanted));
}

void judge_and_write(const certify_session& session, const controls_report& controls, attempted& of, terminal& screen) {
  const auto folder = session.places.output / "results" / of.run.under_test.name;
  require_writable(folder);
  inspect(session, of.run);
  results judged = judge(session, of.run, controls,
                         [&](const row& done, const std::string&) { screen.advance(line_for(done, screen)); });
  write_results(folder, judged);
  of.judged = std::move(judged);
}

void print(const attempted& of, std::size_t width, terminal& screen) {
  if (of.judged)
    print_in_short(of.name, *of.judged, width, screen);
  else
    screen.print(fmt::format("{:<{}}  {}", of.name, width,
                             screen.paint(tone::doubtful, fmt::format("could not tell: {}", of.problem))));
}

/// Judges all, and prints each when it and those before it are done. Returns whether all of them could be judged.
bool judge_all(const certify_session& session, const controls_report& controls, const std::vector<std::string>& names,
               std::size_t width, terminal& screen) {
  std::vector<attempted> all;
  for (const std::string& name : names) all.push_back({.name = name});
  std::size_t rows = 0;
  for (auto& each : all) {
    attempt(each, [&] { plan(session, each); });
    rows += each.run.rows.size();
  }
  std::mutex printing;
  std::set<std::size_t> done;
  std::size_t printed = 0;
  bool all_judged = true;
  screen.begin("certify", rows);
  run_all(all.size(), row_slots::implementations_at_once, [&](std::size_t i) {
    attempt(all[i], [&] { judge_and_write(session, controls, all[i], screen); });
    const std::scoped_lock lock(printing);
    done.insert(i);
    for (; done.contains(printed); ++printed) {
      auto& next = all[printed];
      print(next, width, screen);
      all_judged = all_judged && next.judged && next.judged->summary.verdict != conclusion::could_not_tell;
      next = {};  // a run's results take some megabytes
    }
  });
  screen.end();
  return all_judged;
}

/// Judges these and writes the pages. `missing`: what is not built, which is listed.
int certify_each(const paths& places, const certify_options& options, const std::vector<std::string>& names,
                 const std::vector<missing_implementation>& missing) {
  require_sensible(options.search, {});
  const certify_session session(places, options);
  terminal screen;
  const controls_report controls = run_controls(places, session.jobs);
  print_missed(controls, screen);

  std::size_t width = 0;
  for (const auto& name : names) width = std::max(width, name.size());
  for (const auto& [name, packages] : missing) width = std::max(width, name.size());
  const bool all_judged = judge_all(session, controls, names, width, screen);
  for (const auto& [name, packages] : missing)
    screen.print(fmt::format("{:<{}}  {}", name, width,
                             screen.paint(tone::faint, fmt::format("not built: needs {}", fmt::join(packages, ", ")))));
  screen.print("");
  screen.print(fmt::format("{:<12}{}", "results", (places.output / "results").string()));
  print_pages(places, "matrix.html", screen);
  return all_judged ? 0 : exit_code(conclusion::could_not_tell);
}

}  // namespace

int certify_all(const paths& places, const certify_options& options) {
  const auto names = implementation_names(places.build);
  if (names.empty())
    throw user_error(fmt::format("no implementation is built in {}: give the path of an implementation.json",
                                 (places.build / "implementations").string()));
  return certify_each(places, options, names, missing_implementations(places.build));
}

int certify_several(const paths& places, const certify_options& options, const std::vector<std::string>& names) {
  std::set<std::string> given;
  for (const std::string& name : names) {
    if (!given.insert(name).second) throw user_error(fmt::format("{} is named twice: name each once", name));
    if (!load_implementation(places.build, name).in_tree)
      throw user_error(
          fmt::format("{} is outside of the tree, and only its implementations are judged side by side: certify it "
                      "alone",
                      name));
  }
  return certify_each(places, options, names, {});
}

}  // namespace fearless::certifier
