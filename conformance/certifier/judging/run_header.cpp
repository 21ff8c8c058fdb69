// SPDX-License-Identifier: MIT
#include "run_header.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/utsname.h>

#include <chrono>

#include "revision.hpp"

namespace fearless::certifier {

namespace {

/// The certifier and the test programs are built together, with the same compiler.
std::string compiler() {
#if defined(__clang__)
  return fmt::format("clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
  return fmt::format("gcc {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

}  // namespace

run_origin origin_of_run(const std::filesystem::path& source) {
  utsname machine{};
  ::uname(&machine);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return {.suite = version(),
          .commit = revision(source),
          .started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", now),
          .toolchain = {.compiler = compiler(),
                        .system = fmt::format("{} {}", machine.sysname, machine.release),
                        .processor = machine.machine}};
}

}  // namespace fearless::certifier
