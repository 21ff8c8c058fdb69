// SPDX-License-Identifier: MIT
#include "scenario_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>

#include "detector.hpp"
#include "error.hpp"
#include "files.hpp"
#include "scenarios/intact.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr int violated_exit = 1, out_of_memory_exit = 3;

/// Whether the process used up the time that it has.
bool is_out_of_time(const outcome& seen) {
  return seen.timed_out || seen.signal == SIGXCPU;
}

/// The verdict on a process that did not execute its batch to the end.
verdict verdict_on(const outcome& seen, scenarios::ending how) {
  if (how == scenarios::ending::race || seen.exit_code == detector_exit_code) return verdict::race;
  if (!seen.shortage.empty()) return verdict::not_run;
  if (seen.deadlocked || how == scenarios::ending::deadlock) return verdict::deadlock;
  if (is_of_machine(seen)) return verdict::not_run;
  if (seen.signal || how == scenarios::ending::crash) return verdict::crash;
  return seen.exit_code == violated_exit ? verdict::fail : verdict::exit;
}

/// Whether the test program says that what is left needs another process: each value of a process has memory of its
/// own.
bool is_out_of_memory(const outcome& seen) {
  return seen.exit_code == out_of_memory_exit && find_event(seen, "executed") != nullptr;
}

/// Leaves out the entry's first executions. Returns whether there are others.
bool leave_out(scenarios::batch_entry& entry, std::uint64_t executed) {
  if (executed == 0 || executed >= entry.executions) return false;
  entry.seed += executed;
  entry.executions -= executed;
  return true;
}

/// Whether the test program left the files that it shares with this one so that they can be read.
bool are_intact(const shared_file<scenarios::recording>& recorded, const shared_file<scenarios::coverage>* counted,
                std::size_t from, std::size_t entries) {
  return recorded.is_whole() && (counted == nullptr || counted->is_whole()) && recorded->entry >= from &&
         recorded->entry <= entries && scenarios::is_intact(*recorded);
}

/// What a process did so that it can't be believed; empty if nothing was seen.
std::string_view disbelief(const outcome& seen, bool is_intact, bool is_at_end) {
  if (!is_intact) return "damages the recording of what it does";
  if (seen.garbled_events > 0) return "writes among the events of the test program";
  if (find_event(seen, "changed") != nullptr)
    return "changes the code of the test program or of the system's libraries in memory";
  if (is_at_end && seen.exit_code == 0 && find_event(seen, "executed") == nullptr)
    return "ends the process with the exit code 0 before the test program does";
  return {};
}

/// What is known of such a process: nothing else.
scenario_failure not_believed(const std::vector<scenarios::batch_entry>& batch, std::size_t from,
                              std::string_view why) {
  return {.entry = from,
          .process = from,
          .seed = batch.at(from).seed,
          .seen = verdict::exit,
          .violations = {{.claims = {}, .what = std::string(why), .rule = "damaged"}}};
}

/// The steps that the execution was in when its process ended for a reason that is not the implementation's.
std::vector<scenarios::violation> unended(const scenarios::recording& recorded, const std::string& shortage) {
  auto found = scenarios::unended(recorded);
  for (auto& each : found)
    each.what += shortage.empty() ? " when its time, memory or output was used up" : ": " + shortage;
  if (found.empty() && !shortage.empty())
    found.push_back({.claims = {}, .what = "a scenario could not be executed: " + shortage, .rule = "shortage"});
  return found;
}

/// A failure needs a new process. A deadlock that is seen only from outside takes as long as twenty of these, and
/// a scenario that uses up its time takes still longer.
std::uint64_t effort_of(const outcome& seen, verdict decided) {
  if (decided == verdict::not_run) return 50;
  return seen.deadlocked ? 20 : 1;
}

/// The first entry after this one that is not about the same scenario. Under another strategy it would fail in the same
/// way most often, or take as long.
std::size_t after_all_of(const std::vector<scenarios::batch_entry>& batch, std::size_t entry) {
  const auto same = text_of(batch[entry].what);
  while (entry < batch.size() && text_of(batch[entry].what) == same) ++entry;
  return entry;
}

}  // namespace

batch_run run_scenarios(const suite& program, const fs::path& library, const std::vector<scenarios::batch_entry>& batch,
                        const failure_listener& goes_on, const shared_file<scenarios::coverage>* counted) {
  using scenarios::ending;
  const scratch_folder scratch;
  const fs::path file = scratch.path() / "batch";
  auto left = batch;
  write_text(file, scenarios::text_of(left));
  const auto opened = std::make_shared<shared_file<scenarios::recording>>(scratch.path() / "recording");
  const std::shared_ptr<scenarios::recording> shared(opened, &**opened);
  if (counted != nullptr) (*counted)->news = {};
  batch_run done;
  for (std::size_t from = 0; from < batch.size();) {
    shared->how = ending::running;
    shared->entry = from;
    shared->execution = 0;
    const outcome seen = program.execute(library, {.batch = file,
                                                   .recording = opened->path(),
                                                   .coverage = counted != nullptr ? counted->path() : fs::path(),
                                                   .from = from});
    const bool is_intact = are_intact(*opened, counted, from, batch.size());
    if (const auto why = disbelief(seen, is_intact, is_intact && shared->entry == batch.size()); !why.empty()) {
      if (!is_intact) opened->clear();
      if (counted != nullptr && !counted->is_whole()) counted->clear();
      done.failures.push_back(not_believed(batch, from, why));
      goes_on(done.failures.back());
      break;
    }
    if (seen.exit_code == 0 && shared->entry == batch.size()) break;
    if (find_event(seen, "refused") != nullptr)
      throw user_error(fmt::format("the test program rejects scenarios: {}", seen.output));
    // After the last one it can't be said which it was.
    const auto entry = std::min(static_cast<std::size_t>(shared->entry), batch.size() - 1);
    // A process that came further goes on in a new one: on a slow machine a batch may need more than one time limit.
    if (is_out_of_memory(seen) && leave_out(left[entry], shared->execution)) {
      write_text(file, scenarios::text_of(left));
      from = entry;
      continue;
    }
    if ((is_out_of_memory(seen) || is_out_of_time(seen)) && entry > from) {
      from = entry;
      continue;
    }
    scenario_failure failed{.entry = entry,
                            .process = from,
                            .seed = left.at(entry).seed + shared->execution,
                            .number = shared->executions,
                            .seen = verdict_on(seen, shared->how),
                            .effort = 1,
                            .violations = {}};
    if (failed.seen == verdict::deadlock) shared->how = ending::deadlock;
    if (failed.seen == verdict::crash) shared->how = ending::crash;
    failed.violations = scenarios::judge(*shared);
    if (failed.seen == verdict::crash || failed.seen == verdict::exit)
      for (auto& each : failed.violations) each.what += last_words(seen);
    failed.effort = effort_of(seen, failed.seen);
    from = after_all_of(batch, entry);
    // What the steps did until then can be judged, unless the machine lacked something. Time is no evidence.
    if (failed.seen == verdict::not_run && seen.shortage.empty() && !failed.violations.empty())
      failed.seen = verdict::fail;
    if (failed.seen == verdict::not_run) failed.violations = unended(*shared, seen.shortage);
    if (failed.seen == verdict::deadlock && failed.violations.empty()) {
      ++done.unjudged;
      from = entry + 1;
      continue;
    }
    if (failed.seen == verdict::not_run) ++done.unjudged;
    done.failures.push_back(std::move(failed));
    done.executions = shared->executions;
    if (!goes_on(done.failures.back())) break;
  }
  done.executions = shared->executions;
  done.unjudged += shared->unjudged;
  done.performed = shared->performed;
  done.last = shared;
  return done;
}

}  // namespace fearless::certifier
