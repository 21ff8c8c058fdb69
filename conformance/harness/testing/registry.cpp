// SPDX-License-Identifier: MIT
#include "testing/registry.hpp"

namespace testing {

std::vector<test_case>& all_cases() {
  static std::vector<test_case> cases;
  return cases;
}

std::vector<program>& all_programs() {
  static std::vector<program> programs;
  return programs;
}

}  // namespace testing
