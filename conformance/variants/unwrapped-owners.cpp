// SPDX-License-Identifier: MIT
// The reference's Arc, of which each owner that is given up tries to take the value out: the last one does.
#include <atomic>
#include <fearless/arc.hpp>
#include <utility>

#include "fearless_port.hpp"
#include "mutant.hpp"

namespace {

using fearless::port::value;
using owner = fearless::arc<value>;
using weak_owner = fearless::arc_weak<value>;

owner& at(const fearless_arc* given) {
  return *reinterpret_cast<owner*>(const_cast<fearless_arc*>(given));
}

weak_owner& at(const fearless_arc_weak* given) {
  return *reinterpret_cast<weak_owner*>(const_cast<fearless_arc_weak*>(given));
}

fearless_arc* give(owner own) {
  return reinterpret_cast<fearless_arc*>(new owner(std::move(own)));
}

/// Gives the owner up in one of the ways that Rust has to take the value out. Where there are other owners, it is just
/// dropped.
void give_up(owner own) {
  static std::atomic<unsigned> calls = 0;
  switch (calls.fetch_add(1, std::memory_order_relaxed) % 3) {  // it publishes nothing
    case 0:
      if (value* const alone = own.get_mut()) const value taken(std::move(*alone));
      break;
    case 1:
      static_cast<void>(std::move(own).try_unwrap());
      break;
    default:
      static_cast<void>(std::move(own).into_inner());
      break;
  }
}

}  // namespace

VARIANT(port) {
  port.arcs = {
      .create = [](fearless_value given) { return give(fearless::make_arc<value>(value(given))); },
      .clone = [](const fearless_arc* given) { return give(at(given).clone()); },
      .deref = [](const fearless_arc* given) { return std::as_const(*at(given)).raw(); },
      .count = [](const fearless_arc* given) { return at(given).strong_count(); },
      .drop =
          [](fearless_arc* given) {
            give_up(std::move(at(given)));
            delete &at(given);
          },
      .cycle =
          [](const fearless_arc* given, std::size_t times) {
            for (std::size_t time = 0; time < times; ++time) give_up(at(given).clone());
          },
  };
  port.arcs.weak = {
      .downgrade =
          [](const fearless_arc* given) {
            return reinterpret_cast<fearless_arc_weak*>(new weak_owner(at(given).downgrade()));
          },
      .upgrade = [](const fearless_arc_weak* given) -> fearless_arc* {
        auto own = at(given).upgrade();
        return own ? give(*std::move(own)) : nullptr;
      },
      .drop = [](fearless_arc_weak* given) { delete &at(given); },
  };
}
