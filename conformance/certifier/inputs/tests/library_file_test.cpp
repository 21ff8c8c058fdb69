// SPDX-License-Identifier: MIT
#include "library_file.hpp"

#include <elf.h>
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstring>

#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view with_entry_point = "extern \"C\" const void* fearless_port_v1() { return 0; }";

std::string importing(const std::string& symbol) {
  return "extern \"C\" void " + symbol + "(); extern \"C\" const void* fearless_port_v1() { " + symbol +
         "(); return 0; }";
}

/// The error for a library compiled from this text; empty if it is accepted.
std::string said_of_library(std::string_view text, build_kind handed_in_as) {
  const scratch_folder folder;
  try {
    inspect_library(compile_library(folder.path() / "lib.so", text), handed_in_as);
    return "";
  } catch (const user_error& error) {
    return error.what();
  }
}

/// The error for a library after a change of its bytes.
template <class Change>
std::string said_after(Change change) {
  const scratch_folder folder;
  const fs::path library = compile_library(folder.path() / "lib.so", with_entry_point);
  std::string bytes = read_text(library);
  change(bytes);
  write_text(library, bytes);
  try {
    inspect_library(library, build_kind::plain);
    return "";
  } catch (const user_error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("plain and instrumented libraries are distinguished by their imports") {
  CHECK(said_of_library(with_entry_point, build_kind::plain).empty());
  CHECK(said_of_library(importing("__tsan_func_entry"), build_kind::instrumented).empty());
  CHECK_THAT(said_of_library(importing("__tsan_func_entry"), build_kind::plain), Contains("use \"instrumented\""));
  CHECK_THAT(said_of_library(with_entry_point, build_kind::instrumented), Contains("use \"plain\""));
}

TEST_CASE("a library with annotations for the detector is rejected") {
  const char* symbol =
      GENERATE("__tsan_acquire", "__tsan_release", "__tsan_mutex_pre_lock", "__tsan_ignore_thread_begin",
               "__tsan_java_acquire", "__tsan_switch_to_fiber", "__tsan_external_write", "__tsan_on_report",
               "__tsan_of_the_next_release", "__sanitizer_syscall_post_impl_futex", "AnnotateHappensBefore",
               "AnnotateIgnoreReadsBegin", "WTFAnnotateHappensBefore");
  CHECK_THAT(said_of_library(importing(symbol), build_kind::instrumented), Contains(symbol) && Contains("hide races"));
}

TEST_CASE("a library that calls the detector only to be taken for instrumented is rejected") {
  CHECK_THAT(said_of_library(importing("__tsan_init"), build_kind::instrumented), Contains("use \"plain\""));
  CHECK_THAT(said_of_library(importing("__tsan_init"), build_kind::plain), Contains("use \"instrumented\""));
}

TEST_CASE("the imports are read as the loader reads them, whatever the headers of sections say") {
  const scratch_folder folder;
  const fs::path library = compile_library(folder.path() / "lib.so", importing("__tsan_acquire"));
  std::string bytes = read_text(library);
  Elf64_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.e_shoff = header.e_shnum = header.e_shstrndx = 0;
  std::memcpy(bytes.data(), &header, sizeof header);
  write_text(library, bytes);
  CHECK_THROWS_WITH(inspect_library(library, build_kind::instrumented), Contains("__tsan_acquire"));
}

TEST_CASE("the symbols of a library are found with either hash table") {
  const char* flag = GENERATE("-Wl,--hash-style=sysv", "-Wl,--hash-style=gnu", "-Wl,--hash-style=both");
  const scratch_folder folder;
  const fs::path library = compile_library(folder.path() / "lib.so",
                                           importing("__tsan_func_entry") + "int one; int two() { return one; }", flag);
  const auto symbols = elf_library(library).symbols();
  const auto has = [](const std::vector<std::string>& names, const char* name) {
    return std::ranges::find(names, name) != names.end();
  };
  CHECK(has(symbols.imports, "__tsan_func_entry"));
  CHECK(has(symbols.exports, "fearless_port_v1"));
  CHECK(has(symbols.exports, "one"));
  CHECK(has(symbols.exports, "_Z3twov"));
}

TEST_CASE("a library without the entry point is rejected") {
  CHECK_THAT(said_of_library("int nothing;", build_kind::plain),
             Contains("the entry point fearless_port_v1 is missing"));
  CHECK_THAT(
      said_of_library("extern \"C\" void fearless_port_v1(); void call() { fearless_port_v1(); }", build_kind::plain),
      Contains("the entry point fearless_port_v1 is missing"));
}

TEST_CASE("a file that is not a library for this machine is rejected") {
  CHECK_THROWS_WITH(inspect_library("/nowhere/lib.so", build_kind::plain),
                    Contains("/nowhere/lib.so") && Contains("No such file"));
  CHECK_THROWS_WITH(inspect_library("/", build_kind::plain), Contains("not a shared library"));
  CHECK_THAT(said_after([](std::string& bytes) { bytes = "GROUP ( libreal.so )\n"; }),
             Contains("not a shared library"));
  CHECK_THAT(said_after([](std::string& bytes) { bytes.clear(); }), Contains("not a shared library"));
  CHECK_THAT(said_after([](std::string& bytes) { bytes[offsetof(Elf64_Ehdr, e_machine)] = EM_ARM; }),
             Contains("another processor"));
  CHECK_THAT(said_after([](std::string& bytes) { bytes[EI_CLASS] = ELFCLASS32; }), Contains("for 32 bits"));
  CHECK_THAT(said_after([](std::string& bytes) { bytes[offsetof(Elf64_Ehdr, e_type)] = ET_REL; }),
             Contains("not a shared library"));
}

TEST_CASE("a library that is no file or has no end is rejected and not waited for") {
  const scratch_folder folder;
  REQUIRE(::mkfifo((folder.path() / "fifo.so").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(inspect_library(folder.path() / "fifo.so", build_kind::plain), Contains("not a shared library"));
  CHECK_THROWS_WITH(inspect_library("/dev/zero", build_kind::plain), Contains("not a shared library"));
  write_text(folder.path() / "hole.so", "");
  fs::resize_file(folder.path() / "hole.so", std::uintmax_t{40} << 30);
  CHECK_THROWS_WITH(inspect_library(folder.path() / "hole.so", build_kind::plain), Contains("larger than"));
}

TEST_CASE("a truncated library is rejected and never read beyond its end") {
  std::size_t size = 0;
  said_after([&](std::string& bytes) { size = bytes.size(); });
  for (std::size_t kept = 0; kept < size; kept += size / 23 + 1)
    CHECK_THAT(said_after([&](std::string& bytes) { bytes.resize(kept); }), Contains("lib.so: "));
}
