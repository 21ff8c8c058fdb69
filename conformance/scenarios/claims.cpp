// SPDX-License-Identifier: MIT
#include "scenarios/claims.hpp"

#include <algorithm>

namespace scenarios {

std::span<const judged_claim> judged_claims() {
  using enum action;
  static const std::vector<judged_claim> all = {
      {"arc.atomic.count", "arcs", {count, upgrade}},
      {"arc.atomic.last", "arcs", {arc}},
      {"arc.atomic.use", "arcs", {arc}},
      {"arc.like-rc", "arcs", {clone, read}},
      {"arc.memory", "arcs", {}, group::arcs},
      {"channels.clone.all-arrive", "channels", {clone, crowd}},
      {"channels.clone.last-closes", "channels", {clone, crowd}},
      {"channels.clone.same-channel", "channels", {clone, crowd}},
      {"channels.create", "channels", {channel}},
      {"channels.iterate.each", "channels", {each}},
      {"channels.iterate.ends", "channels", {each}},
      {"channels.many-producers", "channels", {send}},
      {"channels.memory", "channels", {}, group::channels},
      {"channels.messages", "channels", {recv, try_recv, each}},
      {"channels.one-consumer.moves", "channels", {recv, try_recv, each}},
      {"channels.order", "channels", {recv, try_recv, each}},
      {"channels.ownership.transfer.dropped-once", "channels", {send}},
      {"channels.ownership.transfer.exclusive", "channels", {send}},
      {"channels.pair", "channels", {channel}},
      {"channels.recv.blocks", "channels", {recv}},
      {"channels.recv.closed", "channels", {recv}},
      {"channels.recv.drains", "channels", {recv, try_recv}},
      {"channels.recv.value", "channels", {recv}},
      {"channels.send.disconnected", "channels", {send}},
      {"channels.send.ok", "channels", {send}},
      {"channels.send.takes", "channels", {send}},
      {"channels.sender.moves.owner", "channels", {send}},
      {"channels.try-recv.empty", "channels", {try_recv}},
      {"channels.try-recv.immediate", "channels", {try_recv}},
      {"channels.try-recv.value", "channels", {try_recv}},
      {"closures.background", "threads", {spawn, meet}},
      {"closures.environment", "threads", {spawn}},
      {"closures.move.transfers.owner", "threads", {spawn}},
      {"join.handle.dropped", "threads", {detach}},
      {"join.handle.memory", "threads", {}, group::threads},
      {"join.handle.result", "threads", {detach}},
      {"join.handle.returned", "threads", {join}},
      {"join.result", "threads", {join, join_unwrap}},
      {"join.waits", "threads", {join, join_unwrap}},
      {"mutex.exclusion", "mutexes", {lock, with_lock}},
      {"mutex.guard.deref", "mutexes", {put, read}},
      {"mutex.guard.mutable", "mutexes", {put}},
      {"mutex.guard.smart-pointer", "mutexes", {lock, with_lock}},
      {"mutex.lock.blocks", "mutexes", {lock, with_lock}},
      {"mutex.lock.visible", "mutexes", {lock, with_lock}},
      {"mutex.memory", "mutexes", {}, group::mutexes},
      {"mutex.new", "mutexes", {mutex}},
      {"mutex.poison.fails", "mutexes", {panic}},
      {"mutex.poison.lasts", "mutexes", {panic}},
      {"mutex.poison.only-panic", "mutexes", {lock, with_lock}},
      {"mutex.poison.unwrap", "mutexes", {with_unwrap}},
      {"mutex.unlock.automatic.on-drop", "mutexes", {unlock, with_lock}},
      {"mutex.unlock.required", "mutexes", {try_lock}},
      {"rc.memory", "rcs", {}, group::rcs},
      {"rc.owners", "rcs", {rc}},
      {"send.transfer.arrives", "threads", {join}},
      {"threads.simultaneous", "threads", {spawn, meet}},
      {"threads.sleep.pauses", "threads", {sleep}},
      {"threads.spawn.closure", "threads", {spawn}},
      {"threads.spawn.new-thread", "threads", {spawn}},
  };
  return all;
}

const judged_claim* find_judged_claim(std::string_view id) {
  const auto all = judged_claims();
  const auto found = std::ranges::find(all, id, &judged_claim::id);
  return found == all.end() ? nullptr : &*found;
}

bool is_exercised(const judged_claim& claim, const performed_actions& performed) {
  if (claim.measures) return performed.at(memory_of(*claim.measures)) != 0;
  return std::ranges::any_of(claim.exercised_by,
                             [&](action does) { return performed.at(static_cast<std::size_t>(does)) != 0; });
}

}  // namespace scenarios
