// SPDX-License-Identifier: MIT
#include "testing/registry.hpp"

namespace testing {

std::vector<test_case>& all_cases() {
  static std::vector<test_case> cases = [] {
    std::vector<test_case> room;
    room.reserve(1024);  // they are registered in each process: that must cost little
    return room;
  }();
  return cases;
}

std::vector<program>& all_programs() {
  static std::vector<program> programs;
  return programs;
}

}  // namespace testing
