// SPDX-License-Identifier: MIT
#include "mutants_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "catalogue.hpp"
#include "controls.hpp"
#include "error.hpp"
#include "exploration.hpp"
#include "files.hpp"
#include "interruption.hpp"
#include "kill_matrix.hpp"
#include "nearest.hpp"
#include "parallel.hpp"
#include "printable.hpp"
#include "row_runner.hpp"
#include "run_header.hpp"
#include "scenario_samples.hpp"
#include "strategy_samples.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The mutants and variants to judge.
struct part {
  std::vector<mutant_file> mutants;  ///< of each only the kills that are tried
  std::vector<std::string> variants;
  bool whole = true;  ///< whether these are all
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

/// What all mutants of one command are judged with.
struct mutants_session {
  mutants_session(const paths& where, const mutants_options& how)
      : places(where),
        options(how),
        claims(load_catalogue(where.build)),
        chosen(selected(where, claims, how.only)),
        files(case_files(where.source, claims)),
        reference(load_implementation(where.build, "reference")),
        programs(where),
        jobs(job_count(how.jobs)),
        slots(how.jobs > 0 ? jobs : 2 * jobs) {
    if (std::ranges::find(chosen.mutants, source_language::rust, &mutant_file::language) != chosen.mutants.end())
      rust_reference = load_implementation(where.build, "rust-std");
  }

  [[nodiscard]] std::size_t runs() const { return options.runs.value_or(1); }

  [[nodiscard]] run_context context_of(const implementation& under_test) const {
    return {.places = places,
            .programs = programs,
            .under_test = under_test,
            .slots = slots,
            .search = {.strategy = {}, .executions = options.executions, .seed = {}, .replay = {}},
            // Repeated runs are meant to show differences between runs, which the cache would hide.
            .cache = options.runs ? cache_policy::ask_again : cache_policy::use_if_current};
  }

  /// The correct implementation that mutants in this language are variations of.
  [[nodiscard]] const implementation& reference_of(source_language language) const {
    return language == source_language::rust ? rust_reference.value() : reference;
  }

  const paths& places;
  const mutants_options& options;
  catalogue claims;
  part chosen;
  std::vector<case_file> files;
  implementation reference;
  std::optional<implementation> rust_reference{};  ///< if there are mutants in Rust
  suites programs;
  unsigned jobs;
  /// Unless the user says how many jobs, twice as many as processors: many rows of the variants wait for most of their
  /// time.
  mutable row_slots slots;
};

std::vector<mutant_result> try_all(const mutants_session& session, terminal& screen) {
  std::vector<mutant_result> results;
  std::vector<std::size_t> together, alone;
  for (const auto& mutant : session.chosen.mutants)
    for (const auto& kill : mutant.kills) {
      (needs_quiet(mutant, kill, session.programs) ? alone : together).push_back(results.size());
      results.push_back({mutant, kill, std::vector<trial>(session.runs())});
    }
  screen.begin("mutants", results.size() * session.runs());
  const auto run_all_of = [&](const std::vector<std::size_t>& which, unsigned jobs) {
    run_all(which.size() * session.runs(), jobs, [&](std::size_t i) {
      mutant_result& tried = results[which[i % which.size()]];
      trial& done = tried.trials[i / which.size()];
      done = try_mutant(tried.mutant, tried.kill, session.context_of(session.reference_of(tried.mutant.language)),
                        session.files);
      screen.step(line_for(tried, done, screen), done.end != trial::ending::killed);
    });
  };
  run_all_of(together, session.jobs);
  run_all_of(alone, 1);
  screen.end();
  return results;
}

/// A correct implementation, and the rows that it must pass.
struct planned_correct {
  implementation under_test;
  bool is_reference = false;
  std::vector<planned_row> rows{};
};

/// Plans the cases that a correct implementation must pass, without compile-time cases if it has no native bindings.
/// No cases: all.
planned_correct plan_correct(const mutants_session& session, implementation under_test, bool is_reference,
                             const std::vector<std::string>& cases) {
  planned_correct planned{.under_test = std::move(under_test), .is_reference = is_reference};
  planned.rows = plan_rows(session.places, session.claims, session.programs, planned.under_test,
                           {.profiles = {}, .cases = cases, .only = {}});
  // The cases are judged here. Scenarios take minutes with a variant that sleeps at each operation.
  std::erase_if(planned.rows, [&](const planned_row& each) {
    return each.unjudged.method == method::scenarios || each.unjudged.case_name.empty() ||
           (each.compile_time && !planned.under_test.native_bindings);
  });
  return planned;
}

/// Runs the rows of a correct implementation as often as the session asks.
correct_implementation run_correct(const mutants_session& session, const planned_correct& planned, terminal& screen) {
  const std::string& name = planned.under_test.name;
  correct_implementation correct{.name = name, .is_reference = planned.is_reference, .rows = {}};
  for (std::size_t i = 0; i < session.runs(); ++i) {
    auto run = run_rows(session.context_of(planned.under_test), planned.rows, [&](const row& done, const std::string&) {
      screen.step(fmt::format("{}  {}", line_for(done, screen), name), done.verdict != verdict::pass && counts(done));
    });
    std::ranges::move(run.rows, std::back_inserter(correct.rows));
  }
  return correct;
}

implementation variant_implementation(const fs::path& built, const std::string& variant) {
  const auto library = [&](build_kind build) { return built / "variants" / name(build) / (variant + ".so"); };
  for (const auto build : {build_kind::plain, build_kind::instrumented}) {
    std::error_code absent;
    if (!fs::exists(library(build), absent))
      throw user_error(fmt::format("{}: the variant has not been built: build it with cmake --build {}",
                                   library(build).string(), built.string()));
  }
  implementation under_test;
  under_test.name = variant;
  under_test.language = "cpp";
  under_test.in_tree = true;
  under_test.plain = library(build_kind::plain);
  under_test.instrumented = library(build_kind::instrumented);
  return under_test;
}

/// The cases that judge mutants in a language. The correct implementation must pass them, or a kill means nothing.
std::vector<std::string> judging_cases(const mutants_session& session, source_language language) {
  std::vector<std::string> cases;
  for (const auto& file : session.files)
    if (file.language == language && std::ranges::any_of(session.chosen.mutants, [&](const mutant_file& each) {
          return each.language == language && each.breaks(file.claim);
        }))
      cases.push_back(file.name);
  return cases;
}

/// The correct implementations: the references of both languages, and the variants.
std::vector<correct_implementation> try_correct(const mutants_session& session, terminal& screen) {
  std::vector<planned_correct> planned;
  for (const auto language : {source_language::cpp, source_language::rust}) {
    const auto cases = judging_cases(session, language);
    if (!cases.empty()) planned.push_back(plan_correct(session, session.reference_of(language), true, cases));
  }
  for (const auto& variant : session.chosen.variants)
    planned.push_back(plan_correct(session, variant_implementation(session.places.build, variant), false, {}));

  std::size_t rows = 0;
  for (const auto& each : planned) rows += each.rows.size() * session.runs();
  screen.begin("correct implementations", rows);
  std::vector<correct_implementation> correct(planned.size());
  run_all(planned.size(), row_slots::implementations_at_once, [&](std::size_t i) {
    correct[i] = run_correct(session, planned[i], screen);
    if (correct[i].is_reference) return;
    for (auto& each : correct[i].rows) each.reproduce = fmt::format("./fearless mutants {}", correct[i].name);
  });
  screen.end();
  return correct;
}

void print_survivor(const mutant_result& tried, const catalogue& claims, terminal& screen) {
  constexpr std::size_t most_details = 6;
  const trial& decisive = tried.decisive();
  screen.print(fmt::format("{} {}: killed in {} of {} runs",
                           screen.paint(tone::bad, decisive.end == trial::ending::broken ? "BROKEN" : "SURVIVED"),
                           screen.paint(tone::strong, name_with_claim(tried)), tried.kills(), tried.trials.size()));
  screen.print(fmt::format("    mutant: {}", tried.mutant.description));
  if (const claim* of = claims.find(tried.kill.claim)) screen.print(fmt::format("    {}: {}", of->id, of->text));
  if (decisive.end == trial::ending::survived)
    screen.print(
        fmt::format("    expected verdict: {}; worst verdict seen: {}", name(tried.kill.by), name(decisive.seen)));
  for (std::size_t i = 0; i < std::min(decisive.details.size(), most_details); ++i)
    screen.print(fmt::format("    {}", printable(decisive.details[i])));
  screen.print(screen.paint(tone::faint, fmt::format("    reproduce: {}", tried.reproduce())));
}

void print_matrix(const kill_matrix& matrix, const catalogue& claims, terminal& screen) {
  for (const auto& tried : matrix.mutants)
    if (!tried.is_killed()) print_survivor(tried, claims, screen);
  for (const auto& correct : matrix.correct)
    for (const auto& each : correct.rows)
      if (each.verdict != verdict::pass && counts(each)) print_failure(each, claims, screen);
  screen.print("");
  const std::string each_run = matrix.runs == 1 ? "" : fmt::format(", in each of {} runs", matrix.runs);
  screen.print(controls_line(matrix.controls));
  screen.print(fmt::format("{:<12}{} of {} killed by every claim that they break ({} kills){}", "mutants",
                           matrix.distinct_killed(), matrix.distinct(),
                           std::ranges::count_if(matrix.mutants, &mutant_result::is_killed), each_run));
  for (const auto& correct : matrix.correct)
    screen.print(fmt::format("{:<12}{} {} of {} rows{}", correct.is_reference ? "baseline" : "variant", correct.name,
                             std::ranges::count(correct.rows, verdict::pass, &row::verdict),
                             std::ranges::count_if(correct.rows, counts),
                             correct.passes() ? " pass" : screen.paint(tone::bad, " pass")));
}

/// Compares the strategies on the mutants that only some schedules reveal. Returns the exit code.
int compare(const mutants_session& session, const controls_report& controls, terminal& screen) {
  const mutants_options& options = session.options;
  const strategy_question question{.executions = options.executions.value_or(3000),
                                   .runs = options.runs.value_or(20),
                                   .jobs = session.jobs,
                                   .libraries = options.libraries};
  strategy_matrix matrix = compare_strategies(session.chosen.mutants, question, session.context_of(session.reference),
                                              session.files, screen);
  matrix.origin = origin_of_run(session.places.source);
  matrix.controls = controls;
  stop_if_interrupted();
  print_matrix(matrix, screen);
  if (session.chosen.whole && !options.libraries) {
    const fs::path file = session.places.output / "results" / "strategies.jsonl";
    write_text(file, text_of(matrix));
    screen.print(fmt::format("{:<12}{}", "strategies", file.string()));
  }
  return matrix.holds() ? 0 : 1;
}

/// Judges mutants and correct implementations by generated scenarios alone. Returns the exit code.
int try_scenarios(const mutants_session& session, const controls_report& controls, terminal& screen) {
  const scenario_question question{.first_seed = session.options.seed.value_or(1),
                                   .runs = session.runs(),
                                   .reduces = session.options.reduces,
                                   .jobs = session.jobs};
  std::vector<implementation> correct;
  if (!session.chosen.mutants.empty()) correct.push_back(session.reference);
  for (const auto& variant : session.chosen.variants)
    correct.push_back(variant_implementation(session.places.build, variant));
  scenario_matrix matrix =
      judge_by_scenarios(session.chosen.mutants, correct, question, session.context_of(session.reference), screen);
  matrix.origin = origin_of_run(session.places.source);
  matrix.controls = controls;
  stop_if_interrupted();
  print_matrix(matrix, screen);
  if (session.chosen.whole) {
    const fs::path file = session.places.output / "results" / "scenarios.jsonl";
    write_text(file, text_of(matrix));
    screen.print(fmt::format("{:<12}{}", "scenarios", file.string()));
  }
  return matrix.holds() ? 0 : 1;
}

/// Judges the mutants, and the correct implementations by the same cases. Returns the exit code.
int judge_mutants(const mutants_session& session, const controls_report& controls, terminal& screen) {
  kill_matrix matrix{.origin = origin_of_run(session.places.source), .controls = controls, .runs = session.runs()};
  matrix.mutants = try_all(session, screen);
  matrix.correct = try_correct(session, screen);
  stop_if_interrupted();
  print_matrix(matrix, session.claims, screen);
  if (session.chosen.whole) {
    const fs::path file = session.places.output / "results" / "mutants.jsonl";
    write_text(file, text_of(matrix));
    screen.print(fmt::format("{:<12}{}", "matrix", file.string()));
  } else {
    screen.print("only some mutants were judged, so the kill matrix was not written");
  }
  return matrix.holds() ? 0 : 1;
}

}  // namespace

int mutants(const paths& places, const mutants_options& options) {
  if (options.runs == 0u) throw user_error("--runs must be at least 1");
  if (options.reduces && !options.scenarios) throw user_error("--reduce needs --scenarios");
  if (options.seed && !options.scenarios) throw user_error("--seed needs --scenarios");
  if (options.libraries && !options.strategies) throw user_error("--libraries needs --strategies");
  const mutants_session session(places, options);
  terminal screen;
  const controls_report controls = run_controls(places, session.jobs);
  print_missed(controls, screen);
  if (!controls.believable()) return exit_code(conclusion::could_not_tell);
  if (options.scenarios) return try_scenarios(session, controls, screen);
  return options.strategies ? compare(session, controls, screen) : judge_mutants(session, controls, screen);
}

}  // namespace fearless::certifier
