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
      return {"join.result", "join.handle.result", "send.transfer.arrives"};
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
    // No thread has joined this one.
    const claims broken = is_result ? claims{"join.handle.result"} : claims_of_place(value.at);
    if (is_result ? is_over(all) : value.at == place::mutex && is_dropped(all, value.object))
      all.add(broken, fmt::format("{} was never dropped", all.name_of(made)));
  }
  for (const known_step& each : all.steps()) {
    if (each->does == action::many && each->gave == result::poisoned)
      all.add({"mutex.poison.only-panic", "mutex.poison.fails", "mutex.poison.lasts"},
              fmt::format("of many mutexes at once, number {} was poisoned although no holder had panicked, or was not "
                          "although one had",
                          each->count));
    if (each->gave == result::wrong)
      all.add(claims_of(*each.is),
              each->does == action::chain
                  ? fmt::format("of objects that each lie in the next one, number {} was not dropped "
                                "once",
                                each->count)
              : each->does == action::many
                  ? fmt::format("of many objects at once, number {} was wrong", each->count)
                  : fmt::format("of many threads at once, number {} saw what it should not, or its "
                                "value was not dropped once",
                                each->count),
              each->does);
  }
}

}  // namespace scenarios
