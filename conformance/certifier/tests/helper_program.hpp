// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "process.hpp"

namespace fearless::certifier::testing {

inline constexpr const char* program_variable = "FEARLESS_TEST_PROGRAM";

/// A program that tests run as a child: the test executable itself, which runs `body` if an environment variable
/// selects it. Defined at namespace scope, so that it runs before the tests.
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

/// A command line for the shell.
inline command shell(std::string line) {
  command made{.arguments = {"sh", "-c", std::move(line)}, .environment = {}, .directory = {}, .bounds = {}};
  made.bounds.wall = std::chrono::seconds(120);
  return made;
}

}  // namespace fearless::certifier::testing
