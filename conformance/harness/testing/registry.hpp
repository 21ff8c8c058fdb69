// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace testing {

/// A case of the suite: the claim that it tests, its place in the source, and the verdict that it must get.
struct test_case {
  std::string_view claim;
  std::string_view file;     // from the project's root
  std::string_view expects;  // "PASS", except for a known-bad program
  int line;
  void (*body)();
  std::string_view detector{};  // more options for the race detector
};

/// A place where a case asserts something. Each run that passes must come to all assertions of its case.
struct assertion {
  std::string_view file;  // from the project's root
  unsigned line;
};

/// A program that a case runs in its own process.
struct program {
  std::string_view name;
  int (*main)();
};

/// All cases, assertions and programs of the suite, in no particular order.
std::vector<test_case>& all_cases();
std::vector<assertion>& all_assertions();
std::vector<program>& all_programs();

/// The file's name without folder and extension, which is the name of its case.
constexpr std::string_view stem(std::string_view file) {
  file.remove_prefix(file.rfind('/') + 1);
  file.remove_suffix(file.size() - file.rfind('.'));
  return file;
}

/// Whether a file may contain a case of this claim: its name is the claim's id, an aspect if there is one, and a
/// method.
consteval bool names_claim(std::string_view file, std::string_view id) {
  const auto name = stem(file);
  return name.starts_with(id) && name.size() > id.size() && name[id.size()] == '.' && name.rfind('.') >= id.size();
}

struct registration {
  explicit registration(const test_case& added) { all_cases().push_back(added); }
  explicit registration(const assertion& added) { all_assertions().push_back(added); }
  explicit registration(const program& added) { all_programs().push_back(added); }
};

/// Registers the assertion at `Here::place()` when the program starts, whether or not a run comes to it.
template <class Here>
inline const registration registered_assertion{Here::place()};

/// Uses what would not exist otherwise.
inline void use(const registration&) {}

}  // namespace testing
