// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "certify_command.hpp"
#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"
#include "helper_program.hpp"
#include "results.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

struct certification {
  int code;
  std::string printed;
  results run;
};

certification certified(const fake_project& project, certify_options options = {}) {
  if (options.implementation == "reference") options.implementation = "made";
  const fs::path out = project.root() / "out";
  options.out = options.out.value_or(out);
  const captured_output printed;
  const int code = certify(project.places(), options);
  const fs::path file = *options.out / "results.jsonl";
  return {code, printed.text(), fs::exists(file) ? read_results(file) : results{}};
}

row row_of(const results& run, const std::string& case_name, build_kind build) {
  for (const auto& each : run.rows)
    if (each.case_name == case_name && each.build == build) return each;
  FAIL("no row of " << case_name);
  return {};
}

json libraries(std::initializer_list<const char*> builds) {
  json made{{"name", "made"}, {"language", "cpp"}, {"libraries", json::object()}};
  for (const char* build : builds) made["libraries"][build] = std::string("made/") + build + "/libmade.so";
  return made;
}

/// certify, in a process whose files can't grow beyond what is left on a full disk.
const helper_program on_a_full_disk("on a full disk", [] {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit nearly_nothing{300, 300};
  ::setrlimit(RLIMIT_FSIZE, &nearly_nothing);
  const fs::path root = std::getenv("FEARLESS_TEST_ROOT");
  try {
    certify({root / "source", root / "build"},
            {.implementation = "made", .profile = {}, .cases = {}, .only = {}, .out = root / "out"});
  } catch (const user_error& error) {
    ::fprintf(stderr, "%s\n", error.what());
    ::_exit(2);
  }
});

}  // namespace

TEST_CASE("an implementation that passes everything conforms, and all files are written") {
  const fake_project project;
  const auto done = certified(project);
  CHECK(done.code == 0);
  CHECK(done.run.problems.empty());
  CHECK(done.run.rows.size() == 4);
  CHECK(done.run.footer["verdict"] == "conforming");
  CHECK(done.run.header["implementation"]["release"] == "1.2");
  CHECK(done.run.header["controls"]["caught"] == 2);
  for (const char* file : {"certificate.json", "junit.xml", "badge.json"})
    CHECK(fs::exists(project.root() / "out" / file));
  CHECK_THAT(done.printed, Contains("4 PASS") && Contains("conforming") && Contains("results.jsonl"));
}

TEST_CASE("a failed assertion is told with sentence, place and command") {
  const fake_project project;
  project.set_case("beta.first.run", failing_case);
  const auto done = certified(project);
  CHECK(done.code == 1);
  const row failed = row_of(done.run, "beta.first.run", build_kind::plain);
  CHECK(failed.verdict == verdict::fail);
  CHECK(failed.details.front() == "a.cpp:3: 1 == 2");
  CHECK_THAT(done.printed, Contains("beta.first shall hold.") && Contains("a.cpp:3: 1 == 2") &&
                               Contains("--case beta.first.run --only plain"));
}

TEST_CASE("a control that goes uncaught makes the run INVALID") {
  const fake_project project;
  project.set_control("race.caught", "echo DONE");
  const auto done = certified(project);
  CHECK(done.code == 2);
  CHECK(done.run.footer["verdict"] == "could not tell");
  for (const auto& each : done.run.rows) CHECK(each.verdict == verdict::invalid);
  CHECK_THAT(done.printed, Contains("race.caught (plain): expected RACE, saw PASS"));
}

TEST_CASE("without any control the run is INVALID") {
  const fake_project project;
  fs::remove_all(project.places().source / "tsan");
  CHECK(certified(project).code == 2);
}

TEST_CASE("a case that the test program lacks, or has too many, makes the run INVALID") {
  const fake_project project;
  SECTION("it lacks one") {
    project.write_source("conformance/claims/alpha.first.more.run.cpp", "");
  }
  SECTION("it has one too many") {
    fs::remove(project.places().source / "conformance/claims/beta.first.run.cpp");
  }
  SECTION("it lacks one in one build") {
    project.set_list("instrumented",
                     R"({"case":"alpha.first.run","claim":"alpha.first","method":"run","expects":"PASS"})");
  }
  const auto done = certified(project);
  CHECK(done.code == 2);
  CHECK(done.run.footer["counts"].contains("INVALID"));
}

TEST_CASE("a claim without a case leaves the run undecided") {
  const fake_project project;
  fs::remove(project.places().source / "conformance/claims/beta.first.run.cpp");
  const std::string alpha = R"({"case":"alpha.first.run","claim":"alpha.first","method":"run","expects":"PASS"})";
  project.set_list("plain", alpha);
  project.set_list("instrumented", alpha);
  const auto done = certified(project);
  CHECK(done.code == 2);
  CHECK(done.run.footer["counts"]["NOTRUN"] == 1);
}

TEST_CASE("a timeout alone leaves the run undecided") {
  const fake_project project;
  project.set_case("beta.first.run", "kill -XCPU $$");
  CHECK(certified(project).code == 2);
}

TEST_CASE("an implementation may hand in one build only, which costs a level") {
  const fake_project project;
  SECTION("plain") {
    project.set_implementation(libraries({"plain"}));
    const auto done = certified(project);
    CHECK(done.code == 0);
    CHECK(done.run.footer["levels"]["alpha"] == json{"behaves", "typed"});
    CHECK(row_of(done.run, "alpha.first.run", build_kind::instrumented).verdict == verdict::not_run);
    CHECK_THAT(done.printed, Contains("no instrumented library was handed in") && Contains("-fsanitize=thread"));
  }
  SECTION("instrumented") {
    project.set_implementation(libraries({"instrumented"}));
    const auto done = certified(project);
    CHECK(done.code == 0);
    CHECK(done.run.footer["levels"]["alpha"] == json{"behaves", "race-checked", "typed"});
    CHECK(row_of(done.run, "alpha.first.run", build_kind::plain).verdict == verdict::not_run);
  }
}

TEST_CASE("a profile that the implementation lacks is no failure, unless it was asked for by name") {
  const fake_project project;
  project.set_case("beta.first.run", "event '{\"event\":\"unsupported\",\"table\":\"channels\"}'; exit 3");
  const auto done = certified(project);
  CHECK(done.code == 0);
  CHECK(done.run.footer["levels"]["beta"] == json::array());
  CHECK(certified(project, {.implementation = "made", .profile = "beta", .cases = {}, .only = {}, .out = {}}).code ==
        1);
  CHECK(certified(project, {.implementation = "made", .profile = "alpha", .cases = {}, .only = {}, .out = {}})
            .run.rows.size() == 2);
}

TEST_CASE("a part of the cases is shown with its output and writes nothing") {
  const fake_project project;
  project.set_case("alpha.first.run", "echo hello from the case\n" + std::string(passing_case));
  const auto done = certified(
      project, {.implementation = "made", .profile = {}, .cases = {"alpha.first.run"}, .only = "plain", .out = {}});
  CHECK(done.code == 0);
  CHECK_THAT(done.printed, Contains("| hello from the case") && Contains("no certificate"));
  CHECK_FALSE(fs::exists(project.root() / "out"));
}

TEST_CASE("a stranger's implementation may not take a name from the tree") {
  const fake_project project;
  fs::copy(project.places().build / "implementations", project.root() / "elsewhere", fs::copy_options::recursive);
  certify_options options;
  options.implementation = project.root() / "elsewhere/made.json";
  CHECK_THROWS_WITH(certify(project.places(), options), Contains("in the tree"));
  CHECK(certified(project, options).code == 0);  // with a folder of its own
}

TEST_CASE("a selection that leaves nothing to run is an error") {
  const fake_project project;
  CHECK_THROWS_WITH(
      certified(project,
                {.implementation = "made", .profile = {}, .cases = {"alpha.first.run"}, .only = "typed", .out = {}}),
      Contains("nothing to run"));
}

TEST_CASE("what does not exist is named, with what does") {
  const fake_project project;
  const auto with = [&](certify_options options) { return certified(project, std::move(options)); };
  CHECK_THROWS_WITH(with({.implementation = "mode", .profile = {}, .cases = {}, .only = {}, .out = {}}),
                    Contains("mode") && Contains("made"));
  CHECK_THROWS_WITH(with({.implementation = "made", .profile = "gamma", .cases = {}, .only = {}, .out = {}}),
                    Contains("unknown profile gamma"));
  CHECK_THROWS_WITH(
      with({.implementation = "made", .profile = {}, .cases = {"alpha.frist.run"}, .only = {}, .out = {}}),
      Contains("alpha.first.run"));
  CHECK_THROWS_WITH(with({.implementation = "made", .profile = {}, .cases = {}, .only = "planar", .out = {}}),
                    Contains("unknown build planar"));
}

TEST_CASE("a library that does not come as far as saying who it is, is an error of one line") {
  const fake_project project;
  const auto before_loading = [&](std::string_view script) {
    project.write_built("suite/plain/before-loading", script);
    std::string message;
    try {
      certified(project);
    } catch (const user_error& error) {
      message = error.what();
    }
    CHECK_THAT(message, Contains("libmade.so") && !Contains("\n"));
    return message;
  };
  CHECK_THAT(before_loading("kill -SEGV $$"), Contains("crashes while it is loaded"));
  CHECK_THAT(before_loading("exit 0"), Contains("ends the process while it is loaded"));
  CHECK_THAT(before_loading("exec sleep 100"), Contains("hangs while it is loaded"));
  CHECK_THAT(before_loading("event '{\"event\":\"refused\",\"why\":\"is of version 9: build it anew\"}'; exit 2"),
             Contains("is of version 9: build it anew"));
}

TEST_CASE("a folder that can't be written is known before anything is run") {
  const fake_project project;
  project.write_source("a-file", "");
  CHECK_THROWS_WITH(certified(project, {.implementation = "made",
                                        .profile = {},
                                        .cases = {},
                                        .only = {},
                                        .out = project.places().source / "a-file"}),
                    Contains("a-file") && Contains("--out"));
}

TEST_CASE("on a full disk nothing half-written is left") {
  const fake_project project;
  command full = on_a_full_disk.start();
  full.environment["FEARLESS_TEST_ROOT"] = project.root();
  const outcome seen = run(full);
  CHECK(seen.exit_code == 2);
  CHECK_THAT(seen.output, Contains("can't write") && Contains("results.jsonl"));
  CHECK(fs::is_empty(project.root() / "out"));
}
