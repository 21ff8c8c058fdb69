// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compile_time_case.hpp"
#include "dependency_file.hpp"

namespace fearless::certifier {

class combined_cases;

/// A verdict on a compile-time case, with its reasons and the files that it depends on.
struct finding {
  verdict seen;
  std::vector<std::string> details;
  files_read read{};  ///< by the tools, including the case and the bindings
};

/// FAIL, with what was expected, what was seen, and the tool's first errors.
finding failed_finding(std::string expected, std::string seen, const std::vector<std::string>& errors = {});

/// The type that a case needs, after `// Needs:`, if it is one that not every implementation has.
std::optional<std::string> needed_type(const case_file&);

/// UNSUPPORTED, since the bindings lack a type that the case needs.
finding finding_without(const std::string& type);

/// Runs an accepted twin in a folder. It must exit with 0: PASS, FAIL or TIMEOUT. Blocks: until it ends.
finding judge_program(const std::vector<std::string>& command, const std::filesystem::path& folder,
                      const std::string& expected);

/// What `judge` finds, with the files read for it: those that it notes, those of the native bindings, and the case.
/// Files in `scratch`, where the bindings were compiled, are left out.
finding with_files_read(const case_file&, files_read of_bindings, const std::filesystem::path& scratch,
                        const std::function<finding(files_read&)>& judge);

/// Judges a case in C++ without the cache, by answers about several cases where there are any. Otherwise as
/// judge_compile_time_case.
finding judge_in_cpp(const std::filesystem::path& source, const case_file&, const native_bindings&,
                     combined_cases* combined);

/// Judges a case in Rust without the cache. Otherwise as judge_compile_time_case.
finding judge_in_rust(const std::filesystem::path& source, const case_file&, const native_bindings&);

}  // namespace fearless::certifier
