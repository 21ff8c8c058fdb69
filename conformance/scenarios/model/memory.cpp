// SPDX-License-Identifier: MIT
// The model of memory: what is kept for objects that are gone does not grow with how many there were.
#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

constexpr groups only(group one) {
  return static_cast<groups>(1U << static_cast<unsigned>(one));
}

/// The claims on each group's memory. Most scenarios need threads for something else, so theirs comes last.
constexpr std::array<std::pair<group, const char*>, group_count> claims_on_memory{
    {{group::channels, "channels.memory"},
     {group::mutexes, "mutex.memory"},
     {group::arcs, "arc.memory"},
     {group::rcs, "rc.memory"},
     {group::threads, "join.handle.memory"}}};

groups groups_of(kind of) {
  switch (of) {
    case kind::sender:
    case kind::receiver:
      return only(group::channels);
    case kind::mutex:
      return only(group::mutexes);
    case kind::arc:
    case kind::weak:
      return only(group::arcs);
    case kind::rc:
      return only(group::rcs);
    case kind::thread:
      return only(group::threads);
    case kind::none:
      break;
  }
  return 0;
}

}  // namespace

groups groups_of(const recording& all) {
  groups found = 0;
  const history known(all);
  for (const known_step& each : known.steps()) found |= groups_of(each->on.of);
  return found;
}

void judge_memory(history& all) {
  const memory_growth& grown = all.all().grown;
  if (grown.executions == 0 || !all.is_finished()) return;
  const groups found = groups_of(all.all());
  std::vector<std::string> broken;
  for (const auto& [one, claim] : claims_on_memory)
    if ((found & only(one)) != 0) broken.emplace_back(claim);
  all.add(broken,
          fmt::format("the memory that remains allocated when all objects are gone grew by {} bytes over {} executions",
                      grown.bytes, grown.executions));
}

}  // namespace scenarios
