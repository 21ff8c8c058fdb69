// SPDX-License-Identifier: MIT
#include "executing/worker.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>

#include "executing/executor.hpp"
#include "executing/kept_memory.hpp"
#include "scenarios/batch.hpp"
#include "scenarios/coverage.hpp"
#include "scenarios/judge.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/interception/coverage.hpp"
#include "scheduling/interception/interception.hpp"
#include "scheduling/processor.hpp"
#include "system/unseen.hpp"

namespace scenarios {

namespace {

constexpr int violated_exit = 1;

/// The contents of a file that is shared with the certifier. A new one is zero, which is how each of them begins.
template <class Contents>
Contents& shared_file(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0 || ::ftruncate(descriptor, sizeof(Contents)) != 0)
    throw std::invalid_argument(fmt::format("{}: can't be written: {}", file, std::strerror(errno)));
  void* const mapped = ::mmap(nullptr, sizeof(Contents), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (mapped == MAP_FAILED) throw std::invalid_argument(fmt::format("{}: {}", file, std::strerror(errno)));
  return *static_cast<Contents*>(mapped);
}

std::vector<batch_entry> read_batch(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::invalid_argument(fmt::format("{}: can't be read: {}", file, std::strerror(errno)));
  return parse_batch(std::string(std::istreambuf_iterator<char>(in), {}));
}

void note_signal(int signal) {
  note_end(ending::crash, ::sigabbrev_np(signal));
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

/// From now on, notes a fatal signal before the process ends by it. A runtime that handles one itself keeps its
/// handler: a Java virtual machine finds out by SIGSEGV that an address is null, and goes on.
void note_fatal_signals() {
  for (const int fatal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT}) {
    struct sigaction before{};
    if (::sigaction(fatal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL) ::signal(fatal, note_signal);
  }
}

void note_deadlock() {
  note_end(ending::deadlock, "deadlock");
  // The system call itself: at an exit, the detector would report the threads that are not joined.
  ::syscall(SYS_exit_group, violated_exit);
}

/// Counts the implementation's edges in this file. Returns null where there are none, or no file is wanted.
coverage* begin_counting(const std::string& file) {
  if (file.empty()) return nullptr;
  auto& covered = shared_file<coverage>(file);
  clear_counts(covered);  // of a process before this one, which did not end its execution
  return scheduling::count_edges(covered) ? &covered : nullptr;
}

/// Counts what the execution did, so that nothing is said to hold that was not tried.
void count_actions(recording& shared) {
  for (std::size_t thread = 0; thread < most_threads; ++thread)
    for (std::uint32_t number = 0; number < shared.steps[thread]; ++number) {
      const record& done = step_of(shared, thread, number);
      if (done.gave != result::none) ++shared.performed.at(static_cast<std::size_t>(done.does));
    }
}

}  // namespace

worked run_batch(const work& wanted) {
  const auto batch = read_batch(wanted.batch);
  auto& shared = shared_file<recording>(wanted.recording);
  scheduling::intercept();
  coverage* const covered = begin_counting(wanted.coverage);
  scheduling::on_deadlock(note_deadlock);
  unseen::accept_interruptions();
  note_fatal_signals();
  kept_memory kept(shared);
  for (std::uint64_t entry = wanted.from; entry < batch.size(); ++entry) {
    const auto* const how = scheduling::find_strategy(batch[entry].strategy);
    if (how == nullptr) throw std::invalid_argument(fmt::format("unknown strategy `{}`", batch[entry].strategy));
    shared.entry = entry;
    shared.models_memory = how->models_memory;
    if (!how->serialises) scheduling::detach();
    if (how->models_memory) scheduling::model_memory();
    if (how->serialises) scheduling::processor::keep_to_one();
    how->get().begin_search();
    kept.begin();
    std::uint64_t detached = 0;
    for (std::uint64_t number = 0; number < batch[entry].executions; ++number) {
      shared.execution = number;
      if (!has_room()) return worked::out_of_memory;
      ++shared.executions;
      scheduling::begin_path();
      const bool all_are_gone = execute(batch[entry].what, *how, batch[entry].seed + number, shared);
      kept.note(all_are_gone && !scheduling::was_detached(*how));
      if (covered != nullptr) covered->news.at(entry) += add_counts(*covered);
      count_actions(shared);
      if (shared.is_incomplete) ++shared.unjudged;
      if (!judge(shared).empty()) return worked::violated;
      if (how->serialises) scheduling::processor::leave_if_shared();
      if (scheduling::was_detached(*how) && ++detached == how->budget.most_detached) break;
      if (!how->get().next_execution()) break;
    }
    if (kept.grows_by(batch[entry], *how)) return worked::violated;
    if (covered != nullptr) clear_counts(*covered);  // of further executions
    scheduling::processor::release();
  }
  shared.entry = batch.size();
  return worked::done;
}

}  // namespace scenarios
