// SPDX-License-Identifier: MIT
#include "scenario_run.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <csignal>

#include "detector.hpp"
#include "error.hpp"
#include "file_descriptor.hpp"
#include "files.hpp"
#include "scenarios/recording.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr int violated_exit = 1, refused_exit = 2, out_of_memory_exit = 3;

/// The file through which a process that executes scenarios tells what it does, even if it crashes.
class shared_recording {
 public:
  explicit shared_recording(const fs::path& file) {
    const file_descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (opened.number() < 0 || ::ftruncate(opened.number(), sizeof(scenarios::recording)) != 0)
      throw user_error(fmt::format("can't write {}: {}", file.string(), ::strerror(errno)));
    void* const mapped =
        ::mmap(nullptr, sizeof(scenarios::recording), PROT_READ | PROT_WRITE, MAP_SHARED, opened.number(), 0);
    if (mapped == MAP_FAILED) throw user_error(fmt::format("can't map {}: {}", file.string(), ::strerror(errno)));
    all_ = static_cast<scenarios::recording*>(mapped);
  }
  ~shared_recording() { ::munmap(all_, sizeof *all_); }
  shared_recording(const shared_recording&) = delete;
  shared_recording& operator=(const shared_recording&) = delete;

  scenarios::recording& operator*() const { return *all_; }
  scenarios::recording* operator->() const { return all_; }

 private:
  scenarios::recording* all_ = nullptr;
};

/// Whether the process used up the time that it has.
bool is_out_of_time(const outcome& seen) {
  return seen.timed_out || seen.signal == SIGXCPU;
}

/// The verdict on a process that did not execute its batch to the end.
verdict verdict_on(const outcome& seen, scenarios::ending how) {
  if (how == scenarios::ending::race || seen.exit_code == detector_exit_code) return verdict::race;
  if (seen.deadlocked || how == scenarios::ending::deadlock) return verdict::deadlock;
  if (is_of_machine(seen)) return verdict::not_run;
  if (seen.signal || how == scenarios::ending::crash) return verdict::crash;
  return seen.exit_code == violated_exit ? verdict::fail : verdict::exit;
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
                        const failure_listener& goes_on) {
  using scenarios::ending;
  const scratch_folder scratch;
  const fs::path file = scratch.path() / "batch";
  write_text(file, scenarios::text_of(batch));
  const shared_recording shared(scratch.path() / "recording");
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
    if ((seen.exit_code == out_of_memory_exit || is_out_of_time(seen)) && entry > from) {
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
    from = after_all_of(batch, entry);
    // What the steps did until then can be judged. Time is no evidence.
    if (failed.seen == verdict::not_run && !failed.violations.empty()) failed.seen = verdict::fail;
    if (failed.seen == verdict::not_run) failed.violations = scenarios::unended(*shared);
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
  return done;
}

}  // namespace fearless::certifier
