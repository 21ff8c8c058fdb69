// SPDX-License-Identifier: MIT
#include "controls.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "fake_project.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
namespace fs = std::filesystem;

TEST_CASE("controls are found by their sources and run in the builds that these name") {
  const fake_project project;
  project.write_source("tsan/controls/crash.caught.cpp",
                       "// SPDX-License-Identifier: MIT\n// Verdict: CRASH\n// Builds: plain\n");
  project.set_control("crash.caught", "kill -SEGV $$");
  const auto controls = find_controls(project.places());
  REQUIRE(controls.size() == 5);
  CHECK(controls[0].name == "crash.caught");
  CHECK(controls[0].expected == verdict::crash);
  CHECK(controls[0].build == build_kind::plain);
  const auto report = run_controls(project.places(), 2);
  CHECK(report.believable());
  CHECK(report.caught == 3);
  CHECK(report.clean == 2);
}

TEST_CASE("a control is missed if its program is missing, its verdict is wrong, or its clean twin fails") {
  const fake_project project;
  SECTION("missing") {
    fs::remove(project.places().build / "controls/plain/race.caught");
  }
  SECTION("wrong verdict") {
    project.set_control("race.caught", "kill -SEGV $$");
  }
  SECTION("clean twin fails") {
    project.set_control("race.clean", "exit 66");
  }
  SECTION("clean twin without its end marker") {
    project.set_control("race.clean", "exit 0");
  }
  const auto report = run_controls(project.places(), 2);
  CHECK_FALSE(report.believable());
  CHECK_FALSE(report.missed.empty());
}

TEST_CASE("a control with a wrong header is an error") {
  const fake_project project;
  project.write_source("tsan/controls/odd.caught.cpp",
                       "// SPDX-License-Identifier: MIT\n// Builds: plane\n// Verdict: RACE\n");
  CHECK_THROWS_WITH(find_controls(project.places()), Contains("odd.caught.cpp") && Contains("plane"));
  project.write_source("tsan/controls/odd.caught.cpp", "// SPDX-License-Identifier: MIT\n");
  CHECK_THROWS_WITH(find_controls(project.places()), Contains("Verdict"));
}
