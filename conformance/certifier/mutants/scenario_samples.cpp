// SPDX-License-Identifier: MIT
#include "scenario_samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "error.hpp"
#include "exploration.hpp"
#include "parallel.hpp"
#include "runs.hpp"
#include "scenarios/scenario.hpp"

namespace fearless::certifier {

namespace {

/// How often a reduced scenario is repeated.
constexpr std::size_t replays = 20;

std::string line_for(const scenario_trial& tried, const terminal& screen) {
  const bool killed = tried.is_killed();
  const auto* const shown = killed ? &tried.killed_by : &tried.first;
  std::string line = fmt::format(
      "{} {}  {} executions, {} ms",
      screen.paint(killed ? tone::good : tone::bad, fmt::format("{:<8}", killed ? "killed" : "SURVIVED")),
      tried.mutant.name, grouped(tried.executions), grouped(static_cast<std::uint64_t>(tried.milliseconds)));
  if (*shown)
    line += fmt::format("; {}{}: {}", killed ? "" : "seen, of other claims: ", name((*shown)->seen), (*shown)->what);
  if (!killed && !tried.mutant.missed_by_scenarios.empty()) line += "; explained: " + tried.mutant.missed_by_scenarios;
  if (tried.reduced) {
    const auto size = extent_of(tried.reduced->left.found.entry.what);
    line += fmt::format(
        "; reduced to {} threads and {} steps{} in {} ms, replayed in {} of {}", size.threads, size.steps,
        tried.reduced->left.before.empty()
            ? ""
            : fmt::format(" after {} other scenarios", tried.reduced->left.before.size()),
        grouped(static_cast<std::uint64_t>(tried.reduced->milliseconds)), tried.reduced->replays, tried.reduced->tries);
  }
  return line;
}

std::string line_for(const scenario_baseline& correct, const terminal& screen) {
  const auto& found = correct.report.findings;
  return fmt::format("{} {} ({})  {} executions, {} ms; {}",
                     screen.paint(found.empty() ? tone::good : tone::bad, found.empty() ? "correct " : "FAILS   "),
                     correct.name, name(correct.build), grouped(correct.report.executions),
                     grouped(static_cast<std::uint64_t>(correct.report.elapsed.count())),
                     found.empty() ? "no violation" : found.front().what);
}

/// Searches a correct implementation as much as a certificate does.
search_report search_whole(build_kind build, const implementation& correct, const scenario_question& question,
                           const run_context& where, const std::vector<corpus_entry>& corpus) {
  search_extent extent = extent_for(build);
  extent.first_seed = question.first_seed;
  return search(where.programs.of(build), *correct.library(build), corpus, extent,
                [](const search_report& so_far) { return so_far.findings.empty(); });
}

/// The median and the largest of some figures, in words.
std::string spread_of(std::vector<std::uint64_t> figures) {
  std::ranges::sort(figures);
  return fmt::format("median {}, at most {}", grouped(figures[figures.size() / 2]), grouped(figures.back()));
}

void print_reductions(const std::vector<const reduced_kill*>& reduced, terminal& screen) {
  std::vector<std::uint64_t> threads, steps, times;
  std::size_t always = 0;
  for (const reduced_kill* each : reduced) {
    const auto size = extent_of(each->left.found.entry.what);
    threads.push_back(size.threads);
    steps.push_back(size.steps);
    times.push_back(static_cast<std::uint64_t>(each->milliseconds));
    if (each->replays == each->tries) ++always;
  }
  screen.print(fmt::format("{:<12}threads: {}; steps: {}; ms: {}", "reduced", spread_of(threads), spread_of(steps),
                           spread_of(times)));
  screen.print(fmt::format("{:<12}{} of {} in each of {} replays", "replayed", always, reduced.size(), replays));
}

}  // namespace

scenario_matrix judge_by_scenarios(const std::vector<mutant_file>& mutants, const std::vector<implementation>& correct,
                                   const scenario_question& question, const run_context& where, terminal& screen) {
  const auto corpus = corpus_of(where.places.source);
  scenario_matrix matrix{.first_seed = question.first_seed, .runs = question.runs};
  for (const auto& each : mutants)
    if (can_be_tried_by_scenarios(each))
      matrix.samples.push_back({std::vector<scenario_trial>(question.runs, {.mutant = each})});
  for (const auto& each : correct)
    for (const auto build : {build_kind::plain, build_kind::instrumented})
      if (each.library(build)) matrix.correct.push_back({.name = each.name, .build = build});
  const std::size_t trials = matrix.samples.size() * question.runs;
  if (trials + matrix.correct.size() == 0)
    throw user_error("none of these mutants breaks a claim that the scenarios judge");
  screen.begin("mutants and correct implementations", trials + matrix.correct.size());
  run_all(trials + matrix.correct.size(), question.jobs, [&](std::size_t i) {
    if (i >= trials) {
      scenario_baseline& baseline = matrix.correct[i - trials];
      const auto by_name = [&](const implementation& each) { return each.name == baseline.name; };
      baseline.report = search_whole(baseline.build, *std::ranges::find_if(correct, by_name), question, where, corpus);
      return screen.step(line_for(baseline, screen), !baseline.report.findings.empty());
    }
    const std::size_t run = i / matrix.samples.size();
    scenario_trial& tried = matrix.samples[i % matrix.samples.size()].trials[run];
    tried = try_by_scenarios(tried.mutant, where, corpus, question.first_seed + run * seeds_of_a_run);
    if (question.reduces && run == 0 && tried.is_killed()) tried.reduced = reduce(tried, where, replays);
    screen.step(line_for(tried, screen), !tried.is_killed());
  });
  screen.end();
  return matrix;
}

void print_matrix(const scenario_matrix& matrix, terminal& screen) {
  std::vector<std::uint64_t> executions, times;
  std::vector<const reduced_kill*> reduced;
  for (const scenario_sample& sample : matrix.samples)
    for (const scenario_trial& each : sample.trials) {
      if (!each.is_killed()) continue;
      executions.push_back(each.executions);
      times.push_back(static_cast<std::uint64_t>(each.milliseconds));
      if (each.reduced) reduced.push_back(&*each.reduced);
    }
  std::uint64_t executions_of_correct = 0;
  std::size_t right = 0;
  for (const scenario_baseline& each : matrix.correct) {
    executions_of_correct += each.report.executions;
    if (each.report.findings.empty()) ++right;
  }
  screen.print(fmt::format("{:<12}{} of {} builds of correct implementations without a violation, in {} executions",
                           "correct", right, matrix.correct.size(), grouped(executions_of_correct)));
  if (matrix.samples.empty()) return;
  screen.print(fmt::format("{:<12}{} of {} killed by scenarios alone, by a claim that they break{}", "mutants",
                           matrix.killed(), matrix.samples.size(),
                           matrix.runs == 1 ? "" : fmt::format(", in each of {} runs", matrix.runs)));
  for (const scenario_sample& each : matrix.samples)
    if (each.kills() < matrix.runs)
      screen.print(fmt::format(
          "    {} {}: killed in {} of {} runs; {}", screen.paint(tone::bad, "SURVIVED"), each.mutant().name,
          each.kills(), matrix.runs,
          each.mutant().missed_by_scenarios.empty() ? "its file does not say why" : each.mutant().missed_by_scenarios));
  if (executions.empty()) return;
  screen.print(fmt::format("{:<12}executions: {}; ms: {}", "kills", spread_of(executions), spread_of(times)));
  if (!reduced.empty()) print_reductions(reduced, screen);
}

}  // namespace fearless::certifier
