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

/// A run of its own: judges the cases of a tree and prints a line each, its verdict and whether that was kept.
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
                judged.judged.empty() ? "now" : "kept");
  }
  std::fflush(stdout);
});

/// The same of one in Rust, whose native bindings takes its names from a crate that was compiled before.
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
              judged.judged.empty() ? "now" : "kept");
  std::fflush(stdout);
});

/// Two properties, of which the first needs a header of its own.
class judged_tree : public tree {
 public:
  judged_tree() {
    write("native/native.hpp", "#pragma once\n");
    write("headers/size.hpp", "inline constexpr int size = 1;\n");
    write("conformance/claims/letters.first.type.cpp",
          "#include <native.hpp>\n#include \"../../headers/size.hpp\"\nstatic_assert(size == 1);\n");
    write("conformance/claims/letters.first.alone.type.cpp", "#include <native.hpp>\n");
    if (const auto said = run_judging(); said != "PASS now\nPASS now\n")
      throw std::runtime_error("the first case_result of all says: " + said);
  }

  /// What a run says, two lines.
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

  [[nodiscard]] fs::path kept_file(const std::string& case_name) const {
    for (const auto& entry : fs::directory_iterator(where().build / "result-cache"))
      if (entry.path().filename().string().starts_with(case_name + ".")) return entry.path();
    return {};
  }

 private:
  /// Until what was written is older than whatever begins now. A file may be stamped by the exact clock, and a run
  /// takes its beginning from the coarse one, which goes by ticks of some milliseconds and lags behind.
  static void wait_for_the_clock_of_files() {
    timespec written{}, now{};
    ::clock_gettime(CLOCK_REALTIME, &written);
    do ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    while (std::tie(now.tv_sec, now.tv_nsec) <= std::tie(written.tv_sec, written.tv_nsec));
  }
};

constexpr const char* both_kept = "PASS kept\nPASS kept\n";
constexpr const char* first_anew = "PASS now\nPASS kept\n";
constexpr const char* both_anew = "PASS now\nPASS now\n";

}  // namespace

TEST_CASE("what nothing has changed of is not judged again") {
  const judged_tree project;
  CHECK(project.run_judging() == both_kept);
  CHECK(project.run_judging() == both_kept);
}

TEST_CASE("a change makes exactly what depends on it be judged again") {
  const judged_tree project;
  SECTION("of the case") {
    project.append("conformance/claims/letters.first.type.cpp", "// more\n");
    CHECK(project.run_judging() == first_anew);
  }
  SECTION("of a header of its own, for the worse") {
    project.write("headers/size.hpp", "inline constexpr int size = 2;\n");
    CHECK(project.run_judging() == "FAIL now\nPASS kept\n");
    CHECK(project.run_judging() == "FAIL kept\nPASS kept\n");
  }
  SECTION("of the native bindings") {
    project.append("native/native.hpp", "inline int more;\n");
    CHECK(project.run_judging() == both_anew);
  }
  SECTION("of what stands beside the native bindings, where a header may now be found first") {
    project.write("native/vector", "#pragma once\n");
    CHECK(project.run_judging() == both_anew);
  }
  SECTION("of what stands beside the case, where it looks beside itself") {
    project.write("conformance/claims/size.hpp", "#pragma once\n");
    CHECK(project.run_judging() == first_anew);
  }
  SECTION("of the flags") {
    CHECK(project.run_judging({{"FEARLESS_TEST_FLAG", "-DMORE"}}) == both_anew);
    CHECK(project.run_judging() == both_kept);
  }
  SECTION("of what the compiler takes from the environment") {
    CHECK(project.run_judging({{"CPATH", "/nowhere"}}) == both_anew);
  }
}

TEST_CASE("a compiled crate that changes makes what uses it in Rust be judged again") {
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
  CHECK(project.run_judging({}, judging_in_rust) == "PASS kept\n");
  compile("pub struct Letter(pub u16);\n");
  CHECK(project.run_judging({}, judging_in_rust) == "FAIL now\n");
}

TEST_CASE("another compiler judges everything again") {
  const judged_tree project;
  const fs::path tools = project.where().source / "tools";
  project.write("tools/clang++-19", "#!/bin/sh\nexec " + find_program("clang++-19")->string() + " \"$@\"\n");
  fs::permissions(tools / "clang++-19", fs::perms::owner_all);
  CHECK(project.run_judging({{"PATH", tools.string() + ":" + of_environment("PATH")}}) == both_anew);
}

TEST_CASE("who asks for it has everything judged again") {
  CHECK(judged_tree().run_judging({{"FEARLESS_TEST_FRESH", "1"}}) == both_anew);
}

TEST_CASE("a damaged record is as if it were not there, and is mended") {
  const judged_tree project;
  const fs::path file = project.kept_file("letters.first.type");
  const std::string whole = read_text(file);
  const auto damaged =
      GENERATE_COPY(std::string(), std::string("[]"), whole.substr(0, whole.size() / 2), std::string("{\"basis\":7}"));
  write_text(file, damaged);
  CHECK(project.run_judging() == first_anew);
  CHECK(project.run_judging() == both_kept);
}

TEST_CASE("a record that says what can't be kept is not believed") {
  const judged_tree project;
  const fs::path file = project.kept_file("letters.first.type");
  std::string text = read_text(file);
  text.replace(text.find("\"PASS\""), 6, "\"TIMEOUT\"");
  write_text(file, text);
  CHECK(project.run_judging() == first_anew);
}

TEST_CASE("nothing is kept where it can't be written, and judging goes on") {
  const judged_tree project;
  fs::remove_all(project.where().build / "result-cache");
  write_text(project.where().build / "result-cache", "in the way");
  CHECK(project.run_judging() == both_anew);
  CHECK(project.run_judging() == both_anew);
}
