// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "process.hpp"

namespace fearless::certifier::testing {

inline constexpr const char* program_variable = "FEARLESS_TEST_PROGRAM";

/// A program that the tests run as a child: the test executable itself, which becomes it where the environment says so.
/// Defined at namespace scope, so that it takes over before the tests begin.
class helper_program {
 public:
  helper_program(const char* name, void (*body)()) : name_(name) {
    const char* wanted = std::getenv(program_variable);
    if (wanted == nullptr || std::string_view(wanted) != name) return;
    body();
    ::_exit(0);
  }

  [[nodiscard]] command start() const {
    command self{
        .arguments = {"/proc/self/exe"}, .environment = {{program_variable, name_}}, .directory = {}, .bounds = {}};
    self.bounds.wall = std::chrono::seconds(120);
    return self;
  }

 private:
  std::string name_;
};

/// A shell's command line.
inline command shell(std::string line) {
  command made{.arguments = {"sh", "-c", std::move(line)}, .environment = {}, .directory = {}, .bounds = {}};
  made.bounds.wall = std::chrono::seconds(120);
  return made;
}

}  // namespace fearless::certifier::testing
