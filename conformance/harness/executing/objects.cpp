// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include "executing/objects.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace scenarios {

namespace {

void* cloned(kind of, const void* port) {
  if (of == kind::sender) return bindings::channels().clone_sender(static_cast<const fearless_sender*>(port));
  if (of == kind::arc) return bindings::arcs().clone(static_cast<const fearless_arc*>(port));
  return bindings::rcs().clone(static_cast<const fearless_rc*>(port));
}

bool can_be_cloned(kind of) {
  return of == kind::sender || of == kind::arc || of == kind::rc;
}

void drop_kind_of(int thread, kind of) {
  for (int number = 0; number < most_handles; ++number) {
    const handle one{.of = of, .number = number};
    int expected = thread;
    if (at(one).port != nullptr && at(one).owner.compare_exchange_strong(expected, mine)) drop_object(one);
  }
}

/// Whether the thread owns an object. Mutexes are shared.
bool owns_any(int thread) {
  constexpr std::array kinds{kind::sender, kind::receiver, kind::arc, kind::weak, kind::rc, kind::thread};
  return std::ranges::any_of(kinds, [=](kind of) {
    for (int number = 0; number < most_handles; ++number)
      if (const object& one = at({.of = of, .number = number}); one.port != nullptr && one.owner == thread) return true;
    return false;
  });
}

}  // namespace

bool is_mine(handle one) {
  const object& found = at(one);
  if (one.of == kind::mutex) return found.port != nullptr && (me().knows >> one.number & 1U) != 0;
  return found.port != nullptr && found.owner == mine;
}

bool take_name(handle name) {
  int expected = no_owner;
  return at(name).owner.compare_exchange_strong(expected, moving);
}

void give_back(handle name) {
  at(name).owner = no_owner;
}

std::uint32_t new_number() {
  return log().objects.fetch_add(1) + 1;
}

void own(handle name, void* port, std::uint32_t number, std::uint32_t owner) {
  object& added = at(name);
  added.port = port;
  added.number = number;
  added.own = owner;
  added.seen = nullptr;
  added.owner = mine;
}

void clone(const step& what) {
  if (!can_be_cloned(what.on.of) || what.makes.of != what.on.of || !take_name(what.makes)) return;
  const object& from = at(what.on);
  record& noted = open(action::clone, what.on, from.number, from.own);
  noted.made = new_number();
  own(what.makes, cloned(what.on.of, from.port), from.number, noted.made);
  if (what.on.of == kind::sender) ++run().channels[from.number].senders;
  close(noted, result::done);
}

void crowd(const step& what) {
  object& from = at(what.on);
  if (!can_be_cloned(what.on.of) || from.crowd != nullptr) return;
  record& noted = open(action::crowd, what.on, from.number, from.own);
  noted.count = what.times;
  auto all = std::make_unique<std::vector<void*>>();
  for (std::uint64_t made = 0; made < what.times; ++made) all->push_back(cloned(what.on.of, from.port));
  from.crowd = all.release();
  if (what.on.of == kind::sender) run().channels[from.number].senders += static_cast<int>(what.times);
  close(noted, result::done);
}

void disperse(handle one) {
  object& of = at(one);
  const std::unique_ptr<std::vector<void*>> all(std::exchange(of.crowd, nullptr));
  if (!all) return;
  record& noted = open(action::disperse, one, of.number, of.own);
  noted.count = all->size();
  for (void* const dropped : *all) drop_in_port(one.of, dropped);
  if (one.of == kind::sender) run().channels[of.number].senders -= static_cast<int>(all->size());
  close(noted, result::done);
}

void drop_in_port(kind of, void* port) {
  switch (of) {
    case kind::sender:
      return bindings::channels().drop_sender(static_cast<fearless_sender*>(port));
    case kind::receiver:
      return bindings::channels().drop_receiver(static_cast<fearless_receiver*>(port));
    case kind::arc:
      return bindings::arcs().drop(static_cast<fearless_arc*>(port));
    case kind::weak:
      return bindings::weak_arcs().drop(static_cast<fearless_arc_weak*>(port));
    case kind::rc:
      return bindings::rcs().drop(static_cast<fearless_rc*>(port));
    case kind::mutex:
      return bindings::mutexes().drop(static_cast<fearless_mutex*>(port));
    case kind::thread:
      return bindings::threads().detach(static_cast<fearless_thread*>(port));
    case kind::none:
      break;
  }
}

void drop_object(handle one) {
  if (!is_mine(one)) return;
  disperse(one);
  object& dropped = at(one);
  void* const port = std::exchange(dropped.port, nullptr);
  record& noted = open(one.of == kind::thread ? action::detach : action::drop, one, dropped.number, dropped.own);
  drop_in_port(one.of, port);
  if (one.of == kind::sender) --run().channels[dropped.number].senders;
  dropped.owner = no_owner;
  close(noted, result::done);
}

void drop_objects_of(int thread) {
  for (const kind of : {kind::sender, kind::receiver, kind::arc, kind::weak, kind::rc}) drop_kind_of(thread, of);
}

void drop_all_of(int thread) {
  // The result of a thread may be dropped with its handle, and make more.
  while (owns_any(thread)) {
    drop_objects_of(thread);
    drop_kind_of(thread, kind::thread);
  }
}

}  // namespace scenarios
