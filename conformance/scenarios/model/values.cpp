// SPDX-License-Identifier: MIT
// The model of values: each is in one place at a time, and is dropped once.
#include <fmt/format.h>

#include <algorithm>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

using claims = std::vector<std::string>;

/// The claims that say who drops a value that is in this place.
claims claims_of_place(place where) {
  switch (where) {
    case place::channel:
      return {"channels.ownership.transfer.dropped-once", "channels.ownership.transfer.exclusive", "channels.messages",
              "channels.send.takes"};
    case place::mutex:
      return {"mutex.new"};
    case place::arc:
      return {"arc.atomic.last", "arc.like-rc"};
    case place::rc:
      return {"rc.owners"};
    case place::result:
    case place::payload:
      return {"join.result", "send.transfer.arrives"};
    case place::thread:
    case place::gone:
      break;
  }
  return {"channels.ownership.transfer.dropped-once", "closures.move.transfers.owner", "join.result"};
}

/// Whether the mutex was dropped.
bool is_dropped(const history& all, std::uint32_t mutex) {
  const auto found = all.of_objects().find(mutex);
  return found != all.of_objects().end() && std::ranges::any_of(found->second, [](const known_step& each) {
           return each->does == action::drop && each.has_returned();
         });
}

/// Whether all threads have finished and the main thread waits for nothing but the drop of their results.
bool is_over(const history& all) {
  if (all.is_finished()) return true;
  const bool any_runs = std::ranges::any_of(
      all.all().thread, [](const thread_record& each) { return each.is_spawned && each.environment_dropped == 0; });
  return all.is_deadlock() && !any_runs && std::ranges::all_of(all.steps(), &known_step::has_returned);
}

}  // namespace

void judge_values(history& all) {
  const auto count = std::min<std::size_t>(all.all().values.load(), most_made);
  for (std::uint32_t made = 0; made < count; ++made) {
    const value_record& value = all.all().value[made];
    if (value.drops > 1)
      all.add(claims_of_place(value.at_drop),
              fmt::format("{} was dropped {} times", all.name_of(made), value.drops.load()));
    if (value.is == layout::undropped || value.is == layout::blank || value.drops != 0) continue;
    // Channels, arcs and rcs say so themselves.
    const bool is_result = value.at == place::result || value.at == place::payload;
    if (is_result ? is_over(all) : value.at == place::mutex && is_dropped(all, value.object))
      all.add(claims_of_place(value.at), fmt::format("{} was never dropped", all.name_of(made)));
  }
  for (const known_step& each : all.steps())
    if (each->does == action::many && each->gave == result::wrong) {
      const claims broken = each->on.of == kind::sender  ? claims{"channels.create", "channels.pair"}
                            : each->on.of == kind::mutex ? claims{"mutex.new", "mutex.guard.smart-pointer"}
                            : each->on.of == kind::arc   ? claims{"arc.atomic.count", "arc.atomic.last", "arc.like-rc"}
                                                         : claims{"rc.owners"};
      all.add(broken, fmt::format("of many objects at once, number {} was not independent of the others", each->count));
    }
}

}  // namespace scenarios
