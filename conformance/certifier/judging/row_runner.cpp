// SPDX-License-Identifier: MIT
#include "row_runner.hpp"

#include "compile_time_case.hpp"
#include "parallel.hpp"

namespace fearless::certifier {

namespace {

void run_compile_time(const run_context& where, const planned_row& planned, row& into) {
  const auto judged =
      judge_compile_time_case(where.places, *planned.compile_time, bindings_of(where.under_test), where.cache);
  into.verdict = judged.seen;
  into.details = judged.details;
  into.milliseconds = judged.elapsed.count();
  into.judged = judged.judged;
}

std::string run_in_suite(const run_context& where, row& into) {
  const suite& program = where.programs.of(into.build);
  auto done =
      program.run(*program.find(into.case_name), *where.under_test.library(into.build), limits{}.wall, where.search);
  into.verdict = done.result.seen;
  into.details = std::move(done.result.details);
  into.measured = std::move(done.result.measured);
  into.explored = std::move(done.result.explored);
  into.intercepted = done.result.intercepted;
  into.is_optional = done.result.is_optional;
  if (done.result.wrong) into.reproduce += " --replay " + done.result.wrong->token();
  into.milliseconds = done.elapsed.count();
  return std::move(done.output);
}

void run_row(const run_context& where, const planned_row& planned, row& into, const row_listener& listener) {
  into = planned.unjudged;
  std::string output;
  if (planned.decided) {
    into.verdict = planned.decided->seen;
    into.details = planned.decided->details;
  } else if (planned.compile_time) {
    run_compile_time(where, planned, into);
  } else {
    output = run_in_suite(where, into);
  }
  listener(into, output);
}

}  // namespace

std::vector<row> run_rows(const run_context& where, const std::vector<planned_row>& plan,
                          const row_listener& listener) {
  // Compilers take longest, so compile-time cases start first.
  std::vector<std::size_t> together, alone;
  for (const bool compiles : {true, false})
    for (std::size_t i = 0; i < plan.size(); ++i)
      if (plan[i].compile_time.has_value() == compiles)
        (plan[i].unjudged.method == method::cost ? alone : together).push_back(i);
  std::vector<row> rows(plan.size());
  const auto run_all_of = [&](const std::vector<std::size_t>& order, unsigned jobs) {
    run_all(order.size(), jobs, [&](std::size_t i) { run_row(where, plan[order[i]], rows[order[i]], listener); });
  };
  run_all_of(together, where.jobs);
  run_all_of(alone, 1);
  return rows;
}

}  // namespace fearless::certifier
