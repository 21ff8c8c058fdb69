// SPDX-License-Identifier: MIT
#include "testing/registry.hpp"

namespace testing {

namespace {

/// Cases and assertions are registered in each process: that must cost little.
template <class Entry>
std::vector<Entry> with_room() {
  std::vector<Entry> room;
  room.reserve(1024);
  return room;
}

}  // namespace

std::vector<test_case>& all_cases() {
  static auto cases = with_room<test_case>();
  return cases;
}

std::vector<assertion>& all_assertions() {
  static auto assertions = with_room<assertion>();
  return assertions;
}

std::vector<program>& all_programs() {
  static std::vector<program> programs;
  return programs;
}

}  // namespace testing
