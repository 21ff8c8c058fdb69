// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include <utility>

#include "executing/group_steps.hpp"
#include "executing/objects.hpp"

namespace scenarios {

namespace {

/// Uses the value that is now here, and was found there before: what was found stays valid.
std::uint32_t use_found(const fearless_value* now_here, const fearless_value* found_before) {
  const auto made = from_port(*now_here);
  return found_before != nullptr && from_port(*found_before) != made ? unknown_value : use_value(made);
}

}  // namespace

void make_object(const step& what) {
  if (!take_name(what.on)) return;
  const auto number = new_number();
  const auto where = what.does == action::mutex ? place::mutex : what.does == action::arc ? place::arc : place::rc;
  const auto made = make_value(*what.gives, where, number);
  record& noted = open(what.does, what.on, number, number);
  noted.made = number;
  noted.value = made;
  const fearless_value given = to_port(made);
  void* const port = what.does == action::mutex ? static_cast<void*>(bindings::mutexes().create(given))
                     : what.does == action::arc ? static_cast<void*>(bindings::arcs().create(given))
                                                : static_cast<void*>(bindings::rcs().create(given));
  own(what.on, port, number, number);
  if (what.on.of == kind::mutex) me().knows |= 1U << what.on.number;
  close(noted, result::done);
}

void read(const step& what) {
  object& from = at(what.on);
  record& noted = open(action::read, what.on, from.number, from.own);
  if (what.on.of == kind::mutex) {
    const fearless_value* const slot = data_of(what.on);
    const fearless_value* const found_before = me().slots[static_cast<std::size_t>(what.on.number)];
    noted.value = slot != nullptr ? use_found(slot, found_before) : no_value;
    return close(noted, slot != nullptr ? result::done : result::none);
  }
  const auto* const seen = what.on.of == kind::arc ? bindings::arcs().deref(port_of<const fearless_arc>(what.on))
                                                   : bindings::rcs().deref(port_of<const fearless_rc>(what.on));
  noted.value = use_found(seen, std::exchange(from.seen, seen));
  close(noted, result::done);
}

void count(const step& what) {
  const object& of = at(what.on);
  record& noted = open(action::count, what.on, of.number, of.own);
  noted.count = what.on.of == kind::arc ? bindings::arcs().count(port_of<const fearless_arc>(what.on))
                                        : bindings::rcs().count(port_of<const fearless_rc>(what.on));
  close(noted, result::done);
}

void cycle(const step& what) {
  const object& of = at(what.on);
  record& noted = open(action::cycle, what.on, of.number, of.own);
  noted.count = what.times;
  if (what.on.of == kind::arc)
    bindings::arcs().cycle(port_of<const fearless_arc>(what.on), what.times);
  else
    bindings::rcs().cycle(port_of<const fearless_rc>(what.on), what.times);
  close(noted, result::done);
}

void downgrade(const step& what) {
  if (bindings::port().weak_arcs == nullptr || !take_name(what.makes)) return;
  const object& from = at(what.on);
  record& noted = open(action::downgrade, what.on, from.number, from.own);
  noted.made = new_number();
  own(what.makes, bindings::weak_arcs().downgrade(port_of<const fearless_arc>(what.on)), from.number, noted.made);
  close(noted, result::done);
}

void upgrade(const step& what) {
  if (!take_name(what.makes)) return;
  const object& from = at(what.on);
  record& noted = open(action::upgrade, what.on, from.number, from.own);
  noted.made = new_number();
  fearless_arc* const made = bindings::weak_arcs().upgrade(port_of<const fearless_arc_weak>(what.on));
  if (made != nullptr)
    own(what.makes, made, from.number, noted.made);
  else
    give_back(what.makes);
  close(noted, made != nullptr ? result::done : result::none);
}

}  // namespace scenarios
