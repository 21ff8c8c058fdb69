// SPDX-License-Identifier: MIT
#include "search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <set>
#include <span>
#include <stdexcept>

#include "error.hpp"
#include "files.hpp"
#include "scenarios/contexts.hpp"
#include "scenarios/each_group_alone.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using scenarios::batch_entry;
using scenarios::scenario;

namespace {

constexpr std::size_t scenarios_at_once = 100;

/// A strategy and how many schedules of each scenario it chooses.
struct share {
  const char* strategy;
  std::uint64_t executions;
  bool models_memory = false;  ///< left out where the library's atomic operations are not seen
};
constexpr std::array portfolio{share{"random", 3}, share{"pct-3", 3}, share{"weak-2", 2, true},
                               share{"pct-2-weak-1", 1, true}, share{"none", 1}};
/// Others much like it follow.
constexpr std::array once{share{"random", 1}, share{"pct-3", 1}, share{"weak-2", 1, true}, share{"none", 1}};
/// A scenario of the corpus is there for what is rare.
constexpr std::array corpus_portfolio{share{"random", 6}, share{"pct-3", 20}, share{"weak-2", 6, true},
                                      share{"pct-2-weak-1", 6, true}, share{"none", 2}};
/// A few steps of several threads meet in many ways, and are executed quickly.
constexpr std::array short_corpus_portfolio{share{"random", 50}, share{"pct-3", 150}, share{"weak-2", 50, true},
                                            share{"pct-2-weak-1", 50, true}, share{"none", 2}};
/// What leaves a little memory is seen after several executions.
constexpr std::array memory_portfolio{share{"random", 6}, share{"pct-3", 6}, share{"weak-2", 6, true},
                                      share{"none", 8}};

/// Whether the scenario repeats steps so often, or sleeps so long, that it is executed once by each strategy, and only
/// where it is quick.
bool has_large_counts(const scenario& what) {
  const auto how_much = extent_of(what);
  return how_much.repetitions > 10'000 || how_much.sleep > 2'000'000'000;
}

std::span<const share> shares_of_corpus(const scenario& what) {
  constexpr std::size_t few_steps = 12;
  if (!is_brief(what)) return portfolio;
  if (extent_of(what).steps > few_steps || extent_of(what).sleep > 0) return corpus_portfolio;
  return short_corpus_portfolio;
}

/// What is executed, and where each part of it comes from.
struct planned_batch {
  std::uint64_t next_seed = 0;     ///< of the first generated scenario that follows
  bool with_older_values = false;  ///< as in `search_extent`
  std::shared_ptr<std::vector<batch_entry>> entries = std::make_shared<std::vector<batch_entry>>();
  std::vector<std::string> origins{};
  std::uint64_t scenarios = 0;

  /// A scenario with one thread has one schedule, which the last strategy has too, and of one that takes long, each
  /// strategy tries only one.
  void add(const scenario& what, const std::string& origin, std::uint64_t seed,
           std::span<const share> shares = portfolio) {
    ++scenarios;
    const bool has_one_schedule = extent_of(what).threads == 1;
    for (const share& each : has_one_schedule ? shares.last(1) : shares)
      if (with_older_values || !each.models_memory)
        add(what, origin, {.strategy = each.strategy, .executions = has_large_counts(what) ? 1 : each.executions},
            seed);
  }

  void add(const std::vector<corpus_entry>& corpus, const search_extent& extent) {
    for (const corpus_entry& each : corpus)
      if (extent.with_large_counts || !has_large_counts(each.what))
        add(each.what, each.name, extent.first_seed, shares_of_corpus(each.what));
  }

 private:
  void add(const scenario& what, const std::string& origin, const share& of, std::uint64_t seed) {
    entries->push_back({.strategy = of.strategy, .seed = seed, .executions = of.executions, .what = what});
    origins.push_back(origin);
  }
};

class searching {
 public:
  searching(const suite& program, const fs::path& library, const search_listener& goes_on, guidance* guided)
      : program_(program), library_(library), goes_on_(goes_on), guided_(guided) {}

  /// Returns whether the search goes on.
  bool execute(const planned_batch& batch) {
    const auto started = std::chrono::steady_clock::now();
    bool goes_on = true;
    std::uint64_t next_seed = batch.next_seed;
    const auto done = run(batch, [&](const scenario_failure& failed) {
      ++report_.failures;
      report_.effort += failed.effort;
      note(batch, failed);
      goes_on = goes_on_(report_);
      if (!goes_on) next_seed = std::min(next_seed, (*batch.entries)[failed.entry].seed + 1);
      return goes_on;
    });
    if (guided_ != nullptr) guided_->note_done(next_seed, batch.scenarios, done.executions);
    report_.executions += done.executions;
    report_.unjudged += done.unjudged;
    for (std::size_t does = 0; does < done.performed.size(); ++does) report_.performed[does] += done.performed[does];
    report_.scenarios += batch.scenarios;
    report_.elapsed +=
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    return goes_on && goes_on_(report_);
  }

  [[nodiscard]] const search_report& report() const { return report_; }

 private:
  batch_run run(const planned_batch& batch, const failure_listener& goes_on) {
    if (guided_ == nullptr) return run_scenarios(program_, library_, *batch.entries, goes_on);
    try {
      auto done = run_scenarios(program_, library_, *batch.entries, goes_on, &guided_->counted());
      guided_->keep_from(*batch.entries);
      return done;
    } catch (...) {
      // The edges are counted as seen, so what took them must not be lost.
      guided_->keep_from(*batch.entries);
      throw;
    }
  }

  /// Keeps of each kind of violation the first one that breaks just these claims.
  void note(const planned_batch& batch, const scenario_failure& failed) {
    scenario_finding found{.seen = failed.seen,
                           .claims = {},
                           .what = "the process ended outside of a step",
                           .rule = {},
                           .from = batch.origins[failed.entry],
                           .entry = (*batch.entries)[failed.entry],
                           .process = {.batch = batch.entries, .first = failed.process, .last = failed.entry},
                           .found_at = report_.executions + failed.number};
    found.entry.seed = failed.seed;
    found.entry.executions = 1;
    if (failed.violations.empty()) return keep(found);
    for (const auto& each : failed.violations) {
      found.claims = each.claims;
      found.what = each.what;
      found.rule = each.rule;
      keep(found);
    }
  }

  void keep(const scenario_finding& found) {
    if (found.seen == verdict::not_run) return report_.undecided.push_back(found);
    if (known_.emplace(found.rule, std::set(found.claims.begin(), found.claims.end())).second)
      report_.findings.push_back(found);
  }

  const suite& program_;
  const fs::path& library_;
  const search_listener& goes_on_;
  guidance* guided_;
  std::set<std::pair<std::string, std::set<std::string>>> known_;
  search_report report_;
};

/// Executes scenarios that were kept for another library. Returns whether the search goes on.
bool repeat(const std::vector<std::string>& kept, searching& all, const search_extent& extent) {
  for (std::size_t next = 0; next < kept.size(); next += scenarios_at_once) {
    planned_batch batch{.next_seed = extent.first_seed, .with_older_values = extent.with_older_values};
    for (std::size_t number = next; number < std::min(next + scenarios_at_once, kept.size()); ++number)
      batch.add(scenarios::parse(kept[number]), "a kept scenario", extent.first_seed);
    if (!all.execute(batch)) return false;
  }
  return true;
}

}  // namespace

std::vector<corpus_entry> corpus_of(const fs::path& source) {
  const fs::path folder = source / "conformance" / "scenarios" / "corpus";
  std::error_code failed;
  const fs::directory_iterator files(folder, failed);
  if (failed) throw user_error(fmt::format("can't read {}: {}", folder.string(), failed.message()));
  std::vector<corpus_entry> all;
  for (const auto& each : files) {
    if (each.path().extension() != ".scenario") continue;
    try {
      all.push_back({.name = each.path().stem().string(), .what = scenarios::parse(read_text(each.path()))});
    } catch (const std::invalid_argument& error) {
      throw user_error(fmt::format("{}: {}", each.path().string(), error.what()));
    }
  }
  std::ranges::sort(all, {}, &corpus_entry::name);
  return all;
}

search_extent extent_for(build_kind build) {
  const bool is_plain = build == build_kind::plain;
  return {.first_seed = 1,
          .scenarios = is_plain ? 500U : 200U,
          .with_large_counts = is_plain,
          .with_older_values = !is_plain};
}

void add(search_report& to, search_report more) {
  to.scenarios += more.scenarios;
  to.executions += more.executions;
  to.unjudged += more.unjudged;
  to.failures += more.failures;
  to.effort += more.effort;
  for (std::size_t does = 0; does < more.performed.size(); ++does) to.performed[does] += more.performed[does];
  std::ranges::move(more.findings, std::back_inserter(to.findings));
  std::ranges::move(more.undecided, std::back_inserter(to.undecided));
  to.elapsed = std::max(to.elapsed, more.elapsed);
}

search_report search(const suite& program, const fs::path& library, const std::vector<corpus_entry>& corpus,
                     const search_extent& extent, const search_listener& goes_on, guidance* guided) {
  searching all(program, library, goes_on, guided);
  if (guided == nullptr || !guided->has_begun()) {
    const auto kept_before = guided != nullptr ? guided->kept() : std::vector<std::string>();
    planned_batch batch{.next_seed = extent.first_seed, .with_older_values = extent.with_older_values};
    // The simplest first: they show which claims are broken without the others.
    for (const auto& each : scenarios::each_group_alone())
      batch.add(each.what, each.name, extent.first_seed, memory_portfolio);
    for (const auto* const contexts :
         {&scenarios::every_operation_in_each_context(), &scenarios::objects_that_outlive_each_context()})
      for (const auto& each : *contexts) batch.add(each.what, each.name, extent.first_seed);
    batch.add(corpus, extent);
    if (!all.execute(batch) || !repeat(kept_before, all, extent)) return all.report();
    if (guided != nullptr) guided->note_begun();
  }
  for (std::uint64_t next = 0; next < extent.scenarios; next += scenarios_at_once) {
    const auto end = std::min<std::uint64_t>(next + scenarios_at_once, extent.scenarios);
    planned_batch batch{.next_seed = extent.first_seed + end, .with_older_values = extent.with_older_values};
    for (std::uint64_t number = next; number < end; ++number) {
      const std::uint64_t seed = extent.first_seed + number;
      const auto drawn = guided != nullptr ? guided->draw(seed) : fresh_scenario(seed);
      batch.add(drawn.what, drawn.from, seed, drawn.is_once ? std::span<const share>(once) : portfolio);
    }
    if (!all.execute(batch)) break;
  }
  return all.report();
}

search_report execute_corpus(const suite& program, const fs::path& library, const std::vector<corpus_entry>& corpus,
                             const search_extent& extent, const search_listener& goes_on) {
  searching all(program, library, goes_on, nullptr);
  planned_batch batch{.next_seed = extent.first_seed, .with_older_values = extent.with_older_values};
  batch.add(corpus, extent);
  all.execute(batch);
  return all.report();
}

}  // namespace fearless::certifier
