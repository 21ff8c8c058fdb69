// SPDX-License-Identifier: MIT
#include "scenarios/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

using claims = std::vector<std::string>;

/// The step that a thread is in: the innermost one that has not returned.
const record* pending(const history& all, std::size_t thread) {
  const record* found = nullptr;
  for (const known_step& each : all.steps())
    if (each->thread == thread && !each.has_returned()) found = each.is;
  return found;
}

/// A step in which many threads meet.
const record* pending_meeting(const history& all) {
  for (const known_step& each : all.steps())
    if (each->does == action::meet && !each.has_returned()) return each.is;
  return nullptr;
}

/// Where a value is, or was when it was dropped.
place place_of(const value_record* value) {
  if (value == nullptr) return place::thread;
  return value->drops != 0 ? value->at_drop : value->at;
}

/// The claims on the use of a value that a thread got from here.
claims claims_of_use(const history& all, const record& use) {
  switch (place_of(all.value(use.value))) {
    case place::channel:
      return {"channels.messages",       "channels.recv.value",
              "channels.try-recv.value", "channels.ownership.transfer.exclusive",
              "channels.many-producers", "channels.iterate.each"};
    case place::mutex:
      return {"mutex.lock.visible", "mutex.exclusion", "mutex.unlock.automatic.on-drop", "arc.counter"};
    case place::arc:
      return {"arc.atomic.use", "arc.atomic.last", "shared.memory-like-many-owners"};
    case place::rc:
      return {"rc.owners"};
    case place::result:
    case place::payload:
      return {"join.waits", "join.result"};
    case place::thread:
    case place::gone:
      break;
  }
  return {"closures.environment", "closures.capture", "closures.outlives"};
}

/// Of an execution that ended by itself: which claims the step breaks in which it ended.
void judge_end(history& all) {
  const auto how = all.all().how.load();
  if (how != ending::race && how != ending::crash) return;
  const auto thread = all.all().culprit;
  const record* in = pending(all, thread);
  // The threads of a meeting have no steps of their own.
  if (in == nullptr && thread >= most_threads) in = pending_meeting(all);
  const std::string what(all.all().what.data());
  if (in == nullptr)
    all.add({}, fmt::format("{}, outside of a step", what));
  else
    all.add(in->does == action::use ? claims_of_use(all, *in) : claims_of(*in),
            fmt::format("{} in {}", what, described(*in)), in->does);
}

/// Whether the step may wait for another thread: then the model of its group says whether it has to end.
bool may_wait(const record& step) {
  switch (step.does) {
    case action::recv:
    case action::try_recv:
    case action::each:
    case action::lock:
    case action::try_lock:
    case action::with_lock:
    case action::with_unwrap:
    case action::join:
    case action::join_unwrap:
    case action::body:
    case action::environment:
      return true;
    default:
      return false;
  }
}

/// In a deadlock: steps that never wait for another thread. Where such a step is part of another one, as in a drop,
/// that one never returns either.
void judge_waits(history& all) {
  if (!all.is_deadlock()) return;
  for (std::size_t thread = 0; thread < most_threads; ++thread) {
    const record* const innermost = pending(all, thread);
    if (innermost == nullptr || may_wait(*innermost)) continue;
    // The model of channels judges sends.
    for (const known_step& each : all.steps())
      if (each->thread == thread && !each.has_returned() && !may_wait(*each.is) && each->does != action::send)
        all.add(claims_of(*each.is), fmt::format("{} never returns", described(*each.is)), each->does);
  }
}

}  // namespace

std::vector<std::string> claims_of(const record& step) {
  switch (step.does) {
    case action::channel:
      return {"channels.create", "channels.pair"};
    case action::chain:
      switch (step.on.of) {
        case kind::sender:
          return {"channels.ownership.transfer.dropped-once"};
        case kind::mutex:
          return {"mutex.new"};
        case kind::rc:
          return {"rc.owners"};
        default:
          return {"arc.atomic.last", "arc.like-rc"};
      }
    case action::many:
      switch (step.on.of) {
        case kind::sender:
          return {"channels.create", "channels.pair"};
        case kind::mutex:
          return {"mutex.new", "mutex.guard.smart-pointer", "mutex.guard.deref"};
        case kind::rc:
          return {"rc.owners"};
        default:
          return {"arc.atomic.count", "arc.atomic.last", "arc.like-rc"};
      }
    case action::meet:
      switch (step.on.of) {
        case kind::sender:
          return {"channels.many-producers", "channels.clone.all-arrive", "channels.messages",
                  "channels.clone.last-closes", "channels.ownership.transfer.dropped-once"};
        case kind::receiver:
          return {"channels.recv.value", "channels.recv.blocks", "channels.messages", "channels.create"};
        case kind::mutex:
          return {"mutex.exclusion", "mutex.lock.blocks", "mutex.lock.visible"};
        case kind::thread:
          return {"threads.spawn.closure", "threads.simultaneous", "closures.background",
                  "join.result",           "join.waits",           "closures.move.transfers.owner"};
        default:
          return {"arc.atomic.count", "arc.atomic.last", "arc.atomic.use"};
      }
    case action::send:
      return {"channels.send.ok",          "channels.many-producers",    "channels.messages",
              "channels.clone.all-arrive", "channels.send.disconnected", "channels.recv.value",
              "channels.recv.drains"};
    case action::recv:
      return {"channels.recv.value", "channels.recv.blocks",    "channels.recv.closed",     "channels.recv.drains",
              "channels.messages",   "channels.many-producers", "channels.clone.all-arrive"};
    case action::try_recv:
      return {"channels.try-recv.value", "channels.try-recv.immediate", "channels.try-recv.empty",
              "channels.recv.drains",    "channels.messages",           "channels.many-producers"};
    case action::each:
      return {"channels.iterate.each", "channels.iterate.ends", "channels.recv.drains", "channels.messages"};
    case action::clone:
    case action::crowd:
      if (step.on.of == kind::sender) return {"channels.clone.same-channel", "channels.clone.last-closes"};
      return step.on.of == kind::arc ? claims{"arc.atomic.count", "arc.like-rc"} : claims{"rc.owners"};
    case action::disperse:
    case action::drop:
      switch (step.on.of) {
        case kind::sender:
          return {"channels.clone.last-closes", "channels.recv.closed", "channels.sender.moves.owner"};
        case kind::receiver:
          return {"channels.ownership.transfer.dropped-once", "channels.ownership.transfer.exclusive",
                  "channels.send.disconnected"};
        case kind::mutex:
          return {"mutex.new"};
        case kind::rc:
          return {"rc.owners"};
        default:
          return {"arc.atomic.last", "arc.atomic.use", "arc.atomic.count", "arc.like-rc"};
      }
    case action::mutex:
      return {"mutex.new"};
    case action::with_unwrap:
      return {"mutex.poison.unwrap", "mutex.lock.blocks",     "mutex.exclusion",
              "mutex.lock.visible",  "mutex.unlock.required", "mutex.unlock.automatic.on-drop"};
    case action::lock:
    case action::try_lock:
    case action::with_lock:
      return {"mutex.lock.blocks",     "mutex.exclusion",    "mutex.lock.visible",
              "mutex.unlock.required", "mutex.poison.fails", "mutex.unlock.automatic.on-drop",
              "mutex.lock.same-order"};
    case action::unlock:
      return {"mutex.unlock.automatic.on-drop", "mutex.unlock.required", "mutex.exclusion", "mutex.lock.visible"};
    case action::put:
    case action::use:
      return {"mutex.guard.deref", "mutex.lock.visible", "mutex.guard.mutable"};
    case action::read:
      if (step.on.of == kind::mutex) return {"mutex.guard.deref", "mutex.lock.visible"};
      return step.on.of == kind::arc ? claims{"shared.memory-like-many-owners", "arc.like-rc"} : claims{"rc.owners"};
    case action::arc:
      return {"arc.like-rc"};
    case action::rc:
      return {"rc.owners"};
    case action::count:
    case action::cycle:
      return step.on.of == kind::arc ? claims{"arc.atomic.count", "arc.like-rc"} : claims{"rc.owners"};
    case action::downgrade:
    case action::upgrade:
      return {"arc.atomic.count", "arc.atomic.last"};
    case action::spawn:
    case action::refuse:
      return {"threads.spawn.closure", "closures.background", "join.handle.returned", "closures.move.transfers.owner"};
    case action::join:
    case action::join_unwrap:
      return {"join.waits", "join.result", "join.completes"};
    case action::detach:
      return {"join.handle.dropped"};
    case action::interrupt:
      return {};
    case action::sleep:
      return {"threads.sleep.pauses"};
    case action::body:
    case action::panic:
    case action::finish:
    case action::caught:
      return {"threads.spawn.closure", "join.result", "closures.environment"};
    case action::environment:
      return {"closures.move.transfers.owner", "closures.environment"};
  }
  return {};
}

std::vector<violation> judge(const recording& all) {
  if (all.is_incomplete) return {};
  history seen(all);
  judge_channels(seen);
  judge_mutexes(seen);
  judge_owners(seen);
  judge_threads(seen);
  judge_values(seen);
  judge_memory(seen);
  judge_waits(seen);
  judge_end(seen);
  return seen.take();
}

std::vector<violation> unended(const recording& all) {
  history seen(all);
  for (std::size_t thread = 0; thread < most_threads; ++thread)
    if (const record* const innermost = pending(seen, thread))
      seen.add(claims_of(*innermost), fmt::format("{} had not returned", described(*innermost)), innermost->does);
  return seen.take();
}

}  // namespace scenarios
