// SPDX-License-Identifier: MIT
#include "certify_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "badge.hpp"
#include "catalogue.hpp"
#include "certificate.hpp"
#include "controls.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "execution.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "header.hpp"
#include "interruption.hpp"
#include "junit.hpp"
#include "levels.hpp"
#include "library_file.hpp"
#include "plan.hpp"
#include "results.hpp"
#include "schedule.hpp"
#include "site_command.hpp"
#include "staged_files.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

selection selected(const certify_options& options) {
  selection wanted{.profiles = {}, .cases = options.cases, .only = std::nullopt};
  if (options.profile) wanted.profiles.push_back(*options.profile);
  if (options.only) {
    wanted.only = build_named(*options.only);
    if (!wanted.only)
      throw user_error(fmt::format("unknown build {}: known are plain, instrumented, typed", *options.only));
  }
  return wanted;
}

/// Results of a stranger's must not be taken for those of an implementation in the tree.
void require_own_name(const paths& places, const implementation& subject, const certify_options& options) {
  const auto taken = implementation_names(places);
  if (!subject.in_tree && !options.out && std::ranges::find(taken, subject.name) != taken.end())
    throw user_error(
        fmt::format("{}: the name \"{}\" is that of an implementation in the tree: choose another, or give --out",
                    subject.file.string(), subject.name));
}

/// Better now than after the run.
void require_writable(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    throw user_error(
        fmt::format("can't make the folder {}: {}; give another with --out", folder.string(), failed.message()));
  if (!fs::is_directory(folder) || ::access(folder.c_str(), W_OK | X_OK) != 0)
    throw user_error(fmt::format("can't write into {}: give another folder with --out", folder.string()));
}

/// What the implementation says of itself, where it has a library; both have to load.
std::string release_of(const implementation& subject, const suites& programs) {
  std::string release;
  for (const auto build : {build_kind::plain, build_kind::instrumented}) {
    if (!subject.library(build)) continue;
    inspect_library(*subject.library(build), build);
    release = programs.of(build).probe(*subject.library(build)).release;
    programs.of(build).require_whole_port(*subject.library(build));
  }
  return release;
}

json described(const implementation& subject, const std::string& release) {
  json libraries = json::object();
  for (const auto build : {build_kind::plain, build_kind::instrumented})
    if (const auto& library = subject.library(build))
      libraries[std::string(name(build))] = {{"sha256", sha256_of_file(*library)}};
  json about{{"name", subject.name}, {"release", release}, {"language", subject.language}, {"libraries", libraries}};
  if (subject.vocabulary) about["vocabulary"] = {{"sha256", sha256_of_file(subject.vocabulary->root())}};
  if (!subject.description.empty()) about["description"] = subject.description;
  if (!subject.homepage.empty()) about["homepage"] = subject.homepage;
  return about;
}

/// After a missed control nothing is run: whatever it said could not be believed.
std::vector<row> all_invalid(const std::vector<planned_row>& plan) {
  std::vector<row> rows;
  for (const auto& planned : plan) {
    rows.push_back(planned.blank);
    rows.back().verdict = verdict::invalid;
    rows.back().details = {"not run: a control was missed, so nothing that this machine says may be believed"};
  }
  return rows;
}

void print_controls(const controls_report& report, terminal& screen) {
  if (report.believable()) return;
  screen.print(screen.paint(tone::bad, "INVALID: the controls were not judged as they must be; see fearless doctor"));
  for (const auto& line : report.missed) screen.print("    " + line);
}

void write_all(const fs::path& folder, const results& run) {
  stop_if_interrupted();
  staged_files files;
  files.add(folder / "results.jsonl", text_of(run));
  files.add(folder / "certificate.json", certificate(run).dump(2) + "\n");
  files.add(folder / "junit.xml", junit(run));
  files.add(folder / "badge.json", badge(run).dump(2) + "\n");
  files.commit();
}

void print_places(const fs::path& folder, terminal& screen) {
  screen.print(fmt::format("{:<12}{}", "results", (folder / "results.jsonl").string()));
  screen.print(fmt::format("{:<12}{}", "certificate", (folder / "certificate.json").string()));
}

/// Pages are a by-product: that they can't be made changes nothing of what was found out.
void print_pages(const paths& places, terminal& screen) try {
  screen.print(fmt::format("{:<12}{}", "pages", (weave_site(places, {}) / "index.html").string()));
} catch (const interrupted&) {
  throw;
} catch (const user_error& error) {
  screen.print(fmt::format("{:<12}{}", "pages", error.what()));
}

/// Whether what went wrong in an execution has done so again. Returns the exit code.
int tell_replay(const std::vector<row>& rows, const std::string& replay, terminal& screen) {
  const auto went_wrong = [](const row& each) {
    return each.verdict >= verdict::crash && each.verdict <= verdict::fail;
  };
  if (const auto again = std::ranges::find_if(rows, went_wrong); again != rows.end()) {
    screen.print(fmt::format("replayed: {} shows {} again", replay, name(again->verdict)));
    return exit_code(conclusion::not_conforming);
  }
  screen.print(fmt::format("did not replay: {} shows nothing that is forbidden", replay));
  return exit_code(conclusion::could_not_tell);
}

std::vector<row> run_plan(const execution& where, const std::vector<planned_row>& plan, bool with_output,
                          terminal& screen) {
  // The compile-time cases begin, and wait until what they share is compiled: some seconds in which no case ends.
  const bool compiles = std::ranges::any_of(plan, [](const planned_row& each) { return each.typed.has_value(); });
  screen.begin(fmt::format("certify {}", where.subject.name), plan.size(), compiles ? "compiling the vocabulary" : "");
  auto rows = run_rows(where, plan, [&](const row& done, const std::string& output) {
    const bool matters = with_output || (done.verdict < verdict::unsupported);
    std::string text = line_for(done, screen);
    if (with_output) {
      for (const auto& line : lines_of_search(done.explored)) text += "\n    " + line;
      for (const auto& line : lines_of(output)) text += "\n    | " + line;
    }
    screen.step(text, matters);
  });
  screen.end();
  return rows;
}

}  // namespace

int certify(const paths& places, const certify_options& options) {
  require_sensible(options.search, options.cases);
  const selection wanted = selected(options);
  const bool partial = !wanted.cases.empty() || wanted.only;
  const catalogue claims = load_catalogue(places);
  const implementation subject = load_implementation(places, options.implementation);
  const suites programs(places);
  const auto plan = plan_rows(places, claims, programs, subject, wanted);
  if (plan.empty()) throw user_error("nothing to run: no case that is asked for runs in the build that is asked for");
  const fs::path folder = fs::absolute(options.out.value_or(places.build / "results" / subject.name));
  if (!partial) {
    require_own_name(places, subject, options);
    require_writable(folder);
  }
  const std::string release = release_of(subject, programs);

  terminal screen;
  screen.print(fmt::format("{}{} ({})", screen.paint(tone::strong, subject.name), release.empty() ? "" : " " + release,
                           subject.language));
  const unsigned jobs = job_count(options.jobs);
  const controls_report controls = run_controls(places, jobs);
  print_controls(controls, screen);

  results run{.header = run_header(places, controls), .rows = {}, .footer = {}};
  run.header["implementation"] = described(subject, release);
  const auto profiles = wanted.profiles.empty() ? profiles_of(claims) : wanted.profiles;
  run.header["profiles"] = profiles;
  const execution where{.places = places,
                        .programs = programs,
                        .subject = subject,
                        .jobs = jobs,
                        .search = options.search,
                        .typed = options.fresh ? freshness::asked_anew : freshness::recorded_if_current};
  run.rows = controls.believable() ? run_plan(where, plan, partial, screen) : all_invalid(plan);
  const auto levels = levels_of(run.rows, claims, profiles);
  const conclusion verdict = conclude(run.rows, levels, wanted.profiles);
  run.footer = {
      {"verdict", name(verdict)}, {"levels", levels}, {"not_certifiable", not_certifiable(run.rows, claims, profiles)}};

  if (controls.believable()) print_failures(run, claims, screen);
  if (controls.believable() && options.search.replay) return tell_replay(run.rows, *options.search.replay, screen);
  if (partial) {
    screen.print(
        fmt::format("{}; a part of the cases only, so no results and no certificate were written", name(verdict)));
    return exit_code(verdict);
  }
  write_all(folder, run);
  print_summary(run, screen);
  print_places(folder, screen);
  if (subject.in_tree && !options.out && wanted.profiles.empty()) print_pages(places, screen);
  return exit_code(verdict);
}

}  // namespace fearless::certifier
