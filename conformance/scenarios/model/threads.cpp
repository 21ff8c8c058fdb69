// SPDX-License-Identifier: MIT
// The model of threads, closures and joining: chapters spec/threads.md, spec/closures.md and spec/joining.md.
#include <fmt/format.h>

#include <algorithm>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

/// In a deadlock: what the implementation should have done with a closure.
void judge_waiting(history& all, const thread_record& thread, std::size_t number) {
  const auto spawn = std::ranges::find_if(all.steps(), [&](const known_step& each) {
    return (each->does == action::spawn || each->does == action::refuse) && each->object == number;
  });
  if (spawn == all.steps().end() || !spawn->has_returned() || thread.environment_dropped != 0) return;
  if (spawn->is->gave == result::failed && thread.drops == 0)
    all.add({"closures.move.transfers.owner"},
            fmt::format("{} started no thread, and did not drop the closure", described(*spawn->is)));
  if (spawn->is->gave == result::done && thread.calls == 0)
    all.add({"threads.spawn.closure", "threads.spawn.new-thread", "closures.background"},
            fmt::format("the closure of thread {} is never called", number));
  if (thread.ends != 0 && thread.drops == 0)
    all.add({"closures.move.transfers.owner"}, fmt::format("the environment of thread {} is never dropped", number));
}

void judge_closure(history& all, std::size_t number) {
  const thread_record& thread = all.all().thread[number];
  if (!thread.is_spawned) return;
  const auto which = fmt::format("thread {}", number);
  if (thread.calls > 1)
    all.add({"threads.spawn.closure"},
            fmt::format("the closure of {} was called {} times", which, thread.calls.load()));
  if (thread.drops > 1)
    all.add({"closures.move.transfers.owner", "closures.environment"},
            fmt::format("the environment of {} was dropped {} times", which, thread.drops.load()));
  if (!thread.environment_intact)
    all.add({"closures.environment", "closures.capture", "closures.outlives", "threads.spawn.closure",
             "send.transfer.arrives"},
            fmt::format("the environment of {} was dropped or changed before its call", which));
  if (thread.ends == 0 && thread.begins != 0 && thread.environment_dropped != 0)
    all.add({"closures.environment", "threads.spawn.closure", "closures.outlives"},
            fmt::format("the environment of {} was dropped during its call", which));
  if (all.is_deadlock()) judge_waiting(all, thread, number);
  if (!all.is_finished()) return;
  if (!thread.refused && thread.calls == 0 && thread.environment_dropped != 0)
    all.add({"threads.spawn.closure", "join.handle.returned"}, fmt::format("the closure of {} was not called", which));
  if (thread.drops == 0)
    all.add({"closures.move.transfers.owner"}, fmt::format("the environment of {} was not dropped", which));
}

/// No closure runs on the thread of another one that still runs.
void judge_new_threads(history& all) {
  const auto count = std::min<std::size_t>(all.all().threads.load(), most_threads);
  for (std::size_t one = 1; one < count; ++one)
    for (std::size_t other = 0; other < count; ++other) {
      const thread_record& of = all.all().thread[one];
      const thread_record& with = all.all().thread[other];
      if (one == other || of.begins == 0 || of.system_id != with.system_id || with.system_id == 0) continue;
      const stamp ended = with.ends != 0 ? with.ends : UINT64_MAX;
      if (other == 0 || (with.begins < of.begins && of.begins < ended))
        all.add({"threads.spawn.new-thread", "threads.simultaneous", "closures.background"},
                fmt::format("the closure of thread {} ran on the thread of {}", one,
                            other == 0 ? "main" : fmt::format("thread {}, which still ran", other)));
    }
}

void judge_join(history& all, const record& is) {
  if (is.object >= most_threads) return;
  const thread_record& thread = all.all().thread[is.object];
  if (is.returned == 0) {
    if (all.is_deadlock() && thread.environment_dropped != 0)
      all.add({"join.waits", "join.completes", "join.result"},
              fmt::format("{} waits for ever although the thread has finished", described(is)));
    return;
  }
  if (thread.ends == 0 || thread.ends > is.returned || thread.environment_dropped > is.returned ||
      thread.environment_dropped == 0)
    all.add({"join.waits", "join.completes", "join.handle.returned", "join.position.before"},
            fmt::format("{} returned before the thread had finished", described(is)));
  if (is.gave != thread.outcome && thread.outcome != result::pending)
    all.add({"join.result"}, fmt::format("{} says that the thread {}, and it {}", described(is),
                                         is.gave == result::panicked ? "panicked" : "returned",
                                         thread.outcome == result::panicked ? "panicked" : "returned"));
  const bool has_value = is.does == action::join || is.gave == result::returned;
  if (has_value && is.gave == thread.outcome && is.value != thread.value)
    all.add({"join.result", "send.transfer.arrives"}, fmt::format("{} returned {} instead of {}", described(is),
                                                                  all.name_of(is.value), all.name_of(thread.value)));
}

void judge_step(history& all, const record& is) {
  switch (is.does) {
    case action::join:
    case action::join_unwrap:
      return judge_join(all, is);
    case action::spawn:
      if (is.gave == result::failed)
        all.add({"threads.spawn.closure", "join.handle.returned"},
                fmt::format("{} started no thread although the system can", described(is)));
      return;
    case action::sleep:
      if (is.gave == result::done && is.made != 0)
        all.add({"threads.sleep.pauses"}, fmt::format("{} returned before {} ns had passed", described(is), is.count));
      return;
    default:
      return;
  }
}

}  // namespace

void judge_threads(history& all) {
  const auto count = std::min<std::size_t>(all.all().threads.load(), most_threads);
  for (std::size_t number = 1; number < count; ++number) judge_closure(all, number);
  judge_new_threads(all);
  for (const known_step& each : all.steps()) judge_step(all, *each.is);
}

}  // namespace scenarios
