// SPDX-License-Identifier: MIT
#include <time.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <tuple>

#include "compile_time_case.hpp"
#include "helper_program.hpp"
#include "rustc.hpp"
#include "toolbox.hpp"
#include "tree.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
namespace fs = std::filesystem;

namespace {

const char* of_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// A run in its own process: judges the cases of a tree and prints for each its verdict and whether it was cached.
const helper_program judging("judging a tree", [] {
  const fs::path root = of_environment("FEARLESS_TEST_ROOT");
  const bool fresh = *of_environment("FEARLESS_TEST_FRESH") != '\0';
  native_bindings bindings{.include = {root / "native"}, .flags = {}, .replacement = {}};
  if (*of_environment("FEARLESS_TEST_FLAG") != '\0') bindings.flags = {of_environment("FEARLESS_TEST_FLAG")};
  for (const char* name : {"letters.first.type", "letters.first.alone.type"}) {
    const case_file each{.file = root / "conformance/claims" / (std::string(name) + ".cpp"),
                         .name = name,
                         .claim = "letters.first",
                         .method = method::type};
    const auto judged = judge_compile_time_case({root, root / "build"}, each, bindings,
                                                fresh ? cache_policy::ask_again : cache_policy::use_if_current);
    std::printf("%s %s\n", std::string(fearless::certifier::name(judged.seen)).c_str(),
                judged.judged.empty() ? "now" : "cached");
  }
  std::fflush(stdout);
});

/// The same in Rust, with native bindings that use a compiled crate.
const helper_program judging_in_rust("judging a tree in Rust", [] {
  const fs::path root = of_environment("FEARLESS_TEST_ROOT");
  const native_bindings bindings{.include = {},
                                 .flags = {"-Ldependency=" + (root / "crates").string(),
                                           "--extern=letters=" + (root / "crates/libletters.rlib").string()},
                                 .replacement = {},
                                 .crate = root / "native/native.rs"};
  const case_file only{.file = root / "conformance/claims/letters.first.type.rs",
                       .name = "letters.first.type.rs",
                       .claim = "letters.first",
                       .method = method::type,
                       .language = source_language::rust};
  const auto judged = judge_compile_time_case({root, root / "build"}, only, bindings);
  std::printf("%s %s\n", std::string(fearless::certifier::name(judged.seen)).c_str(),
              judged.judged.empty() ? "now" : "cached");
  std::fflush(stdout);
});

/// Two `.type` cases; the first includes a header of its own.
class judged_tree : public tree {
 public:
  judged_tree() {
    write("native/native.hpp", "#pragma once\n");
    write("headers/size.hpp", "inline constexpr int size = 1;\n");
    write("conformance/claims/letters.first.type.cpp",
          "#include <native.hpp>\n#include \"../../headers/size.hpp\"\nstatic_assert(size == 1);\n");
    write("conformance/claims/letters.first.alone.type.cpp", "#include <native.hpp>\n");
    if (const auto said = run_judging(); said != "PASS now\nPASS now\n")
      throw std::runtime_error("the first run printed: " + said);
  }

  /// The two lines that a run prints.
  [[nodiscard]] std::string run_judging(std::map<std::string, std::string> environment = {},
                                        const helper_program& judge = judging) const {
    wait_for_the_clock_of_files();
    command self = judge.start();
    self.bounds = {.wall = std::chrono::minutes(10), .processor = std::chrono::minutes(10)};  // a compiler may be slow
    self.environment.merge(environment);
    self.environment["FEARLESS_TEST_ROOT"] = where().source;
    const outcome seen = run(self);
    return seen.exit_code == 0 ? seen.standard_output : seen.output;
  }

  [[nodiscard]] fs::path cached_file(const std::string& case_name) const {
    for (const auto& entry : fs::directory_iterator(where().build / "result-cache"))
      if (entry.path().filename().string().starts_with(case_name + ".")) return entry.path();
    return {};
  }

 private:
  /// Waits until written files are older than a run that begins now. Files may have times of the exact clock, but a run
  /// takes its beginning from the coarse clock, which lags behind by some milliseconds.
  static void wait_for_the_clock_of_files() {
    timespec written{}, now{};
    ::clock_gettime(CLOCK_REALTIME, &written);
    do ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    while (std::tie(now.tv_sec, now.tv_nsec) <= std::tie(written.tv_sec, written.tv_nsec));
  }
};

constexpr const char* both_cached = "PASS cached\nPASS cached\n";
constexpr const char* first_again = "PASS now\nPASS cached\n";
constexpr const char* both_again = "PASS now\nPASS now\n";

}  // namespace

TEST_CASE("an unchanged case is not judged again") {
  const judged_tree project;
  CHECK(project.run_judging() == both_cached);
  CHECK(project.run_judging() == both_cached);
}

TEST_CASE("a change makes exactly the cases that depend on it judged again") {
  const judged_tree project;
  SECTION("of the case") {
    project.append("conformance/claims/letters.first.type.cpp", "// more\n");
    CHECK(project.run_judging() == first_again);
  }
  SECTION("of a header that it includes, so that it fails") {
    project.write("headers/size.hpp", "inline constexpr int size = 2;\n");
    CHECK(project.run_judging() == "FAIL now\nPASS cached\n");
    CHECK(project.run_judging() == "FAIL cached\nPASS cached\n");
  }
  SECTION("of the native bindings") {
    project.append("native/native.hpp", "inline int more;\n");
    CHECK(project.run_judging() == both_again);
  }
  SECTION("of the files beside the native bindings, where a header may be found first") {
    project.write("native/vector", "#pragma once\n");
    CHECK(project.run_judging() == both_again);
  }
  SECTION("of the files beside the case, if it includes such files") {
    project.write("conformance/claims/size.hpp", "#pragma once\n");
    CHECK(project.run_judging() == first_again);
  }
  SECTION("of the flags") {
    CHECK(project.run_judging({{"FEARLESS_TEST_FLAG", "-DMORE"}}) == both_again);
    CHECK(project.run_judging() == both_cached);
  }
  SECTION("of the compiler's environment variables") {
    CHECK(project.run_judging({{"CPATH", "/nowhere"}}) == both_again);
  }
}

TEST_CASE("a changed crate makes the cases in Rust that use it judged again") {
  const judged_tree project;
  const auto compile = [&](const std::string& text) {
    project.write("letters/lib.rs", text);
    fs::create_directories(project.where().source / "crates");
    REQUIRE(build_crate({.file = "lib.rs", .directory = project.where().source / "letters", .flags = {}}, "letters",
                        project.where().source / "crates")
                .accepted);
  };
  project.write("native/native.rs", "pub use letters::Letter;\n");
  project.write("conformance/claims/letters.first.type.rs",
                "const _: () = assert!(core::mem::size_of::<native::Letter>() == 1);\nfn main() {}\n");
  compile("pub struct Letter(pub u8);\n");
  CHECK(project.run_judging({}, judging_in_rust) == "PASS now\n");
  CHECK(project.run_judging({}, judging_in_rust) == "PASS cached\n");
  compile("pub struct Letter(pub u16);\n");
  CHECK(project.run_judging({}, judging_in_rust) == "FAIL now\n");
}

TEST_CASE("with another compiler, everything is judged again") {
  const judged_tree project;
  const fs::path tools = project.where().source / "tools";
  project.write("tools/clang++-19", "#!/bin/sh\nexec " + find_program("clang++-19")->string() + " \"$@\"\n");
  fs::permissions(tools / "clang++-19", fs::perms::owner_all);
  CHECK(project.run_judging({{"PATH", tools.string() + ":" + of_environment("PATH")}}) == both_again);
}

TEST_CASE("with the policy ask_again, everything is judged again") {
  CHECK(judged_tree().run_judging({{"FEARLESS_TEST_FRESH", "1"}}) == both_again);
}

TEST_CASE("a damaged entry is ignored and replaced") {
  const judged_tree project;
  const fs::path file = project.cached_file("letters.first.type");
  const std::string whole = read_text(file);
  const auto damaged =
      GENERATE_COPY(std::string(), std::string("[]"), whole.substr(0, whole.size() / 2), std::string("{\"basis\":7}"));
  write_text(file, damaged);
  CHECK(project.run_judging() == first_again);
  CHECK(project.run_judging() == both_cached);
}

TEST_CASE("an entry with a verdict that is never stored is ignored") {
  const judged_tree project;
  const fs::path file = project.cached_file("letters.first.type");
  std::string text = read_text(file);
  text.replace(text.find("\"PASS\""), 6, "\"TIMEOUT\"");
  write_text(file, text);
  CHECK(project.run_judging() == first_again);
}

TEST_CASE("if the cache can't be written, judging continues without it") {
  const judged_tree project;
  fs::remove_all(project.where().build / "result-cache");
  write_text(project.where().build / "result-cache", "in the way");
  CHECK(project.run_judging() == both_again);
  CHECK(project.run_judging() == both_again);
}
