// SPDX-License-Identifier: MIT
#include "strategy_samples.hpp"

#include <fmt/format.h>

#include <set>

#include "error.hpp"
#include "exploration.hpp"
#include "library_file.hpp"
#include "parallel.hpp"
#include "runs.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The names of the strategies that make sense in a build: the portfolio. In a plain library, atomic operations are not
/// intercepted, so that strategies that serialise see too little.
std::vector<std::string> strategies_in(build_kind build, const std::vector<strategy_info>& known) {
  std::vector<std::string> names;
  for (const strategy_info& each : known)
    if (each.in_portfolio && (build == build_kind::instrumented || !each.serialises)) names.push_back(each.name);
  return names;
}

std::vector<strategy_sample> planned(const std::vector<mutant_file>& mutants, const strategy_question& question,
                                     const std::vector<strategy_info>& known) {
  std::vector<strategy_sample> samples;
  for (const auto build : {build_kind::instrumented, build_kind::plain})
    for (const auto& mutant : mutants) {
      const bool is_there = build == build_kind::plain || !question.libraries;
      if (!mutant.schedule_matters || !is_there) continue;
      for (const auto& kill : mutant.kills) {
        const bool is_visible = build == build_kind::instrumented || kill.by != verdict::race;
        if (!is_visible) continue;
        for (const auto& strategy : strategies_in(build, known))
          samples.push_back({.mutant = mutant,
                             .kill = kill,
                             .build = build,
                             .strategy = strategy,
                             .found_at = std::vector<std::optional<std::uint64_t>>(question.runs)});
      }
    }
  if (samples.empty()) throw user_error("none of these mutants depends on the schedule (`// Schedule: matters`)");
  return samples;
}

class comparison {
 public:
  comparison(const strategy_question& question, const run_context& where, const std::vector<case_file>& files)
      : question_(question), where_(where), files_(files) {}

  [[nodiscard]] fs::path library_of(const strategy_sample& sample) const {
    const fs::path folder = question_.libraries.value_or(where_.places.build / "mutants" / name(sample.build));
    return fs::absolute(folder / (sample.mutant.name + ".so"));
  }

  /// The execution that kills the mutant in this run, counted within its stress case.
  [[nodiscard]] std::optional<std::uint64_t> find(const strategy_sample& sample, std::size_t run) const {
    const suite& program = where_.programs.of(sample.build);
    const search_options search{.strategy = sample.strategy,
                                .executions = question_.executions,
                                .seed = 1 + run * seeds_of_a_run,
                                .replay = {}};
    for (const auto& file : files_) {
      if (file.method != method::stress || !judges(file, sample.mutant, sample.kill)) continue;
      const suite_case* listed = program.find(file.name);
      if (listed == nullptr)
        throw user_error(fmt::format("the test program has no case {}: build it again", file.name));
      const auto done = program.run(*listed, library_of(sample), limits{}.wall, search);
      if (done.result.seen != sample.kill.by) continue;
      return done.result.wrong ? done.result.wrong->number : question_.executions;
    }
    return std::nullopt;
  }

 private:
  const strategy_question& question_;
  const run_context& where_;
  const std::vector<case_file>& files_;
};

/// One cell of the table: `12 (40)`, median and worst.
std::string cell(const strategy_sample& sample) {
  const auto runs = sample.found_at.size();
  if (sample.kills() == 0) return "-";
  if (sample.kills() < runs) return fmt::format("{} of {}", sample.kills(), runs);
  return fmt::format("{} ({})", grouped(*sample.median()), grouped(*sample.worst()));
}

/// The heading of a table: the strategies that were compared in this build.
std::string heading(const strategy_matrix& matrix, build_kind build) {
  std::string line = fmt::format("{:<56}", fmt::format("{} libraries", name(build)));
  std::set<std::string> shown;
  for (const auto& sample : matrix.samples)
    if (sample.build == build && shown.insert(sample.strategy).second) line += fmt::format("{:>16}", sample.strategy);
  return line;
}

}  // namespace

strategy_matrix compare_strategies(const std::vector<mutant_file>& mutants, const strategy_question& question,
                                   const run_context& where, const std::vector<case_file>& files, terminal& screen) {
  strategy_matrix matrix{.executions = question.executions,
                         .runs = question.runs,
                         .samples = planned(mutants, question, where.programs.plain.strategies())};
  const comparison compared(question, where, files);
  std::set<fs::path> loaded;
  for (const auto& sample : matrix.samples)
    if (const auto library = compared.library_of(sample); loaded.insert(library).second) {
      inspect_library(library, sample.build);
      static_cast<void>(where.programs.of(sample.build).probe(library));
    }
  screen.begin("strategies", matrix.samples.size() * question.runs);
  run_all(matrix.samples.size() * question.runs, question.jobs, [&](std::size_t i) {
    strategy_sample& sample = matrix.samples[i / question.runs];
    auto& found_at = sample.found_at[i % question.runs];
    found_at = compared.find(sample, i % question.runs);
    screen.step(fmt::format("{} ({}) {}: {}", sample.mutant.name, name(sample.build), sample.strategy,
                            found_at ? fmt::format("in execution {}", *found_at)
                                     : fmt::format("not in {}", grouped(question.executions))),
                false);
  });
  screen.end();
  return matrix;
}

void print_matrix(const strategy_matrix& matrix, terminal& screen) {
  screen.print(fmt::format("executions until the mutant is killed: median and (worst) of {} runs; - not in {}",
                           matrix.runs, grouped(matrix.executions)));
  const strategy_sample* before = nullptr;
  std::string line;
  for (const auto& sample : matrix.samples) {
    const bool is_new_table = before == nullptr || before->build != sample.build;
    const bool is_new_line = is_new_table || before->mutant.name != sample.mutant.name || before->kill != sample.kill;
    if (is_new_line && !line.empty()) screen.print(line);
    if (is_new_table) {
      screen.print("");
      screen.print(heading(matrix, sample.build));
    }
    if (is_new_line) line = fmt::format("{:<56}", sample.mutant.name);
    line += fmt::format("{:>16}", cell(sample));
    before = &sample;
  }
  if (!line.empty()) screen.print(line);
}

}  // namespace fearless::certifier
