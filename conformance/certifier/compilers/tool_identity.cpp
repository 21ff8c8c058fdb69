// SPDX-License-Identifier: MIT
#include "tool_identity.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "digest.hpp"
#include "files.hpp"
#include "made_once.hpp"
#include "process.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

std::string said_by(std::vector<std::string> arguments, const fs::path& directory) {
  return run({.arguments = std::move(arguments),
              .environment = {{"LC_ALL", "C"}},
              .directory = directory,
              .bounds = {}})
      .standard_output;
}

/// A program and the libraries that it is linked to.
std::string stamp_of_program(const std::string& program, const fs::path& directory) {
  const auto found = find_program(program);
  if (!found) return program + " is missing\n";
  std::string stamp = stamp_of(*found);
  for (const std::string& line : lines_of(said_by({"ldd", fs::canonical(*found).string()}, directory))) {
    const auto start = line.find('/');
    if (start != std::string::npos) stamp += stamp_of(line.substr(start, line.find(' ', start) - start));
  }
  return stamp;
}

std::string stamps_of_files_in(const fs::path& folder) {
  std::vector<std::string> stamps;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent))
    if (entry.is_regular_file(absent)) stamps.push_back(stamp_of(entry.path()));
  std::ranges::sort(stamps);
  std::string all;
  for (const std::string& each : stamps) all += each;
  return all;
}

/// Asks rustc itself: a file above the current folder may select the toolchain.
std::string identity_of_rustc(const std::string& rustc, const fs::path& directory) {
  require_rustc(rustc);
  std::string identity = said_by({rustc, "--version", "--verbose"}, directory);
  const std::vector<std::string> sysroot = lines_of(said_by({rustc, "--print", "sysroot"}, directory));
  if (sysroot.empty()) return identity;
  const fs::path libraries = fs::path(sysroot.front()) / "lib";
  identity += stamps_of_files_in(libraries);
  std::error_code absent;
  for (const auto& target : fs::directory_iterator(libraries / "rustlib", absent))
    identity += stamps_of_files_in(target.path() / "lib") + stamps_of_files_in(target.path() / "bin");
  return identity + stamp_of_program("cc", directory);
}

std::string identity_of_clang(const fs::path& directory) {
  require(tools::clang);
  return said_by({tools::clang.program, "--version"}, directory) + stamp_of_program(tools::clang.program, directory) +
         stamp_of_program(tools::clang_tidy.program, directory);
}

/// The environment variables that compilers and linkers use.
std::string heeded_environment() {
  std::string heeded;
  for (const char* each : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "LIBRARY_PATH", "COMPILER_PATH",
                           "LD_LIBRARY_PATH", "LD_RUN_PATH", "CCC_OVERRIDE_OPTIONS", "RUSTC_BOOTSTRAP"})
    if (const char* value = std::getenv(each)) heeded += fmt::format("{}={}\n", each, value);
  return heeded;
}

}  // namespace

std::string stamp_of(const fs::path& file) {
  struct stat seen{};
  if (::stat(file.c_str(), &seen) != 0) return file.string() + " is missing\n";
  return fmt::format("{} {} {}.{} {}.{}\n", file.string(), seen.st_size, seen.st_mtim.tv_sec, seen.st_mtim.tv_nsec,
                     seen.st_ctim.tv_sec, seen.st_ctim.tv_nsec);
}

const std::string& identity_of_tools(const std::string& rustc, const fs::path& directory) {
  static made_once<std::string> known;
  return *known.get(rustc, [&] {
    const std::string of_compiler = rustc.empty() ? identity_of_clang(directory) : identity_of_rustc(rustc, directory);
    return std::make_shared<const std::string>(sha256_of_file("/proc/self/exe") + heeded_environment() + of_compiler +
                                               stamp_of_program("ld", directory) +
                                               stamp_of_program("ld.lld", directory));
  });
}

}  // namespace fearless::certifier
