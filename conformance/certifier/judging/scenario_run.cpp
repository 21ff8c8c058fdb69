// SPDX-License-Identifier: MIT
#include "scenario_run.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include "detector.hpp"
#include "error.hpp"
#include "file_descriptor.hpp"
#include "files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr int violated_exit = 1, refused_exit = 2, out_of_memory_exit = 3;

/// The file through which a process that executes scenarios tells what it does, even if it crashes.
std::shared_ptr<scenarios::recording> shared_recording(const fs::path& file) {
  constexpr auto size = sizeof(scenarios::recording);
  const file_descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (opened.number() < 0 || ::ftruncate(opened.number(), size) != 0)
    throw user_error(fmt::format("can't write {}: {}", file.string(), ::strerror(errno)));
  void* const mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, opened.number(), 0);
  if (mapped == MAP_FAILED) throw user_error(fmt::format("can't map {}: {}", file.string(), ::strerror(errno)));
  return {static_cast<scenarios::recording*>(mapped), [](scenarios::recording* all) { ::munmap(all, size); }};
}

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
                        const failure_listener& goes_on) {
  using scenarios::ending;
  const scratch_folder scratch;
  const fs::path file = scratch.path() / "batch";
  write_text(file, scenarios::text_of(batch));
  const auto shared = shared_recording(scratch.path() / "recording");
  batch_run done;
  for (std::size_t from = 0; from < batch.size();) {
    shared->how = ending::running;
    shared->entry = from;
    shared->execution = 0;
    const outcome seen =
        program.execute(library, {.batch = file, .recording = scratch.path() / "recording", .from = from});
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
  done.last = shared;
  return done;
}

}  // namespace fearless::certifier
