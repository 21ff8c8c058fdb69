// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include "executing/group_steps.hpp"
#include "executing/objects.hpp"

namespace scenarios {

namespace {

record spare;  // of a thread that has taken more steps than can be recorded, or that is not the scenario's own

bool supports(kind of) {
  const fearless_port& port = bindings::port();
  switch (of) {
    case kind::sender:
    case kind::receiver:
      return port.channels != nullptr;
    case kind::mutex:
      return port.mutexes != nullptr;
    case kind::arc:
      return port.arcs != nullptr;
    case kind::weak:
      return port.arcs != nullptr && port.weak_arcs != nullptr;
    case kind::rc:
      return port.rcs != nullptr;
    case kind::thread:
      return port.threads != nullptr;
    case kind::none:
      break;
  }
  return true;
}

void note_many(const step& what, first_wrong (*judged)(kind, std::uint64_t)) {
  record& noted = open(what.does, {.of = what.on.of, .number = 0}, new_number());
  const first_wrong wrong = judged(what.on.of, what.times);
  noted.count = wrong.number;
  if (!wrong.is_judged) return close(noted, result::none);
  close(noted, wrong.number == 0 ? result::done : wrong.is_poison ? result::poisoned : result::wrong);
}

flow run_once(const step& what) {
  switch (what.does) {
    case action::channel:
      make_channel(what);
      break;
    case action::send:
      send(what);
      break;
    case action::recv:
    case action::try_recv:
      recv(what);
      break;
    case action::each:
      each(what);
      break;
    case action::clone:
      clone(what);
      break;
    case action::crowd:
      crowd(what);
      break;
    case action::disperse:
      disperse(what.on);
      break;
    case action::drop:
      drop_object(what.on);
      break;
    case action::mutex:
    case action::arc:
    case action::rc:
      make_object(what);
      break;
    case action::lock:
    case action::try_lock:
      lock(what);
      if (what.times != 0) unlock(what.on);
      break;
    case action::unlock:
      // A drop may be part of an unwinding, which would poison a mutex that was locked before.
      if (me().locked_in[static_cast<std::size_t>(what.on.number)] == me().context) unlock(what.on);
      break;
    case action::with_lock:
    case action::with_unwrap:
      return with_lock(what);
    case action::put:
      put(what);
      break;
    case action::read:
      read(what);
      break;
    case action::count:
      count(what);
      break;
    case action::downgrade:
      downgrade(what);
      break;
    case action::upgrade:
      upgrade(what);
      break;
    case action::spawn:
    case action::refuse:
      spawn(what);
      break;
    case action::join:
    case action::join_unwrap:
      join(what);
      break;
    case action::detach:
      drop_object(what.on);
      break;
    case action::sleep:
      sleep(what);
      break;
    case action::caught:
      return catch_panic(what);
    case action::many:
      note_many(what, many);
      break;
    case action::chain:
      note_many(what, chain);
      break;
    case action::meet:
      note_many(what, meet);
      break;
    case action::cycle:
      cycle(what);
      break;
    case action::interrupt:
      interrupt(what);
      break;
    case action::panic:
      // Where a panic would end the process, or is not allowed by the port, there is none.
      if ((me().context & (in_drop | unwinding | in_iteration)) != 0) break;
      close(open(action::panic, {}), result::done);
      leave_with(what, place::payload);
      unlock_all();
      return flow::panics;
    case action::finish:
      if (mine == 0 || (me().context & (in_drop | unwinding | in_iteration)) != 0) break;
      leave_with(what, place::result);
      return flow::finishes;
    case action::body:
    case action::environment:
    case action::use:
      break;
  }
  return flow::on;
}

/// Whether the step repeats as a whole for its number.
bool repeats(action does) {
  return does == action::send || does == action::recv || does == action::try_recv || does == action::lock ||
         does == action::count || does == action::read;
}

/// Whether the step uses an object that this thread must own, or that must exist.
bool needs_object(action does) {
  switch (does) {
    case action::channel:
    case action::mutex:
    case action::arc:
    case action::rc:
    case action::spawn:
    case action::refuse:
    case action::sleep:
    case action::panic:
    case action::caught:
    case action::finish:
    case action::many:
    case action::chain:
    case action::meet:
    case action::unlock:
      return false;
    default:
      return true;
  }
}

/// The kinds of objects that the action is for.
std::string_view kinds_for(action does) {
  switch (does) {
    case action::send:
      return "s";
    case action::recv:
    case action::try_recv:
    case action::each:
      return "r";
    case action::clone:
    case action::crowd:
    case action::disperse:
      return "sac";
    case action::drop:
      return "srawc";
    case action::lock:
    case action::try_lock:
    case action::unlock:
    case action::with_lock:
    case action::with_unwrap:
    case action::put:
    case action::mutex:
      return "m";
    case action::read:
      return "mac";
    case action::count:
    case action::cycle:
      return "ac";
    case action::downgrade:
    case action::arc:
      return "a";
    case action::upgrade:
      return "w";
    case action::rc:
      return "c";
    case action::spawn:
    case action::refuse:
    case action::join:
    case action::join_unwrap:
    case action::detach:
    case action::interrupt:
      return "t";
    case action::many:
      return "smawc";
    case action::chain:
      return "smac";
    case action::meet:
      return "srmawt";
    case action::channel:
      return "s";
    default:
      return "";
  }
}

bool is_possible(const step& what) {
  if ((what.does == action::sleep || what.does == action::meet) && !supports(kind::thread)) return false;
  if (what.on.is_some() && !supports(what.on.of)) return false;
  const auto kinds = kinds_for(what.does);
  if (!kinds.empty() && kinds.find(static_cast<char>(what.on.of)) == std::string_view::npos) return false;
  return !needs_object(what.does) || is_mine(what.on);
}

}  // namespace

record& open(action does, handle on, std::uint32_t object, std::uint32_t owner) {
  if (mine >= most_threads) return spare;
  const std::uint32_t number = log().steps[mine];
  if (number + 1 >= (mine == 0 ? most_main_steps : most_steps)) {
    log().is_incomplete = true;
    return spare;
  }
  record& added = step_of(log(), mine, number);
  added = {};
  added.on = on;
  added.does = does;
  added.object = object;
  added.owner = owner;
  added.thread = mine;
  added.context = me().context;
  added.called = now();
  log().steps[mine] = number + 1;
  return added;
}

void close(record& done, result gave) {
  done.gave = gave;
  done.returned = now();
}

flow run_step(const step& what) {
  const std::uint64_t times = repeats(what.does) && what.times != 0 ? what.times : 1;
  for (std::uint64_t done = 0; done < times && is_possible(what); ++done)
    if (const flow how = run_once(what); how != flow::on) return how;
  return flow::on;
}

flow run_list(const std::vector<step>& list) {
  for (const step& each : list)
    if (const flow how = run_step(each); how != flow::on) return how;
  return flow::on;
}

}  // namespace scenarios
