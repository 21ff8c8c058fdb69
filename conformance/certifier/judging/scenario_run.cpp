// SPDX-License-Identifier: MIT
#include "scenario_run.hpp"

#include <fmt/format.h>

#include "detector.hpp"
#include "error.hpp"
#include "files.hpp"
#include "scenarios/recording.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr int violated_exit = 1, refused_exit = 2, out_of_memory_exit = 3;

/// The verdict on a process that did not execute its batch to the end.
verdict verdict_on(const outcome& seen, scenarios::ending how) {
  if (how == scenarios::ending::race || seen.exit_code == detector_exit_code) return verdict::race;
  if (seen.deadlocked || how == scenarios::ending::deadlock) return verdict::deadlock;
  if (seen.timed_out) return verdict::timeout;
  if (is_of_machine(seen)) return verdict::invalid;
  if (seen.signal || how == scenarios::ending::crash) return verdict::crash;
  return seen.exit_code == violated_exit ? verdict::fail : verdict::exit;
}

}  // namespace

batch_run run_scenarios(const suite& program, const fs::path& library, const std::vector<scenarios::batch_entry>& batch,
                        const failure_listener& goes_on, const shared_file<scenarios::coverage>* counted) {
  using scenarios::ending;
  const scratch_folder scratch;
  const fs::path file = scratch.path() / "batch";
  write_text(file, scenarios::text_of(batch));
  const shared_file<scenarios::recording> shared(scratch.path() / "recording");
  if (counted != nullptr) (*counted)->news = {};
  batch_run done;
  for (std::size_t from = 0; from < batch.size();) {
    shared->how = ending::running;
    shared->entry = from;
    shared->execution = 0;
    const outcome seen = program.execute(library, {.batch = file,
                                                   .recording = shared.path(),
                                                   .coverage = counted != nullptr ? counted->path() : fs::path(),
                                                   .from = from});
    if (seen.exit_code == 0 && shared->entry == batch.size()) break;
    if (seen.exit_code == refused_exit)
      throw user_error(fmt::format("the test program rejects scenarios: {}", seen.output));
    const auto entry = static_cast<std::size_t>(shared->entry);
    // A process that came further goes on in a new one: on a slow machine a batch may need more than one time limit.
    if ((seen.exit_code == out_of_memory_exit || seen.timed_out) && entry > from) {
      from = entry;
      continue;
    }
    scenario_failure failed{.entry = entry,
                            .seed = batch.at(entry).seed + shared->execution,
                            .number = shared->executions,
                            .seen = verdict_on(seen, shared->how),
                            .violations = {}};
    if (failed.seen == verdict::deadlock) shared->how = ending::deadlock;
    if (failed.seen == verdict::crash) shared->how = ending::crash;
    failed.violations = scenarios::judge(*shared);
    from = entry + 1;
    if (failed.seen == verdict::deadlock && failed.violations.empty()) {
      ++done.abandoned;
      continue;
    }
    done.failures.push_back(std::move(failed));
    done.executions = shared->executions;
    if (!goes_on(done.failures.back())) break;
  }
  done.executions = shared->executions;
  done.performed = shared->performed;
  return done;
}

}  // namespace fearless::certifier
