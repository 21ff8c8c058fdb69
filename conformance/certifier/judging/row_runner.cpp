// SPDX-License-Identifier: MIT
#include "row_runner.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>
#include <numeric>
#include <tuple>

#include "compile_time_case.hpp"
#include "explained_failure.hpp"
#include "made_once.hpp"
#include "parallel.hpp"
#include "scenario_rows.hpp"
#include "stacks.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What compilers read for the rows. Thread safety: yes.
class files_of_compilers {
 public:
  void add(const std::vector<file_set>& files) {
    const std::scoped_lock lock(guard_);
    read_.insert(files.begin(), files.end());
  }
  [[nodiscard]] std::set<fs::path> all() const {
    std::set<fs::path> files;
    for (const file_set& each : read_) files.insert(each->begin(), each->end());
    return files;
  }

 private:
  std::mutex guard_;
  std::set<file_set> read_;
};

void run_compile_time(const compile_time_cases& cases, const planned_row& planned, row& into,
                      files_of_compilers& read) {
  auto judged = cases.judge(*planned.compile_time);
  read.add(judged.read);
  into.verdict = judged.seen;
  into.details = judged.details;
  into.milliseconds = judged.elapsed.count();
  into.judged = judged.judged;
}

/// The tables that the port has in each build, as the library says when it is loaded.
class port_tables {
 public:
  explicit port_tables(const run_context& where) : where_(where) {}

  /// Blocks: while the library is asked. Thread safety: yes.
  std::vector<std::string> of(build_kind build) {
    return *known_.get(std::string(name(build)), [&] {
      return std::make_shared<const std::vector<std::string>>(
          where_.programs.of(build).probe(*where_.under_test.library(build)).tables);
    });
  }

 private:
  const run_context& where_;
  made_once<std::vector<std::string>> known_;
};

/// Runs a case with these options for its search.
case_run run_case(const run_context& where, const row& of, const search_options& search) {
  const suite& program = where.programs.of(of.build);
  return program.run(*program.find(of.case_name), *where.under_test.library(of.build), limits{}.wall, search);
}

/// Whether an execution fails whenever it is repeated, as far as some repetitions show.
bool is_repeatable(const run_context& where, const row& of, const controlled_execution& failed) {
  constexpr int repetitions = 2;
  search_options replay;
  replay.replay = failed.token();
  for (int i = 0; i < repetitions; ++i)
    if (!is_failure(run_case(where, of, replay).result.seen)) return false;
  return true;
}

/// An execution of a failed stress case that fails whenever it is repeated: the one that failed, or one that another
/// strategy finds. Where all threads run the machine has its say as well, so the others come first. Nothing if there is
/// none. Blocks: for all of it.
std::optional<controlled_execution> repeatable_execution(const run_context& where, const row& of,
                                                         const controlled_execution& failed) {
  const suite& program = where.programs.of(of.build);
  const bool all_threads_run = !program.serialises(failed.strategy);
  if (!all_threads_run && is_repeatable(where, of, failed)) return failed;
  for (const strategy_info& each : program.strategies()) {
    if (!each.serialises || !each.in_portfolio || each.name == failed.strategy) continue;
    search_options search = where.search;
    search.strategy = each.name;
    search.is_exhaustive = each.is_exhaustive;
    const auto other = run_case(where, of, search).result;
    if (is_failure(other.seen) && other.wrong && is_repeatable(where, of, *other.wrong)) return other.wrong;
  }
  return all_threads_run && is_repeatable(where, of, failed) ? std::optional(failed) : std::nullopt;
}

/// Adds what the execution shows, or why it shows nothing.
void add_explanation(const run_context& where, row& into, const controlled_execution& shows) {
  if (auto explained = explain(where, into, shows))
    into.explained = *std::move(explained);
  else
    into.details.push_back(fmt::format("  no explanation: {}", explained.error()));
}

/// Completes the command of a failed stress case by an execution that shows the failure.
void add_replay(const run_context& where, row& into, const controlled_execution& failed) {
  if (where.search.replay) {
    into.reproduce += " --replay " + failed.token();
    if (is_failure(into.verdict)) add_explanation(where, into, failed);
    return;
  }
  if (!is_failure(into.verdict)) return;
  if (const auto shows = repeatable_execution(where, into, failed)) {
    into.reproduce += " --replay " + shows->token();
    add_explanation(where, into, *shows);
  } else {
    into.details.emplace_back("  the machine has its say as well: no execution was found that fails each time");
  }
}

std::string run_in_suite(const run_context& where, port_tables& tables, row& into) {
  const suite& program = where.programs.of(into.build);
  auto done = run_case(where, into, where.search);
  if (done.result.seen == verdict::unsupported)
    done.result =
        judge_lack(std::move(done.result), tables.of(into.build), !program.find(into.case_name)->detector.empty());
  into.verdict = done.result.seen;
  into.details = std::move(done.result.details);
  into.measured = std::move(done.result.measured);
  into.explored = std::move(done.result.explored);
  into.intercepted = done.result.intercepted;
  into.is_optional = done.result.is_optional;
  if (into.verdict == verdict::deadlock || into.verdict == verdict::timeout)
    std::ranges::move(lines_of_stacks(done.stacks, where.places.source), std::back_inserter(into.details));
  if (done.result.wrong) add_replay(where, into, *done.result.wrong);
  into.milliseconds = done.elapsed.count();
  return std::move(done.output);
}

/// Says of a race what may have made it a false one: a library that the detector does not see. Indented like a quoted
/// report, so that the words are no reason of the verdict.
void add_hint(const run_context& where, row& raced) {
  const auto unseen = where.programs.of(raced.build).unseen_of_system(*where.under_test.library(raced.build));
  if (unseen.empty()) return;
  constexpr std::size_t most_named = 3;
  const std::vector<std::string> named(
      unseen.begin(), unseen.begin() + static_cast<std::ptrdiff_t>(std::min(most_named, unseen.size())));
  const std::string more =
      unseen.size() > most_named ? fmt::format(" and {} more", unseen.size() - most_named) : std::string();
  raced.details.insert(
      std::next(raced.details.begin()),
      fmt::format(
          "  hint: this may be a false report, since {}{} of the system {} not instrumented, and the detector does "
          "not see what synchronises there: build it with -fsanitize=thread, or hand in the plain library alone "
          "(PLAIN_ONLY in CMake)",
          fmt::join(named, ", "), more, unseen.size() == 1 ? "is" : "are"));
}

/// The compile-time cases of a plan, or nothing if it has none.
std::unique_ptr<compile_time_cases> compile_time_cases_of(const run_context& where,
                                                          const std::vector<planned_row>& plan) {
  std::vector<case_file> cases;
  for (const planned_row& each : plan)
    if (each.compile_time && !each.decided) cases.push_back(*each.compile_time);
  if (cases.empty()) return nullptr;
  return std::make_unique<compile_time_cases>(where.places, bindings_of(where.under_test), cases, where.cache);
}

void run_row(const run_context& where, const compile_time_cases* cases, scenario_rows& searched, port_tables& tables,
             files_of_compilers& read, const planned_row& planned, row& into, const row_listener& listener) {
  const row_slots::held slot(where.slots, planned.unjudged.method == method::cost);
  into = planned.unjudged;
  std::string output;
  if (planned.decided) {
    into.verdict = planned.decided->seen;
    into.details = planned.decided->details;
  } else if (planned.compile_time) {
    run_compile_time(*cases, planned, into, read);
  } else if (planned.unjudged.method == method::scenarios) {
    searched.judge(into);
  } else {
    output = run_in_suite(where, tables, into);
  }
  if (into.verdict == verdict::race) add_hint(where, into);
  listener(into, output);
}

}  // namespace

rows_run run_rows(const run_context& where, const std::vector<planned_row>& plan, const row_listener& listener) {
  const auto cases = compile_time_cases_of(where, plan);
  scenario_rows searched(where, plan);
  port_tables tables(where);
  files_of_compilers read;
  // What several rows need starts first: searches for scenarios, and calls of compilers.
  // Rows that need none of it come next, so that no row waits.
  auto calls = searched.searches();
  if (cases) std::ranges::move(cases->calls(), std::back_inserter(calls));
  std::vector<std::size_t> order(plan.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) {
    const auto how = plan[i].unjudged.method;
    return std::tuple(how == method::cost, how == method::scenarios, plan[i].compile_time.has_value(), i);
  });
  rows_run done{.rows = std::vector<row>(plan.size())};
  run_all(calls.size() + order.size(), where.slots.count(), [&](std::size_t i) {
    if (i < calls.size()) {
      const row_slots::held slot(where.slots, false);
      calls[i]();
    } else {
      const std::size_t next = order[i - calls.size()];
      run_row(where, cases.get(), searched, tables, read, plan[next], done.rows[next], listener);
    }
  });
  done.read_by_compilers = read.all();
  return done;
}

}  // namespace fearless::certifier
