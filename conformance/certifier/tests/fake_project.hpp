// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "files.hpp"
#include "paths.hpp"

namespace fearless::certifier::testing {

/// A built project in which everything passes until a test changes it: two claims, `alpha.first` and `beta.first`, a
/// case for each, a control with its clean twin, and one implementation, `made`. Test programs and controls are shell
/// scripts.
class fake_project {
 public:
  fake_project();

  [[nodiscard]] paths places() const { return {root() / "source", root() / "build"}; }
  [[nodiscard]] std::filesystem::path root() const { return folder_.path(); }

  /// Sets the shell script of a case in both test programs. `event '{…}'` writes an event; `$library`, `$strategy`,
  /// `$executions`, `$seed`, `$replay` and `$execution_file` are its arguments.
  void set_case(const std::string& case_name, std::string_view script) const;

  /// Adds a stress case, `alpha.first.stress`.
  void add_stress_case(std::string_view script) const;

  /// Sets the list of cases that the test program of a build prints.
  void set_list(std::string_view build, std::string_view lines) const;

  /// Sets the shell script of a control in both builds.
  void set_control(const std::string& control, std::string_view script) const;

  void write_source(const std::filesystem::path& file, std::string_view text) const;
  void write_built(const std::filesystem::path& file, std::string_view text) const;

  /// Puts a library for this build at this path in the build folder.
  void add_library(std::string_view build, const std::filesystem::path& place) const;

  void set_implementation(const nlohmann::json& description) const;

 private:
  void write_script(const std::filesystem::path& file, std::string_view text) const;

  scratch_folder folder_;
};

inline constexpr std::string_view passing_case = "event '{\"event\":\"end\",\"passed\":true,\"assertions\":[1]}'";
inline constexpr std::string_view searching_case =
    "event '{\"event\":\"explored\",\"strategy\":\"noise\",\"executions\":9,\"outcomes\":{\"one\":9}}'\n"
    "event '{\"event\":\"end\",\"passed\":true,\"assertions\":[1]}'";
inline constexpr std::string_view failing_case =
    "event '{\"event\":\"failed\",\"file\":\"a.cpp\",\"line\":3,\"expression\":\"1 == 2\"}'\n"
    "event '{\"event\":\"end\",\"passed\":false,\"assertions\":[1]}'\nexit 1";

/// Compiles a shared library from C++ text. Returns its path.
std::filesystem::path compile_library(const std::filesystem::path& place, std::string_view text,
                                      std::string_view flags = "");

/// Captures the standard output during its lifetime.
class captured_output {
 public:
  captured_output();
  ~captured_output();
  captured_output(const captured_output&) = delete;
  captured_output& operator=(const captured_output&) = delete;

  [[nodiscard]] std::string text() const;

 private:
  scratch_folder folder_;
  int before_;
};

}  // namespace fearless::certifier::testing
