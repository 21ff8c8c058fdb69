// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "error.hpp"
#include "implementation.hpp"
#include "judge.hpp"
#include "method.hpp"
#include "paths.hpp"
#include "process.hpp"
#include "search_options.hpp"
#include "verdict.hpp"

namespace fearless::certifier {

/// A case of the test program, as it lists itself.
struct suite_case {
  std::string name, claim;
  certifier::method method;
  verdict expects = verdict::pass;     ///< for a `detected` case, the verdict that must be seen
  std::string detector{};              ///< options of the race detector, added to its usual ones
  std::set<std::size_t> assertions{};  ///< the lines of its file at which it asserts something
};

/// A case that was run and judged.
struct case_run {
  case_result result;
  bool loaded = false;  ///< whether the test program accepted the implementation
  std::chrono::milliseconds elapsed{};
  std::string output;  ///< all that it printed
  std::string stacks;  ///< after a timeout or a deadlock: where its threads are, see stacks.hpp
};

/// Whether the test program writes what the threads do.
enum class with_trace { no, yes };

/// Plans that were executed.
struct executed_plans {
  case_result result;
  std::vector<std::string> allowed;  ///< the outcomes that the case allows
  std::string trace;                 ///< what the threads did; empty if it was not asked for
};

/// What an implementation reports of itself when it is loaded.
struct probe_result {
  std::string name, release;
  std::vector<std::string> tables;
};

/// Scenarios that the test program is to execute.
struct scenario_files {
  std::filesystem::path batch;      ///< the scenarios, see scenarios/batch.hpp
  std::filesystem::path recording;  ///< what the executions are recorded in, see scenarios/recording.hpp
  std::filesystem::path coverage;   ///< what edges are counted in, see scenarios/coverage.hpp; empty: they are not
  std::size_t from = 0;             ///< the first scenario
};

/// The test program in one build.
class suite {
 public:
  /// Errors: `user_error` if it is not built or does not list its cases.
  suite(const paths& places, build_kind build);

  [[nodiscard]] const std::vector<suite_case>& cases() const { return cases_; }
  [[nodiscard]] const suite_case* find(const std::string& name) const;

  /// The strategies that the test program has, in the order of their use. Blocks: for the test program.
  /// Errors: `user_error` if it does not list them.
  [[nodiscard]] std::vector<strategy_info> strategies() const;

  /// Whether the strategy runs one thread at a time. False for one that there is not.
  [[nodiscard]] bool serialises(const std::string& strategy) const;

  /// From now on, takes the threads that this library starts while it is loaded for ones that wake no others.
  /// Thread safety: yes.
  void note_housekeeping(const std::filesystem::path& library) const;

  /// Loads a library in a process of its own.
  /// Errors: `user_error` if it crashes, exits or hangs, or if the test program rejects it.
  [[nodiscard]] probe_result probe(const std::filesystem::path& library) const;

  /// Calls each function of a library's port once, in a process of its own, so that a broken port is not mistaken for
  /// an implementation that does not conform. Ignores reports of the race detector, which the cases judge. Errors:
  /// `user_error` that names the function and the contract that it violates.
  void require_whole_port(const std::filesystem::path& library) const;

  /// Executes scenarios against a library, in a process of its own, until one violates a claim. Blocks: for it.
  [[nodiscard]] outcome execute(const std::filesystem::path& library, const scenario_files& files) const;

  /// Runs a case against a library and judges it. A stress case explores schedules as `search` says, which adds to its
  /// time limit. Thread safety: any number of threads may run cases at once.
  [[nodiscard]] case_run run(const suite_case& which, const std::filesystem::path& library,
                             std::chrono::milliseconds time_limit, const search_options& search = {}) const;

  /// Repeats an execution of a stress case, `STRATEGY:SEED`. Returns how it departs from the plainest one, as the test
  /// program writes it; empty if it can't say.
  [[nodiscard]] std::string departures_of(const suite_case& which, const std::filesystem::path& library,
                                          const std::string& replay) const;

  /// Executes plans of a stress case, in the test program's form, until one fails. Its number, from 0, is the seed of
  /// the execution that failed. Thread safety: any number of threads may do so at once.
  [[nodiscard]] executed_plans run_plans(const suite_case& which, const std::filesystem::path& library,
                                         const std::string& plans, with_trace traced) const;

  /// What a library has loaded from outside the system until now, in any of the processes above, without itself.
  /// Thread safety: yes.
  [[nodiscard]] std::set<std::filesystem::path> loaded_by(const std::filesystem::path& library) const;

  /// What it has loaded from the system that the race detector does not see, by name and in the order of loading.
  /// Thread safety: yes.
  [[nodiscard]] std::vector<std::string> unseen_of_system(const std::filesystem::path& library) const;

 private:
  outcome run_with(const std::filesystem::path& library, command program) const;
  [[nodiscard]] command start_case(const suite_case& which, const std::filesystem::path& library,
                                   const std::filesystem::path& scratch) const;
  [[nodiscard]] case_result judged(const suite_case& which, outcome& seen) const;
  [[nodiscard]] std::vector<nlohmann::json> listed(const char* option) const;
  [[nodiscard]] user_error malformed(const char* option, const std::string& why) const;
  [[nodiscard]] command start(std::vector<std::string> arguments, const std::filesystem::path& scratch) const;

  std::filesystem::path source_;
  build_kind build_;
  std::filesystem::path program_;
  std::vector<suite_case> cases_;
  mutable std::mutex guard_;
  mutable std::set<std::filesystem::path> with_housekeeping_;
  mutable std::map<std::filesystem::path, std::set<std::filesystem::path>> loaded_;
  mutable std::map<std::filesystem::path, std::vector<std::filesystem::path>> loaded_of_system_;
};

/// The builds that run a case: a data race needs the race detector, a cost is measured without it.
std::vector<build_kind> builds_of(method how, verdict expects);

}  // namespace fearless::certifier
