// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include "executing/executor.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <ctime>

#include "executing/state.hpp"
#include "scheduling/execution.hpp"

namespace scenarios {

namespace {

void begin(recording& into) {
  run().into = &into;
  into.clock = 0;
  into.how = ending::running;
  into.what = {};
  into.culprit = 0;
  into.values = 0;
  into.threads = 1;
  into.objects = 0;
  into.is_incomplete = false;
  into.grown = {};
  for (auto& steps : into.steps) steps = 0;
  for (auto& each : into.thread) {
    each.calls = each.drops = 0;
    each.spawned = each.begins = each.ends = each.environment_dropped = 0;
    each.is_spawned = each.refused = each.is_joined = false;
    each.environment_intact = true;
    each.outcome = result::pending;
    each.value = no_value;
    each.system_id = 0;
  }
  for (auto& kind : run().objects)
    for (auto& each : kind) {
      each.owner = no_owner;
      each.port = nullptr;
      each.crowd = nullptr;
      each.seen = nullptr;
      each.number = each.own = 0;
    }
  for (auto& each : run().threads) {
    each.waits = each.has_ended = false;
    each.knows = each.locked = 0;
    each.guards = {};
    each.slots = {};
    each.result = no_value;
    each.context = plain;
    each.depth = 0;
  }
  for (auto& each : run().nulls) each = no_value;
  run().blank = no_value;
  run().same = no_value;
  run().changes = 0;
  begin_values();
  mine = 0;
}

/// Runs a list of the main thread's steps. A panic ends the step that it came out of.
void run_main(const std::vector<step>& list) {
  for (const step& each : list) {
    if (run_step(each) == flow::on) continue;
    if (me().result != no_value) drop_value(to_port(me().result));
    me().result = no_value;
    me().context |= after_panic;
  }
}

/// Joins the threads whose handles the main thread still has.
void join_all() {
  for (int number = 0; number < most_handles; ++number) {
    const step joins{.does = action::join, .on = {.of = kind::thread, .number = number}};
    run_step(joins);
  }
}

/// Whether nothing of the thread is left: its closure, and its result where no other thread has taken it.
bool is_gone(const thread_record& thread) {
  if (!thread.is_spawned) return true;
  if (thread.environment_dropped == 0) return false;
  if (thread.value == no_value) return true;
  const value_record& left = log().value[thread.value];
  const bool is_left = left.at == place::result || left.at == place::payload;
  const bool has_drop = left.is != layout::undropped && left.is != layout::blank;
  return !(is_left && has_drop) && (left.drops == 0 || left.drop_ends != 0);
}

void await_threads() {
  const std::atomic_ref changes(run().changes);
  for (;;) {
    const std::uint32_t seen = changes;
    const auto count = std::min<std::size_t>(log().threads, most_threads);
    if (std::all_of(log().thread.begin(), log().thread.begin() + count, is_gone)) return;
    scheduling::wait(run().changes, seen);
  }
}

/// Ends all threads and drops all objects. A drop may make new ones.
void end_all() {
  for (std::uint32_t before = 0; before != log().threads;) {
    before = log().threads;
    // Senders first: a thread may wait until they are gone.
    drop_objects_of(0);
    join_all();
    drop_all_of(0);
    await_threads();
  }
}

/// Whether a thread that was not joined may have used the mutex: then nothing orders its last use before the drop.
bool is_known_to_unjoined(int mutex) {
  const auto count = std::min<std::size_t>(log().threads, most_threads);
  for (std::size_t number = 0; number < count; ++number) {
    const thread_record& each = log().thread[number];
    const bool is_unjoined = each.is_spawned && !each.is_joined && each.calls != 0;
    if (is_unjoined && (run().threads[number].knows >> mutex & 1U) != 0) return true;
  }
  return false;
}

/// Drops the mutexes. The drop of the data may spawn a thread that uses the other ones, or lock them.
void drop_mutexes() {
  for (int number = 0; number < most_handles; ++number) {
    if (is_known_to_unjoined(number)) continue;
    unlock_all();
    const std::uint32_t before = log().threads;
    drop_object({.of = kind::mutex, .number = number});
    if (log().threads != before) end_all();
  }
}

/// An execution that spins for ever ends the process after some seconds of processor time, a thousand times as much as
/// most need, and not only when the whole batch has used up its own. What becomes of it is no evidence.
void limit_processor_time(const scenario& next) {
  constexpr rlim_t seconds = 4, repetitions_a_second = 4000;
  timespec used{};
  rlimit limit{};
  if (::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0 || ::getrlimit(RLIMIT_CPU, &limit) != 0) return;
  const auto wanted = static_cast<rlim_t>(used.tv_sec) + seconds + extent_of(next).repetitions / repetitions_a_second;
  // At the hard limit the process would be killed as by a fault.
  if (limit.rlim_max != RLIM_INFINITY) limit.rlim_cur = std::min(wanted, limit.rlim_max - 1);
  ::setrlimit(RLIMIT_CPU, &limit);
}

bool all_objects_are_gone() {
  return std::ranges::all_of(run().objects, [](const auto& of_kind) {
    return std::ranges::all_of(of_kind, [](const object& each) { return each.port == nullptr; });
  });
}

}  // namespace

bool execute(const scenario& what, const scheduling::registered_strategy& how, std::uint64_t seed, recording& into) {
  limit_processor_time(what);
  begin(into);
  run_main(what.setup);
  {
    const scheduling::execution controlled(how, seed);
    run().is_controlled = how.serialises;
    run_main(what.main);
    unlock_all();
    end_all();
    drop_mutexes();
    end_all();
  }
  run().is_controlled = false;
  into.how = ending::finished;
  return all_objects_are_gone();
}

void note_end(ending how, const char* what) {
  recording* const into = run().into;
  if (into == nullptr) return;
  ending expected = ending::running;
  if (!into->how.compare_exchange_strong(expected, how)) return;
  into->culprit = mine;
  std::strncpy(into->what.data(), what, into->what.size() - 1);
}

}  // namespace scenarios
