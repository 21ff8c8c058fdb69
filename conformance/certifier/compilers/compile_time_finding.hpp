// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "compile_time_case.hpp"
#include "dependency_file.hpp"

namespace fearless::certifier {

/// A verdict on a compile-time case with what led to it, before the time is known.
struct finding {
  verdict seen;
  std::vector<std::string> details;
  files_read read{};  ///< by the tools, the case and the native bindings included
};

/// FAIL, for what was seen in place of what is expected, with the first few of the tool's error lines.
finding failed_finding(std::string expected, std::string seen, const std::vector<std::string>& errors = {});

/// Runs a program that has to end well: PASS, or FAIL that says how it ended in place of what was expected, or TIMEOUT.
/// Blocks: until it ends.
finding judge_program(const std::filesystem::path& executable, const std::string& expected);

/// What `judge` finds, with the files read for it: those that it notes, those of the native bindings, and the case.
/// Files in `scratch`, where the bindings were compiled, are left out.
finding with_files_read(const case_file&, files_read of_bindings, const std::filesystem::path& scratch,
                        const std::function<finding(files_read&)>& judge);

/// What a case in C++ shows, whatever was kept of it. Else as judge_compile_time_case.
finding judge_in_cpp(const std::filesystem::path& source, const case_file&, const native_bindings&);

/// What a case in Rust shows, whatever was kept of it. Else as judge_compile_time_case.
finding judge_in_rust(const std::filesystem::path& source, const case_file&, const native_bindings&);

}  // namespace fearless::certifier
