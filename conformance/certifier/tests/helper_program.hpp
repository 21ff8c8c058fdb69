// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "process.hpp"

namespace fearless::certifier::testing {

inline constexpr const char* program_variable = "FEARLESS_TEST_PROGRAM";

/// A program that the tests run as a child: the test executable itself, which becomes it if the environment says so.
/// Define it at namespace scope: `main` looks for it before the tests begin, when all static objects are initialised.
class helper_program {
 public:
  helper_program(const char* name, void (*body)()) : name_(name) { all().emplace_back(name, body); }

  /// Becomes the program that the environment names, and does not return; returns if it names none.
  static void become_wanted() {
    const char* wanted = std::getenv(program_variable);
    if (wanted == nullptr) return;
    for (const auto& [name, body] : all()) {
      if (std::string_view(wanted) != name) continue;
      body();
      std::exit(0);  // and not _exit, which would leave temporary folders behind
    }
    ::_exit(127);
  }

  [[nodiscard]] command start() const {
    command self{
        .arguments = {"/proc/self/exe"}, .environment = {{program_variable, name_}}, .directory = {}, .bounds = {}};
    self.bounds.wall = std::chrono::seconds(120);
    return self;
  }

 private:
  using program = std::pair<const char*, void (*)()>;

  static std::vector<program>& all() {
    static std::vector<program> programs;
    return programs;
  }

  std::string name_;
};

/// A command line for the shell.
inline command shell(std::string line) {
  command made{.arguments = {"sh", "-c", std::move(line)}, .environment = {}, .directory = {}, .bounds = {}};
  made.bounds.wall = std::chrono::seconds(120);
  return made;
}

}  // namespace fearless::certifier::testing
