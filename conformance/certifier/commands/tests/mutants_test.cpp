// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"
#include "json_lines.hpp"
#include "mutants_command.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A fake project with a correct reference and one mutant of alpha.first, whose library makes its case fail.
class mutant_project : public fake_project {
 public:
  explicit mutant_project(const std::string& expected = "FAIL") {
    json reference = json::parse(read_text(places().build / "implementations/made.json"));
    reference["name"] = "reference";
    write_built("implementations/reference.json", reference.dump());
    write_source("conformance/mutants/alpha.first.fails.cpp",
                 "// SPDX-License-Identifier: MIT\n// Mutant: it fails.\n// Breaks: alpha.first\n// Verdict: " +
                     expected + "\n");
    for (const char* build : {"plain", "instrumented"})
      add_library(build, fs::path("mutants") / build / "alpha.first.fails.so");
    set_case("alpha.first.run", "case $library in *fails*)\n" + std::string(failing_case) + "\n;; *) " +
                                    std::string(passing_case) + " ;; esac");
  }
};

struct matrix {
  int code;
  std::string printed;
  framed_lines lines;
};

framed_lines compared(const fake_project& project, const mutants_options& options, std::string* printed = nullptr) {
  const captured_output output;
  mutants(project.places(), options);
  if (printed != nullptr) *printed = output.text();
  const fs::path file = project.places().build / "results/strategies.jsonl";
  return fs::exists(file) ? read_framed(file, "strategies/1") : framed_lines{};
}

/// The mutant's schedule matters: `noise` finds it in execution 4 with seed 1, and with no other seed.
class scheduled_project : public mutant_project {
 public:
  scheduled_project() {
    write_source("conformance/mutants/alpha.first.fails.cpp",
                 "// Mutant: it fails.\n// Breaks: alpha.first\n// Verdict: CRASH\n// Schedule: matters\n");
    add_stress_case(
        "if [ $strategy$seed = noise1 ]; then echo \"noise:4 4    \" > $execution_file; kill -SEGV $$; fi\n" +
        std::string(searching_case));
  }
};

json row_of(const framed_lines& lines, std::string_view build, std::string_view strategy) {
  for (const auto& each : lines.rows)
    if (each["build"] == build && each["strategy"] == strategy) return each;
  return nullptr;
}

matrix tried(const fake_project& project, const mutants_options& options = {}) {
  const captured_output printed;
  const int code = mutants(project.places(), options);
  const fs::path file = project.places().build / "results/mutants.jsonl";
  return {code, printed.text(), fs::exists(file) ? read_framed(file, "mutants/1") : framed_lines{}};
}

}  // namespace

TEST_CASE("a mutant is killed by the claim that it breaks, through the verdict that it names") {
  const auto done = tried(mutant_project(), {.only = {}, .runs = 3, .jobs = 0});
  CHECK(done.code == 0);
  CHECK(done.lines.problems.empty());
  const json& row = done.lines.rows.at(0);
  CHECK(row["mutant"] == "alpha.first.fails");
  CHECK(row["killed"] == true);
  CHECK(row["killed_in"] == 3);
  CHECK(row["verdict"] == "FAIL");
  CHECK(row["case"] == "alpha.first.run");
  CHECK(row["description"] == "it fails.");
  CHECK_THAT(done.printed, Contains("1 of 1 killed by every claim that they break (1 kills), in each of 3 runs"));
}

TEST_CASE("a mutant in Rust stands in for Rust's standard library, and cases in Rust judge it") {
  const mutant_project project;
  project.write_source("native.rs", "pub struct A;\n");
  project.write_built(
      "implementations/rust-std.json",
      json{{"name", "rust-std"}, {"language", "rust"}, {"native_bindings", {{"crate", "../../source/native.rs"}}}}
          .dump());
  project.write_source("conformance/claims/alpha.first.reject.rs",
                       "// Rejected: E0382\nuse native::A;\nfn main() {\n    let a = A;\n    drop(a);\n"
                       "    #[cfg(not(accepted))]\n    drop(a);\n}\n");
  const std::string header =
      "// Mutant: it can be copied.\n// Breaks: alpha.first\n// Verdict: FAIL\npub use reference_native::*;\n";
  SECTION("which kill it") {
    project.write_source("conformance/mutants/alpha.first.copied.rs",
                         header + "#[derive(Clone, Copy)]\npub struct A;\n");
    const auto done = tried(project);
    CHECK(done.code == 0);
    CHECK(done.lines.rows.at(0)["case"] == "alpha.first.reject.rs");
    CHECK(done.lines.rows.at(0)["killed"] == true);
    CHECK_THAT(done.printed, Contains("rust-std 1 of 1 rows pass"));
  }
  SECTION("which do not kill it") {
    project.write_source("conformance/mutants/alpha.first.copied.rs", header);
    CHECK(tried(project).lines.rows.at(0)["killed"] == false);
  }
  SECTION("and is BROKEN if it does not compile") {
    project.write_source("conformance/mutants/alpha.first.copied.rs", header + "pub struct A\n");
    CHECK(tried(project).lines.rows.at(0)["verdict"] == "BROKEN");
  }
}

TEST_CASE("a mutant that gets another verdict has survived") {
  const auto done = tried(mutant_project("RACE"));
  CHECK(done.code == 1);
  CHECK(done.lines.rows.at(0)["killed"] == false);
  CHECK_THAT(done.printed, Contains("expected verdict: RACE") && Contains("FAIL") &&
                               Contains("./fearless mutants alpha.first.fails"));
}

TEST_CASE("a mutant that only another claim's case detects has survived") {
  const mutant_project project;
  project.set_case("beta.first.run", failing_case);
  project.set_case("alpha.first.run", passing_case);
  CHECK(tried(project).lines.rows.at(0)["killed"] == false);
}

TEST_CASE("a mutant that breaks two claims has to be killed by each of them") {
  const mutant_project project;
  project.write_source("conformance/mutants/alpha.first.fails.cpp",
                       "// Mutant: it fails.\n// Breaks: alpha.first, beta.first (CRASH)\n// Verdict: FAIL\n");
  const auto half = tried(project);
  CHECK(half.code == 1);
  CHECK_THAT(half.printed, Contains("0 of 1 killed by every claim that they break (1 kills)") &&
                               Contains("alpha.first.fails (beta.first)"));
  project.set_case("beta.first.run", "case $library in *fails*) kill -SEGV $$ ;; esac\n" + std::string(passing_case));
  const auto whole = tried(project);
  CHECK(whole.code == 0);
  CHECK(whole.lines.footer["mutants"] == 1);
  CHECK(whole.lines.rows.at(1)["claim"] == "beta.first");
  CHECK(whole.lines.rows.at(1)["expected"] == "CRASH");
}

TEST_CASE("a mutant that is missing or does not load is BROKEN") {
  const mutant_project project;
  SECTION("missing") {
    fs::remove(project.places().build / "mutants/plain/alpha.first.fails.so");
  }
  SECTION("does not load") {
    project.write_built("suite/plain/before-loading", "case $library in *fails*) kill -SEGV $$ ;; esac");
  }
  const auto done = tried(project);
  CHECK(done.code == 1);
  CHECK(done.lines.rows.at(0)["verdict"] == "BROKEN");
  CHECK(done.lines.rows.at(0)["killed"] == false);
}

TEST_CASE("if the reference fails the same cases, no kill counts") {
  const mutant_project project;
  project.set_case("alpha.first.run", failing_case);
  CHECK(tried(project).code == 1);
}

TEST_CASE("a variant must pass every case") {
  const mutant_project project;
  project.write_source("conformance/variants/odd.cpp", "");
  for (const char* build : {"plain", "instrumented"})
    project.add_library(build, fs::path("variants") / build / "odd.so");
  CHECK(tried(project).code == 0);
  project.set_case("beta.first.run", "case $library in *odd*) exit 1 ;; esac\n" + std::string(passing_case));
  const auto done = tried(project);
  CHECK(done.code == 1);
  CHECK_THAT(done.printed, Contains("reproduce: ./fearless mutants odd"));
}

TEST_CASE("selected mutants can be judged without writing a matrix") {
  const mutant_project project;
  for (const char* id : {"alpha.first", "alpha.first.fails"}) {
    const auto done = tried(project, {.only = {id}, .runs = 1, .jobs = 0});
    CHECK(done.code == 0);
    CHECK(done.lines.header.is_null());
  }
  CHECK_THROWS_WITH(tried(project, {.only = {"alpha.frist"}, .runs = 1, .jobs = 0}),
                    Contains("alpha.frist") && Contains("alpha.first"));
}

TEST_CASE("a missed control stops the command") {
  const mutant_project project;
  project.set_control("race.caught", "echo DONE");
  CHECK(tried(project).code == 2);
}

TEST_CASE("strategies are compared on the mutants whose schedule matters") {
  const auto lines = compared(scheduled_project(), {.only = {}, .runs = 3, .jobs = 0, .strategies = true});
  CHECK(lines.problems.empty());
  CHECK(lines.header["executions"] == 3000);
  CHECK(lines.rows.size() == 7);
  const json noise = row_of(lines, "instrumented", "noise");
  CHECK(noise["found_at"] == json::parse("[4,null,null]"));
  CHECK(noise["killed_in"] == 1);
  CHECK(noise["median"].is_null());
  CHECK(noise["worst"].is_null());
  CHECK(row_of(lines, "instrumented", "pct-3")["killed_in"] == 0);
  CHECK(row_of(lines, "plain", "pct-3").is_null());
}

TEST_CASE("a strategy that kills a mutant in every run has a median and a worst") {
  std::string printed;
  const auto lines = compared(scheduled_project(), {.only = {}, .runs = 1, .jobs = 0, .strategies = true}, &printed);
  CHECK(row_of(lines, "plain", "noise")["median"] == 4);
  CHECK(row_of(lines, "plain", "noise")["worst"] == 4);
  CHECK_THAT(printed, Contains("alpha.first.fails (plain) noise: in execution 4") && Contains("4 (4)"));
}

TEST_CASE("strategies can be compared on other libraries, without writing results") {
  const scheduled_project project;
  mutants_options options{.only = {}, .runs = 1, .jobs = 0, .strategies = true};
  options.libraries = project.places().build / "mutants/plain";
  std::string printed;
  CHECK(compared(project, options, &printed).header.is_null());
  CHECK_THAT(printed, Contains("plain libraries") && !Contains("instrumented libraries"));
  options.libraries = project.root() / "nowhere";
  CHECK_THROWS_WITH(compared(project, options), Contains("nowhere"));
  options.strategies = false;
  CHECK_THROWS_WITH(compared(project, options), Contains("--strategies"));
}

TEST_CASE("comparing strategies needs a mutant whose schedule matters") {
  CHECK_THROWS_WITH(compared(mutant_project(), {.only = {}, .runs = 1, .jobs = 0, .strategies = true}),
                    Contains("Schedule: matters"));
}
