// SPDX-License-Identifier: MIT
#include "mutants_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "catalogue.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "row_runner.hpp"
#include "files.hpp"
#include "run_header.hpp"
#include "interruption.hpp"
#include "kill_matrix.hpp"
#include "nearest.hpp"
#include "parallel.hpp"
#include "strategy_samples.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What is to be tried: all that there is, or what the user named.
struct part {
  std::vector<mutant_file> mutants;
  std::vector<std::string> variants;
  bool whole = true;
};

part selected(const paths& places, const catalogue& claims, const std::vector<std::string>& only) {
  part chosen{
      .mutants = mutant_files(places.source, claims), .variants = variant_names(places.source), .whole = only.empty()};
  if (only.empty()) return chosen;
  std::vector<std::string> known;
  for (const auto& each : claims.claims) known.push_back(each.id);
  for (const auto& each : chosen.mutants) known.push_back(each.name);
  known.insert(known.end(), chosen.variants.begin(), chosen.variants.end());
  const std::set<std::string> wanted(only.begin(), only.end());
  for (const auto& each : wanted)
    if (std::ranges::find(known, each) == known.end())
      throw user_error(fmt::format("unknown claim, mutant or variant {}: {}", each, suggest(each, known)));
  std::erase_if(chosen.mutants,
                [&](const auto& each) { return !wanted.contains(each.claim) && !wanted.contains(each.name); });
  std::erase_if(chosen.variants, [&](const auto& each) { return !wanted.contains(each); });
  return chosen;
}

std::string line_for(const mutant_file& mutant, const trial& done, const terminal& screen) {
  const bool killed = done.end == trial::ending::killed;
  const std::string verdict = killed ? "killed" : done.end == trial::ending::broken ? "BROKEN" : "SURVIVED";
  const std::string by =
      done.build ? fmt::format("{} by {} ({})", name(done.seen), done.case_name, name(*done.build)) : "";
  return fmt::format("{} {}  {}, {} ms", screen.paint(killed ? tone::good : tone::bad, fmt::format("{:<8}", verdict)),
                     mutant.name, by, done.milliseconds);
}

/// Where mutants are tried: those of a vocabulary stand in for one in their own language.
struct workbench {
  execution reference;
  std::optional<execution> in_rust;  ///< where there are mutants in Rust

  [[nodiscard]] const execution& of(const mutant_file& mutant) const {
    return mutant.language == source_language::rust ? *in_rust : reference;
  }
};

std::vector<mutant_fate> try_all(const std::vector<mutant_file>& mutants, std::size_t runs, const workbench& bench,
                                 const std::vector<case_file>& files, terminal& screen) {
  std::vector<mutant_fate> fates;
  std::vector<std::size_t> together, alone;
  for (const auto& mutant : mutants) {
    (needs_quiet(mutant, bench.reference.programs) ? alone : together).push_back(fates.size());
    fates.push_back({mutant, std::vector<trial>(runs)});
  }
  screen.begin("mutants", mutants.size() * runs);
  const auto run_all_of = [&](const std::vector<std::size_t>& which, unsigned jobs) {
    run_all(which.size() * runs, jobs, [&](std::size_t i) {
      mutant_fate& fate = fates[which[i % which.size()]];
      trial& result = fate.trials[i / which.size()];
      result = try_mutant(fate.mutant, bench.of(fate.mutant), files);
      screen.step(line_for(fate.mutant, result, screen), result.end != trial::ending::killed);
    });
  };
  run_all_of(together, bench.reference.jobs);
  run_all_of(alone, 1);
  screen.end();
  return fates;
}

/// Runs all that an implementation must pass; what a compiler decides is left out where it has no vocabulary of its
/// own.
correct_subject pass_all(const execution& where, const catalogue& claims, const std::vector<std::string>& cases,
                         std::size_t runs, terminal& screen) {
  correct_subject subject{.name = where.subject.name, .rows = {}};
  auto plan =
      plan_rows(where.places, claims, where.programs, where.subject, {.profiles = {}, .cases = cases, .only = {}});
  std::erase_if(plan, [&](const planned_row& each) {
    return each.blank.case_name.empty() || (each.typed && !where.subject.vocabulary);
  });
  screen.begin(where.subject.name, plan.size() * runs);
  for (std::size_t i = 0; i < runs; ++i) {
    auto rows = run_rows(where, plan, [&](const row& done, const std::string&) {
      screen.step(fmt::format("{}  {}", line_for(done, screen), where.subject.name),
                  done.verdict != verdict::pass && counts(done));
    });
    std::ranges::move(rows, std::back_inserter(subject.rows));
  }
  screen.end();
  return subject;
}

implementation variant_subject(const paths& places, const std::string& variant) {
  const auto library = [&](build_kind build) { return places.build / "variants" / name(build) / (variant + ".so"); };
  for (const auto build : {build_kind::plain, build_kind::instrumented}) {
    std::error_code absent;
    if (!fs::exists(library(build), absent))
      throw user_error(fmt::format("{}: the variant has not been built: build it with cmake --build {}",
                                   library(build).string(), places.build.string()));
  }
  implementation subject;
  subject.name = variant;
  subject.language = "cpp";
  subject.in_tree = true;
  subject.plain = library(build_kind::plain);
  subject.instrumented = library(build_kind::instrumented);
  return subject;
}

/// The cases that judge mutants in that language: what these stand in for has to pass them, or a kill means nothing.
std::vector<std::string> judging_cases(const std::vector<mutant_file>& mutants, const std::vector<case_file>& files,
                                       source_language language) {
  std::vector<std::string> cases;
  for (const auto& file : files)
    if (file.language == language && std::ranges::any_of(mutants, [&](const mutant_file& each) {
          return each.language == language && each.claim == file.claim;
        }))
      cases.push_back(file.name);
  return cases;
}

void print_survivor(const mutant_fate& fate, const catalogue& claims, terminal& screen) {
  const trial& telling = fate.telling();
  screen.print(fmt::format("{} {}: killed in {} of {} runs", screen.paint(tone::bad, fate.verdict_name()),
                           screen.paint(tone::strong, fate.mutant.name), fate.kills(), fate.trials.size()));
  screen.print(fmt::format("    its defect: {}", fate.mutant.defect));
  if (const claim* of = claims.find(fate.mutant.claim)) screen.print(fmt::format("    the claim: {}", of->text));
  if (telling.end == trial::ending::survived)
    screen.print(fmt::format("    expected {}, and the worst that was seen is {}", name(fate.mutant.expected),
                             name(telling.seen)));
  for (std::size_t i = 0; i < telling.details.size() && i < 6; ++i)
    screen.print(fmt::format("    {}", telling.details[i]));
  screen.print(screen.paint(tone::faint, fmt::format("    again: {}", fate.reproduce())));
}

void print_matrix(const kill_matrix& matrix, const catalogue& claims, terminal& screen) {
  for (const auto& fate : matrix.mutants)
    if (!fate.is_killed()) print_survivor(fate, claims, screen);
  for (const auto& subject : matrix.correct)
    for (const auto& each : subject.rows)
      if (each.verdict != verdict::pass && counts(each)) print_failure(each, claims, screen);
  screen.print("");
  const std::string each_run = matrix.runs == 1 ? "" : fmt::format(", in each of {} runs", matrix.runs);
  screen.print(fmt::format("{:<12}{} of {} caught, {} of {} clean twins pass", "controls",
                           matrix.header["controls"]["caught"].dump(), matrix.header["controls"]["of"].dump(),
                           matrix.header["controls"]["clean"].dump(), matrix.header["controls"]["clean_of"].dump()));
  screen.print(fmt::format("{:<12}{} of {} killed by their own claim{}", "mutants",
                           std::ranges::count_if(matrix.mutants, &mutant_fate::is_killed), matrix.mutants.size(),
                           each_run));
  for (const auto& subject : matrix.correct)
    screen.print(fmt::format("{:<12}{} {} of {} rows{}", subject.is_reference ? "baseline" : "variant", subject.name,
                             std::ranges::count(subject.rows, verdict::pass, &row::verdict),
                             std::ranges::count_if(subject.rows, counts),
                             subject.passes() ? " pass" : screen.paint(tone::bad, " pass")));
}

/// Each strategy by itself, against the mutants that only some schedules show.
int compare(const mutants_options& options, const part& chosen, const std::vector<case_file>& files,
            const execution& where, nlohmann::json header, terminal& screen) {
  const strategy_question question{.executions = options.executions.value_or(3000),
                                   .runs = options.runs.value_or(20),
                                   .libraries = options.libraries};
  strategy_matrix matrix = compare_strategies(chosen.mutants, question, where, files, screen);
  matrix.header = std::move(header);
  stop_if_interrupted();
  print_matrix(matrix, screen);
  if (chosen.whole && !options.libraries) {
    const fs::path file = where.places.output / "results" / "strategies.jsonl";
    write_text(file, text_of(matrix));
    screen.print(fmt::format("{:<12}{}", "strategies", file.string()));
  }
  return matrix.holds() ? 0 : 1;
}

}  // namespace

int mutants(const paths& places, const mutants_options& options) {
  if (options.runs == 0u) throw user_error("--runs must be at least 1");
  if (options.libraries && !options.strategies) throw user_error("--libraries needs --strategies");
  const catalogue claims = load_catalogue(places);
  const part chosen = selected(places, claims, options.only);
  const auto files = case_files(places.source, claims);
  const implementation reference = load_implementation(places, "reference");
  const bool any_in_rust =
      std::ranges::find(chosen.mutants, source_language::rust, &mutant_file::language) != chosen.mutants.end();
  const auto in_rust = any_in_rust ? std::optional(load_implementation(places, "rust-std")) : std::nullopt;
  const suites programs(places);
  const unsigned jobs = job_count(options.jobs);

  terminal screen;
  const controls_report controls = run_controls(places, jobs);
  if (!controls.believable()) {
    screen.print(screen.paint(tone::bad, "INVALID: the controls were not judged as they must be; see fearless doctor"));
    for (const auto& line : controls.missed) screen.print("    " + line);
    return 2;
  }

  const steering search{.strategy = {}, .executions = options.executions, .seed = {}, .replay = {}};
  // Who asks how often wants to see it that often.
  const freshness typed = options.runs ? freshness::asked_anew : freshness::recorded_if_current;
  const execution where{
      .places = places, .programs = programs, .subject = reference, .jobs = jobs, .search = search, .typed = typed};
  workbench bench{.reference = where, .in_rust = {}};
  if (in_rust)
    bench.in_rust.emplace(execution{
        .places = places, .programs = programs, .subject = *in_rust, .jobs = jobs, .search = search, .typed = typed});
  if (options.strategies) return compare(options, chosen, files, where, run_header(places, controls), screen);
  kill_matrix matrix{
      .header = run_header(places, controls), .runs = options.runs.value_or(1), .mutants = {}, .correct = {}};
  matrix.mutants = try_all(chosen.mutants, matrix.runs, bench, files, screen);
  for (const auto language : {source_language::cpp, source_language::rust}) {
    const auto cases = judging_cases(chosen.mutants, files, language);
    if (cases.empty()) continue;
    const execution& there = language == source_language::rust ? *bench.in_rust : bench.reference;
    matrix.correct.push_back(pass_all(there, claims, cases, matrix.runs, screen));
    matrix.correct.back().is_reference = true;
  }
  for (const auto& variant : chosen.variants) {
    const implementation odd = variant_subject(places, variant);
    const execution there{
        .places = places, .programs = programs, .subject = odd, .jobs = jobs, .search = search, .typed = typed};
    matrix.correct.push_back(pass_all(there, claims, {}, matrix.runs, screen));
    for (auto& each : matrix.correct.back().rows) each.reproduce = fmt::format("./fearless mutants {}", variant);
  }
  stop_if_interrupted();
  print_matrix(matrix, claims, screen);
  if (chosen.whole) {
    const fs::path file = places.output / "results" / "mutants.jsonl";
    write_text(file, text_of(matrix));
    screen.print(fmt::format("{:<12}{}", "matrix", file.string()));
  } else {
    screen.print("a part of the mutants only, so the kill matrix was not written");
  }
  return matrix.holds() ? 0 : 1;
}

}  // namespace fearless::certifier
