// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <set>

#include "certify_all.hpp"
#include "certify_command.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"
#include "helper_program.hpp"
#include "results.hpp"
#include "verification.hpp"
#include "verify_script.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
namespace fs = std::filesystem;
using nlohmann::json;
using levels = std::vector<level>;

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
  // Whatever a run concludes, its certificate is true to its rows.
  if (fs::exists(*options.out / "certificate.json"))
    for (const std::string& wrong : verify_certificate(*options.out / "certificate.json", {}).contradictions)
      FAIL_CHECK(wrong);
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

/// Runs certify in a process whose files can't grow, as on a full disk.
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
  CHECK(done.run.summary.verdict == conclusion::conforming);
  CHECK(done.run.header.implementation.release == "1.2");
  CHECK(done.run.header.controls.caught == 2);
  for (const char* file : {"certificate.json", "junit.xml", "badge.json"})
    CHECK(fs::exists(project.root() / "out" / file));
  CHECK(read_text(project.root() / "out" / "verify.py") == verify_script);
  const verification found = verify_certificate(project.root() / "out" / "certificate.json",
                                                {.claims = project.places().build / "spec" / "claims.json"});
  CHECK(found.contradictions.empty());
  CHECK(found.stale.empty());
  CHECK_THAT(done.printed, Contains("4 passed") && Contains("conforming") && Contains("results.jsonl"));
}

TEST_CASE("a failed assertion is printed with sentence, place and command") {
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

TEST_CASE("failures are printed in the order of the text, with the builds of a case together") {
  const fake_project project;
  project.set_case("alpha.first.run", std::string("event '{\"event\":\"failed\",\"file\":\"z.cpp\",\"line\":1}'\n") +
                                          "event '{\"event\":\"end\",\"passed\":false,\"assertions\":[1]}'\nexit 1");
  project.set_case("beta.first.run", failing_case);
  const auto printed = certified(project).printed;
  const auto alpha = printed.find("FAIL alpha.first.run (plain)"), beta = printed.find("FAIL beta.first.run (plain)");
  REQUIRE(alpha != std::string::npos);
  REQUIRE(beta != std::string::npos);
  CHECK(alpha < beta);
  CHECK_THAT(printed, Contains("same in the instrumented build") && !Contains("FAIL beta.first.run (instrumented)"));
}

TEST_CASE("a missed control makes the run INVALID") {
  const fake_project project;
  project.set_control("race.caught", "echo DONE");
  const auto done = certified(project);
  CHECK(done.code == 2);
  CHECK(done.run.summary.verdict == conclusion::could_not_tell);
  for (const auto& each : done.run.rows) CHECK(each.verdict == verdict::invalid);
  CHECK_THAT(done.printed, Contains("race.caught (plain): expected RACE, got PASS"));
}

TEST_CASE("without any control the run is INVALID") {
  const fake_project project;
  fs::remove_all(project.places().source / "tsan");
  CHECK(certified(project).code == 2);
}

TEST_CASE("a case that only the sources or only the test program has makes the run INVALID") {
  const fake_project project;
  SECTION("the test program lacks one") {
    project.write_source("conformance/claims/alpha.first.more.run.cpp", "");
  }
  SECTION("the test program has one too many") {
    fs::remove(project.places().source / "conformance/claims/beta.first.run.cpp");
  }
  SECTION("one build lacks one") {
    project.set_list(
        "instrumented",
        R"({"case":"alpha.first.run","claim":"alpha.first","method":"run","expects":"PASS","assertions":[1]})");
  }
  const auto done = certified(project);
  CHECK(done.code == 2);
  CHECK(count_verdicts(done.run.rows).contains(verdict::invalid));
}

TEST_CASE("a claim without a case leaves the run undecided") {
  const fake_project project;
  fs::remove(project.places().source / "conformance/claims/beta.first.run.cpp");
  const std::string alpha =
      R"({"case":"alpha.first.run","claim":"alpha.first","method":"run","expects":"PASS","assertions":[1]})";
  project.set_list("plain", alpha);
  project.set_list("instrumented", alpha);
  const auto done = certified(project);
  CHECK(done.code == 2);
  CHECK(count_verdicts(done.run.rows).at(verdict::not_run) == 1);
}

TEST_CASE("a timeout leaves the run undecided") {
  const fake_project project;
  project.set_case("beta.first.run", "kill -XCPU $$");
  CHECK(certified(project).code == 2);
}

TEST_CASE("with a library for one build only, a level is missing") {
  const fake_project project;
  SECTION("plain") {
    project.set_implementation(libraries({"plain"}));
    const auto done = certified(project);
    CHECK(done.code == 0);
    CHECK(done.run.summary.levels.at("alpha") == levels{level::behaves, level::typed});
    CHECK(row_of(done.run, "alpha.first.run", build_kind::instrumented).verdict == verdict::not_run);
    CHECK_THAT(done.printed, Contains("no instrumented library was given") && Contains("-fsanitize=thread"));
  }
  SECTION("plain, as a package is missing") {
    auto described = libraries({"plain"});
    described["needs"] = {"librace-dev"};
    project.set_implementation(described);
    CHECK_THAT(
        certified(project).printed,
        Contains("its instrumented library is not built: it needs librace-dev; run `apt-get install librace-dev`"));
  }
  SECTION("instrumented") {
    project.set_implementation(libraries({"instrumented"}));
    const auto done = certified(project);
    CHECK(done.code == 0);
    CHECK(done.run.summary.levels.at("alpha") == levels{level::behaves, level::race_checked, level::typed});
    CHECK(row_of(done.run, "alpha.first.run", build_kind::plain).verdict == verdict::not_run);
  }
}

TEST_CASE("without native bindings, compile-time cases are UNSUPPORTED") {
  const fake_project project;
  project.write_source("conformance/claims/alpha.first.type.cpp", "#include <native.hpp>\n");
  const auto done = certified(project);
  CHECK(done.code == 0);
  CHECK(row_of(done.run, "alpha.first.type", build_kind::compile_time).verdict == verdict::unsupported);
  CHECK(done.run.summary.levels.at("alpha") == levels{level::behaves, level::race_checked});
  CHECK(done.run.summary.not_certifiable == levels_by_profile{{"alpha", {level::typed}}});
  CHECK_THAT(done.printed, Contains("alpha       behaves, race-checked; typed: not certifiable\n"));
}

TEST_CASE("an implementation is judged by the compile-time cases in its own language") {
  const fake_project project;
  project.write_source("conformance/claims/alpha.first.type.cpp", "#include <native.hpp>\n");
  project.write_source("conformance/claims/alpha.first.type.rs", "use native::A;\nfn main() { let _ = A; }\n");
  project.write_source("in_rust/native.rs", "pub struct A;\n");
  project.write_source("in_cpp/native.hpp", "#pragma once\n");
  SECTION("in Rust, with nothing to run") {
    project.set_implementation(
        {{"name", "made"}, {"language", "rust"}, {"native_bindings", {{"crate", "../../source/in_rust/native.rs"}}}});
    const auto done = certified(project);
    CHECK(done.code == 0);
    CHECK(done.run.summary.levels.at("alpha") == levels{level::typed});
    CHECK(done.run.summary.levels.at("beta").empty());
    CHECK(row_of(done.run, "alpha.first.type.rs", build_kind::compile_time).verdict == verdict::pass);
    CHECK(row_of(done.run, "alpha.first.run", build_kind::plain).details.front().starts_with("no library"));
    CHECK(done.run.rows.size() == 5);
    const json certificate = json::parse(read_text(project.root() / "out/certificate.json"));
    CHECK(certificate["subject"].at(0)["name"] == "made (native bindings)");
  }
  SECTION("in C++") {
    json description = libraries({"plain", "instrumented"});
    description["native_bindings"] = {{"include", {"../../source/in_cpp"}}};
    project.set_implementation(description);
    const auto done = certified(project);
    CHECK(done.code == 0);
    CHECK(row_of(done.run, "alpha.first.type", build_kind::compile_time).verdict == verdict::pass);
    CHECK(done.run.rows.size() == 5);
  }
}

TEST_CASE("a missing profile is a failure only if it was selected by name") {
  const fake_project project;
  project.set_case("beta.first.run", "event '{\"event\":\"unsupported\",\"table\":\"channels\"}'; exit 3");
  const auto done = certified(project);
  CHECK(done.code == 0);
  CHECK(done.run.summary.levels.at("beta").empty());
  CHECK(certified(project, {.implementation = "made", .profile = "beta", .cases = {}, .only = {}, .out = {}}).code ==
        1);
  CHECK(certified(project, {.implementation = "made", .profile = "alpha", .cases = {}, .only = {}, .out = {}})
            .run.rows.size() == 2);
}

TEST_CASE("selected cases are printed with their output, and nothing is written") {
  const fake_project project;
  project.set_case("alpha.first.run", "echo hello from the case\n" + std::string(passing_case));
  const auto done = certified(
      project, {.implementation = "made", .profile = {}, .cases = {"alpha.first.run"}, .only = "plain", .out = {}});
  CHECK(done.code == 0);
  CHECK_THAT(done.printed, Contains("| hello from the case") && Contains("no certificate"));
  CHECK_FALSE(fs::exists(project.root() / "out"));
}

TEST_CASE("results state what a stress case explored, and a failure can be replayed") {
  const fake_project project;
  project.add_stress_case(
      "event '{\"event\":\"intercepted\",\"atomics\":120,\"calls\":14}'\n"
      "event "
      "'{\"event\":\"explored\",\"strategy\":\"pct-3\",\"seed\":1,\"executions\":17,\"outcomes\":{\"one\":16,\"none\":"
      "1},"
      "\"forbidden\":{\"outcome\":\"none\",\"seed\":17,\"execution\":17}}'\n" +
      std::string(failing_case));
  const auto done = certified(project);
  CHECK(done.code == 1);
  const row failed = row_of(done.run, "alpha.first.stress", build_kind::plain);
  CHECK(failed.explored.value().at(0).executions == 17);
  CHECK(failed.intercepted.value().atomics == 120);
  CHECK_THAT(failed.reproduce, Catch::EndsWith("--case alpha.first.stress --only plain --replay pct-3:17"));
  CHECK_THAT(done.printed,
             Contains("execution 17 of pct-3 (seed 17): forbidden outcome: none") && !Contains("searched"));
}

TEST_CASE("a seed that does not fail again is replaced by one that does, or left out") {
  const fake_project project;
  const std::string fails_by_noise =
      "event '{\"event\":\"explored\",\"strategy\":\"noise\",\"seed\":1,\"executions\":9,\"outcomes\":{\"one\":8,"
      "\"none\":1},\"forbidden\":{\"outcome\":\"none\",\"seed\":9,\"execution\":9}}'\n" +
      std::string(failing_case);
  const std::string fails_by_pct =
      "event '{\"event\":\"explored\",\"strategy\":\"pct-2\",\"seed\":1,\"executions\":4,\"outcomes\":{\"one\":3,"
      "\"none\":1},\"forbidden\":{\"outcome\":\"none\",\"seed\":4,\"execution\":4}}'\n" +
      std::string(failing_case);
  const std::string passes = "\n;; *)\n" + std::string(searching_case) + " ;; esac";
  const auto failed = [&] { return row_of(certified(project).run, "alpha.first.stress", build_kind::plain); };
  SECTION("another strategy finds one") {
    project.add_stress_case("case $strategy/$replay in /)\n" + fails_by_noise + "\n;; pct-2/|/pct-2:4)\n" +
                            fails_by_pct + passes);
    CHECK_THAT(failed().details.front(), Contains("execution 9 of noise (seed 9)"));
    CHECK_THAT(failed().reproduce, Catch::EndsWith("--only plain --replay pct-2:4"));
  }
  SECTION("what another strategy finds does not fail again either") {
    project.add_stress_case("case $strategy/$replay in /)\n" + fails_by_noise + "\n;; pct-2/)\n" + fails_by_pct +
                            passes);
    CHECK_THAT(failed().reproduce, Catch::EndsWith("--only plain"));
    CHECK_THAT(failed().details.back(), Contains("no execution was found that fails each time"));
  }
}

TEST_CASE("a replay reports whether the failure occurred again") {
  const fake_project project;
  project.add_stress_case("case $replay in pct-3:17)\n" + std::string(failing_case) + "\n;; *)\n" +
                          std::string(searching_case) + " ;; esac");
  certify_options options{
      .implementation = "made", .profile = {}, .cases = {"alpha.first.stress"}, .only = "plain", .out = {}};
  options.search.replay = "pct-3:17";
  const auto again = certified(project, options);
  CHECK(again.code == 1);
  CHECK_THAT(again.printed, Contains("replayed: pct-3:17 shows FAIL again"));
  options.search.replay = "pct-3:18";
  const auto not_again = certified(project, options);
  CHECK(not_again.code == 2);
  CHECK_THAT(not_again.printed, Contains("did not replay: pct-3:18"));
}

TEST_CASE("search options are passed to stress cases only") {
  const fake_project project;
  const std::string told = "echo given $strategy $executions $seed\n";
  project.add_stress_case(told + std::string(searching_case));
  project.set_case("alpha.first.run", told + std::string(passing_case));
  certify_options options{.implementation = "made",
                          .profile = {},
                          .cases = {"alpha.first.run", "alpha.first.stress"},
                          .only = "plain",
                          .out = {}};
  options.search.executions = 40;
  options.search.seed = 7;
  CHECK_THAT(certified(project, options).printed, Contains("| given 40 7\n") && Contains("| given\n"));
}

TEST_CASE("selected stress cases print what they explored") {
  const fake_project project;
  project.add_stress_case(searching_case);
  CHECK_THAT(
      certified(project,
                {.implementation = "made", .profile = {}, .cases = {"alpha.first.stress"}, .only = "plain", .out = {}})
          .printed,
      Contains("noise: 9 executions: one 9"));
  CHECK_THAT(certified(project).printed,
             Contains("18 executions; with 95 % confidence, the failure rate per execution is below 1/3"));
}

TEST_CASE("contradictory search options are an error") {
  const fake_project project;
  const auto with = [&](const search_options& search, std::vector<std::string> cases) {
    certify_options options{.implementation = "made", .profile = {}, .cases = std::move(cases), .only = {}, .out = {}};
    options.search = search;
    return certified(project, options);
  };
  const search_options replay{.strategy = {}, .executions = {}, .seed = {}, .replay = "pct-3:17"};
  const search_options strategy{.strategy = "pct-3", .executions = {}, .seed = {}, .replay = {}};
  CHECK_THROWS_WITH(with(replay, {}), Contains("--replay needs --case"));
  CHECK_THROWS_WITH(with(strategy, {}), Contains("--strategy needs --case"));
  CHECK_THROWS_WITH(with(strategy, {"alpha.first.run"}), Contains("no use to alpha.first.run: only stress cases"));
  CHECK_THROWS_WITH(with({.strategy = "pct-4", .executions = {}, .seed = {}, .replay = {}}, {"alpha.first.stress"}),
                    Contains("unknown strategy pct-4: did you mean `pct-2`?"));
  CHECK_THROWS_WITH(with({.strategy = {}, .executions = {}, .seed = {}, .replay = "pct-3"}, {"alpha.first.stress"}),
                    Contains("`pct-3` names no execution"));
  CHECK_THROWS_WITH(with({.strategy = {}, .executions = 3, .seed = {}, .replay = "pct-3:1"}, {"alpha.first.stress"}),
                    Contains("leave out"));
}

TEST_CASE("an outside implementation must not use a name from the tree") {
  const fake_project project;
  fs::copy(project.places().build / "implementations", project.root() / "elsewhere", fs::copy_options::recursive);
  certify_options options;
  options.implementation = project.root() / "elsewhere/made.json";
  CHECK_THROWS_WITH(certify(project.places(), options), Contains("in the tree"));
  CHECK(certified(project, options).code == 0);  // with a folder of its own
}

TEST_CASE("all implementations are judged, and one that does not conform is not an error") {
  const fake_project project;
  project.set_case("beta.first.run", failing_case);
  project.write_built("implementations/gone.missing.json", R"({"name": "gone", "packages": ["libgone-dev"]})");
  const auto all = [&] {
    const captured_output printed;
    const int code = certify_all(project.places(), {});
    return std::pair(code, printed.text());
  };
  const auto [code, printed] = all();
  CHECK(code == 0);
  CHECK_THAT(printed,
             Contains("not conforming") && Contains("failed: beta.first") && Contains("not built: needs libgone-dev"));
  CHECK(fs::exists(project.places().build / "results/made/certificate.json"));
  fs::remove(project.places().build / "implementations/made/plain/libmade.so");
  const auto [without_library, said] = all();
  CHECK(without_library == 2);
  CHECK_THAT(said, Contains("could not tell") && Contains("libmade.so"));
}

TEST_CASE("several implementations that are named are judged side by side, and no other one") {
  const fake_project project;
  project.write_built("implementations/gone.missing.json", R"({"name": "gone", "packages": ["libgone-dev"]})");
  const captured_output printed;
  CHECK(certify_several(project.places(), {}, {"made"}) == 0);
  CHECK_THAT(printed.text(), Contains("made") && !Contains("gone"));
  CHECK(fs::exists(project.places().build / "results/made/certificate.json"));
}

TEST_CASE("an implementation that can't be judged beside others is named") {
  const fake_project project;
  CHECK_THROWS_WITH(certify_several(project.places(), {}, {"made", "made"}), "made is named twice: name each once");
  CHECK_THROWS_WITH(certify_several(project.places(), {}, {"made", "unknown"}), Contains("unknown"));
  fs::copy(project.places().build / "implementations", project.root() / "elsewhere", fs::copy_options::recursive);
  const std::string outside = project.root() / "elsewhere/made.json";
  CHECK_THROWS_WITH(certify_several(project.places(), {}, {"made", outside}), Contains("certify it alone"));
}

TEST_CASE("an implementation whose results can't be written counts as one that can't be judged") {
  const fake_project project;
  fs::create_directories(project.places().build / "results/made/results.jsonl/in-the-way");
  const captured_output printed;
  CHECK(certify_all(project.places(), {}) == 2);
  CHECK_THAT(printed.text(), Contains("could not tell") && Contains("results.jsonl"));
}

TEST_CASE("an explanation is printed with its claim, which must exist") {
  const fake_project project;
  project.set_case("beta.first.run", failing_case);
  json described = libraries({"plain", "instrumented"});
  described["explanations"] = "why.json";
  project.set_implementation(described);
  project.write_built("implementations/why.json", R"({"beta.first": "It has none.", "alpha.first": "Unseen."})");
  const auto done = certified(project);
  CHECK(done.code == 1);
  CHECK_THAT(done.printed, Contains("explanation: It has none.") && !Contains("Unseen."));
  CHECK(done.run.summary.explanations == std::map<std::string, std::string>{{"beta.first", "It has none."}});
  project.write_built("implementations/why.json", R"({"beta.frist": "It has none."})");
  CHECK_THROWS_WITH(certified(project), Contains("beta.frist") && Contains("beta.first"));
}

TEST_CASE("a selection without rows is an error") {
  const fake_project project;
  CHECK_THROWS_WITH(
      certified(
          project,
          {.implementation = "made", .profile = {}, .cases = {"alpha.first.run"}, .only = "compile-time", .out = {}}),
      Contains("nothing to run"));
}

TEST_CASE("unknown names are errors that list known ones") {
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

TEST_CASE("a library that can't be loaded is an error of one line") {
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
  CHECK_THAT(before_loading("event '{\"event\":\"refused\",\"why\":\"is of version 9: build it again\"}'; exit 2"),
             Contains("is of version 9: build it again"));
}

TEST_CASE("what a library loads in any of its cases is judged with it, unless it is the system's") {
  const fake_project project;
  const fs::path late = project.root() / "liblate.so";
  write_text(late, "late");
  const auto loading = [&](const char* build) {
    project.write_built(fs::path("suite") / build / "beta.first.run",
                        fmt::format("event '{{\"event\":\"mapped\",\"files\":[\"{}\",\"/lib/libc.so\"]}}'\n{}",
                                    late.string(), passing_case));
  };
  loading("plain");
  const auto loads = certified(project).run.header.implementation.loads;
  const std::vector<judged_part> expected{{.name = "liblate.so", .sha256 = sha256("late")}};
  CHECK(loads.at(build_kind::plain) == expected);
  CHECK(loads.at(build_kind::instrumented).empty());
  // In the instrumented build its code is looked at.
  loading("instrumented");
  CHECK_THROWS_WITH(certified(project), Contains("liblate.so: not a shared library"));
}

TEST_CASE("a library that changes while it is judged is an error, and nothing is written") {
  const fake_project project;
  const auto after = [&](const std::string& script) -> std::string {
    // A case in a box could not change it. A control is in none.
    const fs::path library = project.places().build / "implementations" / "made" / "plain" / "libmade.so";
    project.set_control("race.clean", fmt::format("library={}; {}; echo DONE", library.string(), script));
    try {
      certified(project);
    } catch (const user_error& error) {
      return error.what();
    }
    return "";
  };
  CHECK_THAT(after("cp $library $library.new; mv $library.new $library"), Contains("changed while it was judged"));
  CHECK_THAT(after("mv $library $library.old; cp $library.old $library"), Contains("changed while it was judged"));
  CHECK_THAT(after("printf x >>$library"), Contains("changed while it was judged"));
  CHECK_THAT(after("rm $library"), Contains("changed while it was judged"));
  CHECK_FALSE(fs::exists(project.root() / "out" / "results.jsonl"));
}

TEST_CASE("a port that violates a contract is an error; reports of the detector are not") {
  const fake_project project;
  const auto trying = [&](std::string_view script) -> std::string {
    project.write_built("suite/plain/try-port", script);
    try {
      certified(project);
    } catch (const user_error& error) {
      return error.what();
    }
    return "";
  };
  CHECK_THAT(
      trying(
          "event '{\"event\":\"broken\",\"function\":\"rcs.clone\",\"violation\":\"the new owner is null\"}'; exit 1"),
      Contains("libmade.so: its port is broken: rcs.clone: the new owner is null;") && !Contains("\n"));
  const std::string calls = "event '{\"event\":\"calls\",\"function\":\"rcs.drop\"}'; ";
  CHECK_THAT(trying(calls + "kill -SEGV $$"), Contains("rcs.drop: it crashes"));
  CHECK_THAT(trying(calls + "exit 3"), Contains("rcs.drop: it ends the process (exit code 3)"));
  CHECK(trying(calls + "exit 66").empty());
  CHECK(trying(calls + "event '{\"event\":\"report\",\"kind\":\"data race\"}'; exit 1").empty());
  CHECK(trying("exit 0").empty());
}

TEST_CASE("a folder that can't be written is reported before the run") {
  const fake_project project;
  project.write_source("a-file", "");
  CHECK_THROWS_WITH(certified(project, {.implementation = "made",
                                        .profile = {},
                                        .cases = {},
                                        .only = {},
                                        .out = project.places().source / "a-file"}),
                    Contains("a-file") && Contains("--out"));
}

TEST_CASE("on a full disk no partial file is left") {
  const fake_project project;
  command full = on_a_full_disk.start();
  full.environment["FEARLESS_TEST_ROOT"] = project.root();
  const outcome seen = run(full);
  CHECK(seen.exit_code == 2);
  CHECK_THAT(seen.output, Contains("can't write") && Contains("results.jsonl"));
  CHECK(fs::is_empty(project.root() / "out"));
}

TEST_CASE("a shard judges its part of the rows and writes them to a file of its own") {
  const fake_project project;
  std::size_t rows = 0;
  for (const char* part : {"1/2", "2/2"}) {
    certify_options options;
    options.shard = part;
    const auto done = certified(project, options);
    CHECK(done.code == 0);
    CHECK_THAT(done.printed, Contains(fmt::format("part {} of 2", part[0])));
    CHECK(done.run.rows.empty());
    rows += lines_of(read_text(project.root() / "out" / fmt::format("shard-{}-of-2.jsonl", part[0]))).size() - 2;
  }
  CHECK(rows == certified(project).run.rows.size());
}

TEST_CASE("a shard whose part fails is not conforming") {
  const fake_project project;
  project.set_case("alpha.first.run", failing_case);
  std::multiset<int> codes;
  for (const char* part : {"1/4", "2/4", "3/4", "4/4"}) {
    certify_options options;
    options.shard = part;
    codes.insert(certified(project, options).code);
  }
  CHECK(codes.count(1) == 2);  // the case has two rows
}

TEST_CASE("waivers change the exit code and the rows, and no verdict, level or certificate") {
  const fake_project project;
  project.set_case("alpha.first.run", failing_case);
  const fs::path file = project.root() / "known.json";
  write_text(file, R"({"waivers": []})");
  certify_options options;
  options.waivers = file;
  const certification before = certified(project, options);
  CHECK(before.code == 1);
  CHECK_THAT(before.printed, Contains("exit code   1: some failures are not waived"));

  // The entry that it prints, with a reason and a link.
  const auto begin = before.printed.find("  {\n"), end = before.printed.find("exit code ");
  json entry = json::parse(before.printed.substr(begin, end - begin));
  CHECK(entry["failures"].size() == 2);
  entry["reason"] = "planned";
  entry["link"] = "https://example.org/1";
  write_text(file, json{{"waivers", {entry}}}.dump());
  const certification waived = certified(project, options);
  CHECK(waived.code == 0);
  CHECK_THAT(waived.printed, Contains("waived      2 failed rows of 1 claims"));
  CHECK_THAT(waived.printed, Contains("exit code   0: all failures are waived"));
  CHECK_THAT(waived.printed, Contains("verdict     not conforming"));
  CHECK(waived.run.summary.verdict == conclusion::not_conforming);
  CHECK(waived.run.summary.levels == before.run.summary.levels);
  CHECK(row_of(waived.run, "alpha.first.run", build_kind::plain).verdict == verdict::fail);
  CHECK(row_of(waived.run, "alpha.first.run", build_kind::plain).waived->link == "https://example.org/1");
  CHECK_FALSE(row_of(waived.run, "beta.first.run", build_kind::plain).waived);

  // Something else breaks.
  project.set_case("beta.first.run", failing_case);
  CHECK(certified(project, options).code == 1);
  project.set_case("beta.first.run", passing_case);
  project.set_case("alpha.first.run", "kill -SEGV $$");
  const certification other = certified(project, options);
  CHECK(other.code == 1);
  CHECK_THAT(other.printed, Contains("fails in another way than was waived"));
  // Nothing breaks any more.
  project.set_case("alpha.first.run", passing_case);
  const certification unused = certified(project, options);
  CHECK(unused.code == 1);
  CHECK_THAT(unused.printed, Contains("is PASS: remove it from the waiver"));
  CHECK_THAT(unused.printed, Contains("exit code   1: no waiver may be unused"));

  entry["claim"] = "alpha.frist";
  entry["failures"] = {{"alpha.frist.run (plain)", std::string(64, 'a')}};
  write_text(file, json{{"waivers", {entry}}}.dump());
  CHECK_THROWS_WITH(certified(project, options), Contains("which is not a claim") && Contains("alpha.first"));
}

TEST_CASE("a shard is refused if it or its times can't be read") {
  const fake_project project;
  certify_options options;
  options.shard = "3/2";
  CHECK_THROWS_WITH(certified(project, options), Contains("give K/N"));
  options.shard = "1/2";
  options.times = project.root() / "missing.jsonl";
  CHECK_THROWS_WITH(certified(project, options), Contains("there is no such file"));
  project.write_built("broken.jsonl", "{}\n");
  options.times = project.places().build / "broken.jsonl";
  CHECK_THROWS_WITH(certified(project, options), Contains("give another with --times"));
}
