// SPDX-License-Identifier: MIT
#include "instrumentation.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
namespace fs = std::filesystem;

#if defined(__x86_64__)

namespace {

using name_list = std::vector<std::string>;

constexpr std::string_view detector =
    "extern \"C\" void __tsan_func_entry(void*);\n"
    "extern \"C\" void __tsan_write4(void*);\n"
    "extern \"C\" int __tsan_atomic32_load(int*, int);\n";

name_list found_in(std::string_view text, std::string_view flags = "-O1") {
  const scratch_folder folder;
  return uninstrumented_functions(
      compile_library(folder.path() / "lib.so", std::string(detector) + std::string(text), flags));
}

}  // namespace

TEST_CASE("a function that writes to memory and does not report it is not instrumented") {
  CHECK(found_in("void plain(int* to) { *to = 1; }") == name_list{"plain(int*)"});
  CHECK(found_in("int kept; void global() { kept = 1; }") == name_list{"global()"});
  CHECK(found_in("void bits(char* to, int value) { *to = value > 3; }") == name_list{"bits(char*, int)"});
  CHECK(found_in("void floats(double* to) { to[0] = 1.5; to[1] = 2.5; }") == name_list{"floats(double*)"});
  CHECK(found_in("void reports(int* to) { __tsan_write4(to); *to = 1; }").empty());
}

TEST_CASE("reports of other things do not stand for that of a write") {
  CHECK(found_in("void entered(int* to) { __tsan_func_entry(0); *to = 1; __tsan_func_entry(0); }") ==
        name_list{"entered(int*)"});
  CHECK(found_in("void loads(int* to) { to[1] = __tsan_atomic32_load(to, 0); }") == name_list{"loads(int*)"});
}

TEST_CASE("an atomic instruction is never seen, whatever else is reported") {
  CHECK(found_in("int adds(int* to) { __tsan_write4(to); return __atomic_fetch_add(to, 1, 5); }") ==
        name_list{"adds(int*)"});
  CHECK(found_in("int swaps(int* to) { __tsan_write4(to); return __atomic_exchange_n(to, 1, 5); }") ==
        name_list{"swaps(int*)"});
}

TEST_CASE("what lies on the stack or is only read belongs to its own thread") {
  CHECK(found_in("void use(int*); void own() { int all[9]; for (int& each : all) each = 3; use(all + 1); }").empty());
  CHECK(found_in("int reads(const int* from) { return from[0] + from[1]; }").empty());
  CHECK(found_in("const char* name(int of) { static const char* const all[]{\"a\", \"b\"}; return all[of]; }").empty());
}

TEST_CASE("calls are recognised however a library calls its imports") {
  const char* flags = GENERATE("-O1 -fno-plt", "-O1 -fcf-protection=full", "-O0", "-O2 -Wl,-z,now", "-O2 -Wl,-z,lazy");
  CHECK(found_in("void reports(int* to) { __tsan_write4(to); *to = 1; }", flags).empty());
  CHECK(found_in("void hides(int* to) { *to = 1; } void reports(int* to) { __tsan_write4(to); *to = 1; }", flags) ==
        name_list{"hides(int*)"});
}

TEST_CASE("a function without a name is found as well, also if nothing says where it begins") {
  const char* flags = GENERATE("-O1 -s", "-O1 -s -fno-asynchronous-unwind-tables -fno-exceptions");
  const auto found = found_in("[[gnu::visibility(\"hidden\")]] void hides(int* to) { *to = 1; }", flags);
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(), Contains("the code at 0x"));
}

TEST_CASE("a library that is not instrumented as a whole is rejected, and some functions are named") {
  const scratch_folder folder;
  const fs::path library =
      compile_library(folder.path() / "lib.so",
                      "void a(int* to) { *to = 1; } void b(int* to) { *to = 1; } void c(int* to) { *to = 1; } "
                      "void d(int* to) { *to = 1; }",
                      "-O1");
  CHECK_THROWS_WITH(require_instrumented(library),
                    Contains("lib.so: not instrumented: a(int*), b(int*), c(int*) and 1 more: ") && !Contains("\n"));
}

#endif
