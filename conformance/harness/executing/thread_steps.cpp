// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include <chrono>
#include <utility>

#include "executing/group_steps.hpp"
#include "executing/objects.hpp"
#include "executing/waits.hpp"
#include "executing/within.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/free_running.hpp"
#include "scheduling/interception/interception.hpp"
#include "system/unseen.hpp"

namespace scenarios {

namespace {

struct environment {
  const step* spawning;
  std::size_t thread;
  std::uint32_t captured;
};

fearless_outcome call(void* data, fearless_value* result) {
  const auto& own = *static_cast<environment*>(data);
  thread_record& noted = log().thread[own.thread];
  if (noted.calls.fetch_add(1) != 0) {
    *result = {};
    return FEARLESS_RETURNS;
  }
  mine = static_cast<std::uint8_t>(own.thread);
  noted.system_id = unseen::this_thread();
  noted.begins = now();
  record& body = open(action::body, {.of = kind::thread, .number = own.spawning->on.number}, mine);
  noted.environment_intact = noted.drops == 0 && use_value(own.captured) == own.captured;
  const flow how = run_list(own.spawning->body);
  unlock_all();
  const auto made = me().result;
  if (made != no_value) log().value[made].at = how == flow::panics ? place::payload : place::result;
  noted.value = made;
  *result = made != no_value ? to_port(made) : fearless_value{};
  noted.outcome = how == flow::panics ? result::panicked : result::returned;
  close(body, noted.outcome);
  noted.ends = now();
  return how == flow::panics ? FEARLESS_PANICS : FEARLESS_RETURNS;
}

void drop_environment(void* data) {
  auto* const own = static_cast<environment*>(data);
  thread_record& noted = log().thread[own->thread];
  if (noted.drops.fetch_add(1) != 0) return;
  const auto before = mine;
  if (mine == foreign_thread && noted.calls != 0) mine = static_cast<std::uint8_t>(own->thread);
  if (mine != foreign_thread) {
    record& dropping = open(action::environment, {.of = kind::thread, .number = own->spawning->on.number},
                            static_cast<std::uint32_t>(own->thread));
    {
      const within context(noted.outcome == result::panicked ? unwinding : in_drop);
      run_list(own->spawning->dropped);
      if (mine == own->thread) unlock_all();
      drop_all_of(static_cast<int>(own->thread));
      drop_value(to_port(own->captured));
    }
    close(dropping, result::done);
  }
  run().threads[own->thread].has_ended = true;
  mine = before;
  // After this, the execution may end, and the next one begin: its threads have the same numbers.
  noted.environment_dropped = now();
  delete own;
  note_change();
}

/// Whether the system starts no thread for the calling thread.
constinit thread_local bool is_refused = false;

}  // namespace

void spawn(const step& what) {
  if (log().threads >= most_threads || !take_name(what.on)) return;
  const auto number = log().threads.fetch_add(1);
  if (number >= most_threads) return give_back(what.on);
  run().threads[number].knows = me().knows;
  // The drop of a closure may spawn as well.
  const bool refuses = what.does == action::refuse || is_refused;
  const bool before = std::exchange(is_refused, refuses);
  thread_record& noted = log().thread[number];
  noted.spawned_by = mine;
  noted.is_spawned = true;
  noted.refused = refuses;
  noted.spawned = now();
  const auto captured = make_value({}, place::thread, 0);
  for (const handle moved : what.moves)
    if (moved.of != kind::rc && moved.of != kind::mutex && is_mine(moved)) at(moved).owner = static_cast<int>(number);
  record& step = open(refuses ? action::refuse : action::spawn, what.on, number);
  auto* const own = new environment{.spawning = &what, .thread = number, .captured = captured};
  if (refuses) scheduling::refuse_threads(true);
  scheduling::free_running::expect_thread();
  fearless_thread* const made = bindings::threads().spawn({.env = own, .call = call, .drop = drop_environment});
  if (refuses && !before) scheduling::refuse_threads(false);
  is_refused = before;
  object& thread = at(what.on);
  thread.port = made;
  thread.number = number;
  thread.owner = made != nullptr ? static_cast<int>(mine) : no_owner;
  close(step, made != nullptr ? result::done : result::failed);
}

void join(const step& what) {
  object& thread = at(what.on);
  if (!may_wait_for_thread(thread)) return;
  record& noted = open(what.does, what.on, thread.number);
  auto* const port = static_cast<fearless_thread*>(std::exchange(thread.port, nullptr));
  fearless_value given{};
  auto outcome = FEARLESS_RETURNS;
  {
    const waiting meanwhile;
    outcome = what.does == action::join ? bindings::threads().join(port, &given)
                                        : bindings::threads().join_unwrap(port, &given);
  }
  thread.owner = no_owner;
  log().thread[noted.object].is_joined = true;
  me().knows |= run().threads[noted.object].knows;
  // Only a thread whose result is the value without data and drop can return it.
  const bool is_nothing =
      given.data == nullptr && given.drop == nullptr && log().thread[noted.object].value == no_value;
  noted.value = is_nothing ? no_value : take_value(given);
  close(noted, outcome == FEARLESS_PANICS ? result::panicked : result::returned);
  drop_value(given);
}

void sleep(const step& what) {
  record& noted = open(action::sleep, {});
  noted.count = what.times;
  const auto before = unseen::time();
  bindings::threads().sleep(what.times);
  noted.made = unseen::time() - before >= std::chrono::nanoseconds(what.times) ? 0 : 1;
  // Under controlled scheduling a sleep passes no time.
  close(noted, run().is_controlled ? result::none : result::done);
}

void leave_with(const step& what, place where) {
  if (me().result != no_value) drop_value(to_port(me().result));
  me().result = make_value(*what.gives, where, mine);
}

void interrupt(const step& what) {
  const thread_record& thread = log().thread[at(what.on).number];
  record& noted = open(action::interrupt, what.on, at(what.on).number);
  // Under controlled scheduling the thread waits in the scheduler, which a signal does not reach.
  const bool can_be = !run().is_controlled && thread.begins != 0 && thread.ends == 0;
  close(noted, can_be && unseen::interrupt(thread.system_id) ? result::done : result::none);
}

flow catch_panic(const step& what) {
  const flow how = run_list(what.body);
  if (how != flow::panics) return how;
  if (me().result != no_value) drop_value(to_port(std::exchange(me().result, no_value)));
  me().context |= after_panic;
  return flow::on;
}

void note_change() {
  std::atomic_ref(run().changes).fetch_add(1);
  scheduling::wake_all(run().changes);
}

}  // namespace scenarios
