// SPDX-License-Identifier: MIT
#include "mutants_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "catalogue.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "files.hpp"
#include "interruption.hpp"
#include "kill_matrix.hpp"
#include "nearest.hpp"
#include "parallel.hpp"
#include "row_runner.hpp"
#include "run_header.hpp"
#include "strategy_samples.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What is tried: everything, or what the user named.
struct part {
  std::vector<mutant_file> mutants;  ///< of each only the kills that are tried
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
  for (mutant_file& each : chosen.mutants)
    if (!wanted.contains(each.name))
      std::erase_if(each.kills, [&](const expected_kill& kill) { return !wanted.contains(kill.claim); });
  std::erase_if(chosen.mutants, [&](const auto& each) { return each.kills.empty() && !wanted.contains(each.name); });
  std::erase_if(chosen.variants, [&](const auto& each) { return !wanted.contains(each); });
  return chosen;
}

/// A mutant's name, with the claim that is to kill it where the name does not begin with the claim's id.
std::string name_with_claim(const mutant_result& tried) {
  const bool is_named_after = tried.mutant.name.starts_with(tried.kill.claim + ".");
  return is_named_after ? tried.mutant.name : fmt::format("{} ({})", tried.mutant.name, tried.kill.claim);
}

std::string line_for(const mutant_result& tried, const trial& done, const terminal& screen) {
  const bool killed = done.end == trial::ending::killed;
  const std::string verdict = killed ? "killed" : done.end == trial::ending::broken ? "BROKEN" : "SURVIVED";
  const std::string by =
      done.build ? fmt::format("{} by {} ({})", name(done.seen), done.case_name, name(*done.build)) : "";
  return fmt::format("{} {}  {}, {} ms", screen.paint(killed ? tone::good : tone::bad, fmt::format("{:<8}", verdict)),
                     name_with_claim(tried), by, done.milliseconds);
}

/// Where mutants are tried: those of native bindings stand in for one in their own language.
struct mutant_contexts {
  run_context reference;
  std::optional<run_context> in_rust;  ///< where there are mutants in Rust

  [[nodiscard]] const run_context& of(const mutant_file& mutant) const {
    return mutant.language == source_language::rust ? *in_rust : reference;
  }
};

std::vector<mutant_result> try_all(const std::vector<mutant_file>& mutants, std::size_t runs,
                                   const mutant_contexts& contexts, const std::vector<case_file>& files,
                                   terminal& screen) {
  std::vector<mutant_result> results;
  std::vector<std::size_t> together, alone;
  for (const auto& mutant : mutants)
    for (const auto& kill : mutant.kills) {
      (needs_quiet(mutant, kill, contexts.reference.programs) ? alone : together).push_back(results.size());
      results.push_back({mutant, kill, std::vector<trial>(runs)});
    }
  screen.begin("mutants", results.size() * runs);
  const auto run_all_of = [&](const std::vector<std::size_t>& which, unsigned jobs) {
    run_all(which.size() * runs, jobs, [&](std::size_t i) {
      mutant_result& tried = results[which[i % which.size()]];
      trial& result = tried.trials[i / which.size()];
      result = try_mutant(tried.mutant, tried.kill, contexts.of(tried.mutant), files);
      screen.step(line_for(tried, result, screen), result.end != trial::ending::killed);
    });
  };
  run_all_of(together, contexts.reference.jobs);
  run_all_of(alone, 1);
  screen.end();
  return results;
}

/// Runs all that an implementation must pass; what a compiler decides is left out where it has no native bindings of
/// its own.
correct_implementation pass_all(const run_context& where, const catalogue& claims,
                                const std::vector<std::string>& cases, std::size_t runs, terminal& screen) {
  correct_implementation under_test{.name = where.under_test.name, .rows = {}};
  auto plan =
      plan_rows(where.places, claims, where.programs, where.under_test, {.profiles = {}, .cases = cases, .only = {}});
  std::erase_if(plan, [&](const planned_row& each) {
    return each.unjudged.case_name.empty() || (each.compile_time && !where.under_test.native_bindings);
  });
  screen.begin(where.under_test.name, plan.size() * runs);
  for (std::size_t i = 0; i < runs; ++i) {
    auto rows = run_rows(where, plan, [&](const row& done, const std::string&) {
      screen.step(fmt::format("{}  {}", line_for(done, screen), where.under_test.name),
                  done.verdict != verdict::pass && counts(done));
    });
    std::ranges::move(rows, std::back_inserter(under_test.rows));
  }
  screen.end();
  return under_test;
}

implementation variant_implementation(const paths& places, const std::string& variant) {
  const auto library = [&](build_kind build) { return places.build / "variants" / name(build) / (variant + ".so"); };
  for (const auto build : {build_kind::plain, build_kind::instrumented}) {
    std::error_code absent;
    if (!fs::exists(library(build), absent))
      throw user_error(fmt::format("{}: the variant has not been built: build it with cmake --build {}",
                                   library(build).string(), places.build.string()));
  }
  implementation under_test;
  under_test.name = variant;
  under_test.language = "cpp";
  under_test.in_tree = true;
  under_test.plain = library(build_kind::plain);
  under_test.instrumented = library(build_kind::instrumented);
  return under_test;
}

/// The cases that judge mutants in that language: what these stand in for has to pass them, or a kill means nothing.
std::vector<std::string> judging_cases(const std::vector<mutant_file>& mutants, const std::vector<case_file>& files,
                                       source_language language) {
  std::vector<std::string> cases;
  for (const auto& file : files)
    if (file.language == language && std::ranges::any_of(mutants, [&](const mutant_file& each) {
          return each.language == language && each.breaks(file.claim);
        }))
      cases.push_back(file.name);
  return cases;
}

void print_survivor(const mutant_result& tried, const catalogue& claims, terminal& screen) {
  const trial& decisive = tried.decisive();
  screen.print(fmt::format("{} {}: killed in {} of {} runs", screen.paint(tone::bad, tried.verdict_name()),
                           screen.paint(tone::strong, name_with_claim(tried)), tried.kills(), tried.trials.size()));
  screen.print(fmt::format("    the mutant: {}", tried.mutant.description));
  if (const claim* of = claims.find(tried.kill.claim)) screen.print(fmt::format("    {}: {}", of->id, of->text));
  if (decisive.end == trial::ending::survived)
    screen.print(
        fmt::format("    expected: {}; the worst verdict of its cases: {}", name(tried.kill.by), name(decisive.seen)));
  for (std::size_t i = 0; i < decisive.details.size() && i < 6; ++i)
    screen.print(fmt::format("    {}", decisive.details[i]));
  screen.print(screen.paint(tone::faint, fmt::format("    again: {}", tried.reproduce())));
}

void print_matrix(const kill_matrix& matrix, const catalogue& claims, terminal& screen) {
  for (const auto& tried : matrix.mutants)
    if (!tried.is_killed()) print_survivor(tried, claims, screen);
  for (const auto& under_test : matrix.correct)
    for (const auto& each : under_test.rows)
      if (each.verdict != verdict::pass && counts(each)) print_failure(each, claims, screen);
  screen.print("");
  const std::string each_run = matrix.runs == 1 ? "" : fmt::format(", in each of {} runs", matrix.runs);
  screen.print(controls_line(matrix.controls));
  screen.print(fmt::format("{:<12}{} of {} killed by every claim that they break ({} kills){}", "mutants",
                           matrix.distinct_killed(), matrix.distinct(),
                           std::ranges::count_if(matrix.mutants, &mutant_result::is_killed), each_run));
  for (const auto& under_test : matrix.correct)
    screen.print(fmt::format("{:<12}{} {} of {} rows{}", under_test.is_reference ? "baseline" : "variant",
                             under_test.name, std::ranges::count(under_test.rows, verdict::pass, &row::verdict),
                             std::ranges::count_if(under_test.rows, counts),
                             under_test.passes() ? " pass" : screen.paint(tone::bad, " pass")));
}

/// Each strategy by itself, against the mutants that only some schedules show.
int compare(const mutants_options& options, const part& chosen, const std::vector<case_file>& files,
            const run_context& where, const controls_report& controls, terminal& screen) {
  const strategy_question question{.executions = options.executions.value_or(3000),
                                   .runs = options.runs.value_or(20),
                                   .libraries = options.libraries};
  strategy_matrix matrix = compare_strategies(chosen.mutants, question, where, files, screen);
  matrix.origin = origin_of_run(where.places.source);
  matrix.controls = controls;
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
  print_missed(controls, screen);
  if (!controls.believable()) return exit_code(conclusion::could_not_tell);
  const search_options search{.strategy = {}, .executions = options.executions, .seed = {}, .replay = {}};
  // Who asks how often wants to see it that often.
  const cache_policy cache = options.runs ? cache_policy::ask_again : cache_policy::use_if_current;
  const run_context where{
      .places = places, .programs = programs, .under_test = reference, .jobs = jobs, .search = search, .cache = cache};
  mutant_contexts contexts{.reference = where, .in_rust = {}};
  if (in_rust)
    contexts.in_rust.emplace(run_context{.places = places,
                                         .programs = programs,
                                         .under_test = *in_rust,
                                         .jobs = jobs,
                                         .search = search,
                                         .cache = cache});
  if (options.strategies) return compare(options, chosen, files, where, controls, screen);
  kill_matrix matrix{.origin = origin_of_run(places.source),
                     .controls = controls,
                     .runs = options.runs.value_or(1),
                     .mutants = {},
                     .correct = {}};
  matrix.mutants = try_all(chosen.mutants, matrix.runs, contexts, files, screen);
  for (const auto language : {source_language::cpp, source_language::rust}) {
    const auto cases = judging_cases(chosen.mutants, files, language);
    if (cases.empty()) continue;
    const run_context& there = language == source_language::rust ? *contexts.in_rust : contexts.reference;
    matrix.correct.push_back(pass_all(there, claims, cases, matrix.runs, screen));
    matrix.correct.back().is_reference = true;
  }
  for (const auto& variant : chosen.variants) {
    const implementation odd = variant_implementation(places, variant);
    const run_context there{
        .places = places, .programs = programs, .under_test = odd, .jobs = jobs, .search = search, .cache = cache};
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
