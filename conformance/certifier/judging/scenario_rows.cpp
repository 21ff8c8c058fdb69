// SPDX-License-Identifier: MIT
#include "scenario_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "attribution.hpp"
#include "files.hpp"
#include "scenarios/claims.hpp"

namespace fearless::certifier {

namespace {

/// The first that names the claim.
const scenario_finding* first_of(const std::string& claim, const std::vector<scenario_finding>& all) {
  const auto found = std::ranges::find_if(
      all, [&](const scenario_finding& each) { return std::ranges::find(each.claims, claim) != each.claims.end(); });
  return found == all.end() ? nullptr : &*found;
}

/// A finding for which no claim can be named.
const scenario_finding* unnamed_in(const std::vector<scenario_finding>& all) {
  const auto found = std::ranges::find_if(all, [](const scenario_finding& each) { return each.claims.empty(); });
  return found == all.end() ? nullptr : &*found;
}

/// Takes those scenarios out of the corpus that sleep for long. They need no processor, so that others run meanwhile.
std::vector<corpus_entry> sleeping_of(std::vector<corpus_entry>& corpus) {
  constexpr std::uint64_t long_sleep = 500'000'000;
  const auto sleeps = [](const corpus_entry& each) { return extent_of(each.what).sleep >= long_sleep; };
  std::vector<corpus_entry> sleeping;
  std::ranges::copy_if(corpus, std::back_inserter(sleeping), sleeps);
  std::erase_if(corpus, sleeps);
  return sleeping;
}

}  // namespace

scenario_rows::scenario_rows(const run_context& where, const std::vector<planned_row>& plan) : where_(where) {
  for (const planned_row& each : plan)
    if (each.unjudged.method == method::scenarios && !each.decided) made_.try_emplace(each.unjudged.build);
  for (auto& [build, made] : made_) done_.emplace(build, made.get_future().share());
}

std::vector<std::function<void()>> scenario_rows::searches() {
  std::vector<std::function<void()>> calls;
  for (const auto& [build, done] : done_) calls.emplace_back([this, build] { search(build); });
  return calls;
}

void scenario_rows::search(build_kind build) {
  try {
    const suite& program = where_.programs.of(build);
    const auto& library = *where_.under_test.library(build);
    searched done{.report = {}, .tables = program.probe(library).tables};
    search_extent extent = extent_for(build);
    extent.first_seed = where_.search.seed.value_or(extent.first_seed);
    const auto goes_on = [](const search_report& so_far) { return so_far.effort < most_effort; };
    auto corpus = corpus_of(where_.places.source);
    const auto sleeping = sleeping_of(corpus);
    auto slept = std::async(std::launch::async,
                            [&] { return certifier::execute_corpus(program, library, sleeping, extent, goes_on); });
    done.report = certifier::search(program, library, corpus, extent, goes_on);
    add(done.report, slept.get());
    made_.at(build).set_value(std::move(done));
  } catch (...) {
    made_.at(build).set_exception(std::current_exception());
    throw;
  }
}

std::string scenario_rows::again(const scenario_finding& found, build_kind build) const {
  return fmt::format("in the scenario of {}, under {}:{}; `{} search {} --only {}` reduces it", found.from,
                     found.entry.strategy, found.entry.seed, called_as(where_.places), where_.under_test.as_argument(),
                     name(build));
}

void scenario_rows::judge(row& into) {
  const searched& done = done_.at(into.build).get();
  const scenarios::judged_claim& claim = *scenarios::find_judged_claim(into.claim);
  into.milliseconds = done.report.elapsed.count();
  into.searched = {
      .drawn = done.report.scenarios, .executions = done.report.executions, .unjudged = done.report.unjudged};
  const attribution attributed = attribute(into.claim, done.report.findings);
  if (std::ranges::find(done.tables, claim.table) == done.tables.end()) {
    into.verdict = verdict::unsupported;
    into.details = {fmt::format("the implementation has no {}", claim.table)};
  } else if (attributed.decides != nullptr) {
    into.verdict = attributed.decides->seen;
    into.details = {attributed.decides->what, again(*attributed.decides, into.build)};
  } else if (const scenario_finding* const found = unnamed_in(done.report.findings)) {
    into.verdict = found->seen;
    into.details = {found->what + ", in an execution that is not the fault of one claim alone",
                    again(*found, into.build)};
  } else if (attributed.with != nullptr) {
    into.verdict = verdict::not_run;
    into.details = {fmt::format("{}, which also happens where this claim has no part: {}", attributed.with->what,
                                attributed.without->what),
                    again(*attributed.without, into.build)};
  } else if (const scenario_finding* const stopped = first_of(into.claim, done.report.undecided)) {
    into.verdict = verdict::not_run;
    into.details = {stopped->what + "; this is not a verdict on the implementation", again(*stopped, into.build)};
  } else if (done.report.effort >= most_effort) {
    into.verdict = verdict::not_run;
    into.details = {fmt::format("the search ended after {} executions that broke other claims or did not end{}",
                                done.report.failures,
                                done.report.undecided.empty() ? "" : "; first, " + done.report.undecided.front().what)};
  } else if (!scenarios::is_exercised(claim, done.report.performed)) {
    into.verdict = verdict::not_run;
    into.details = {"no scenario came to what the claim is about"};
  } else {
    into.verdict = verdict::pass;
  }
}

}  // namespace fearless::certifier
