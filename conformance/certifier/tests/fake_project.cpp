// SPDX-License-Identifier: MIT
#include "fake_project.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

#include "helper_program.hpp"
#include "process.hpp"

namespace fearless::certifier::testing {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::string_view list_of_cases =
    "{\"case\":\"alpha.first.run\",\"claim\":\"alpha.first\",\"method\":\"run\",\"expects\":\"PASS\",\"assertions\":[1]"
    "}\n"
    "{\"case\":\"beta.first.run\",\"claim\":\"beta.first\",\"method\":\"run\",\"expects\":\"PASS\",\"assertions\":[1]}"
    "\n";

constexpr std::string_view list_of_strategies =
    R"({"strategy":"random","serialises":true,"exhaustive":false,"in_portfolio":true}
{"strategy":"pct-2","serialises":true,"exhaustive":false,"in_portfolio":true}
{"strategy":"pct-3","serialises":true,"exhaustive":false,"in_portfolio":true}
{"strategy":"exhaustive-2","serialises":true,"exhaustive":true,"in_portfolio":false}
{"strategy":"noise","serialises":false,"exhaustive":false,"in_portfolio":true}
{"strategy":"none","serialises":false,"exhaustive":false,"in_portfolio":true}
)";

/// Parses the arguments of the test program, then runs the file of the case beside it.
constexpr std::string_view test_program = R"(#!/bin/sh
here=$(dirname "$0")
while [ $# -gt 0 ]; do
  case $1 in
    --list) exec cat "$here/list" ;;
    --list-strategies) exec cat "$here/strategies" ;;
    --implementation) library=$2; shift ;;
    --case) case=$2; shift ;;
    --events) events=$2; shift ;;
    --probe) case=probe ;;
    --try-port) case=try-port ;;
    --execution-file) execution_file=$2; shift ;;
    --strategy) strategy=$2; shift ;;
    --executions) executions=$2; shift ;;
    --seed) seed=$2; shift ;;
    --replay) replay=$2; shift ;;
  esac
  shift
done
secret=$(head -c 32 <&$events)
sent=0
event() {
  echo "$secret $sent $1" >&$events
  sent=$((sent + 1))
}
event '{"event":"host","detector":null,"runtime_threads":[]}'
[ -f "$here/before-loading" ] && . "$here/before-loading"
event '{"event":"loaded","name":"made","release":"1.2","version":1,"size":8,"tables":["threads"]}'
event '{"event":"mapped","files":["'"$library"'"]}'
[ $case = probe ] && exit 0
[ $case = try-port ] && [ ! -f "$here/try-port" ] && exit 0
. "$here/$case"
)";

json claim_of(const std::string& id, const std::string& profile, int line) {
  return {{"id", id},          {"profile", profile}, {"line", line}, {"text", id + " shall hold."},
          {"why", "Because."}, {"shalls", 1}};
}

fs::path library_of(std::string_view build) {
  static const scratch_folder folder;
  const fs::path place = folder.path() / (std::string(build) + ".so");
  if (fs::exists(place)) return place;
  const std::string_view import = build == "instrumented" ? "__tsan_func_entry(0); " : "";
  return compile_library(place,
                         "extern \"C\" void __tsan_func_entry(void*); extern \"C\" const void* fearless_port_v1() { " +
                             std::string(import) + "return 0; }");
}

}  // namespace

fake_project::fake_project() {
  const json chapter{{"file", "spec/a.md"},
                     {"chapter", 1},
                     {"title", "A"},
                     {"slug", "a"},
                     {"anchors", json::array()},
                     {"links", json::array()},
                     {"claims", {claim_of("alpha.first", "alpha", 3), claim_of("beta.first", "beta", 9)}},
                     {"retired", json::array()},
                     {"marker_rules", json::array()},
                     {"listings", json::array()},
                     {"problems", json::array()}};
  write_built("spec/claims.json", json{{"chapters", {chapter}}}.dump());
  for (const char* build : {"plain", "instrumented"}) {
    write_script(places().build / "suite" / build / "suite", test_program);
    set_list(build, list_of_cases);
    write_built(fs::path("suite") / build / "strategies", list_of_strategies);
    add_library(build, fs::path("implementations") / "made" / build / "libmade.so");
  }
  for (const char* each : {"alpha.first.run", "beta.first.run"}) {
    write_source(fs::path("conformance/claims") / (std::string(each) + ".cpp"), "");
    set_case(each, passing_case);
  }
  write_source("tsan/controls/race.caught.cpp", "// SPDX-License-Identifier: MIT\n// A race.\n// Verdict: RACE\n");
  write_source("tsan/controls/race.clean.cpp", "// SPDX-License-Identifier: MIT\n// None.\n");
  set_control("race.caught", "exit 66");
  set_control("race.clean", "echo DONE");
  set_implementation(
      {{"name", "made"},
       {"language", "cpp"},
       {"libraries", {{"plain", "made/plain/libmade.so"}, {"instrumented", "made/instrumented/libmade.so"}}}});
}

void fake_project::set_case(const std::string& case_name, std::string_view script) const {
  for (const char* build : {"plain", "instrumented"}) write_built(fs::path("suite") / build / case_name, script);
}

void fake_project::add_stress_case(std::string_view script) const {
  for (const char* build : {"plain", "instrumented"})
    set_list(
        build,
        std::string(list_of_cases) +
            "{\"case\":\"alpha.first.stress\",\"claim\":\"alpha.first\",\"method\":\"stress\",\"assertions\":[1]}\n");
  write_source("conformance/claims/alpha.first.stress.cpp", "");
  set_case("alpha.first.stress", script);
}

void fake_project::set_list(std::string_view build, std::string_view lines) const {
  write_built(fs::path("suite") / build / "list", lines);
}

void fake_project::set_control(const std::string& control, std::string_view script) const {
  for (const char* build : {"plain", "instrumented"})
    write_script(places().build / "controls" / build / control, "#!/bin/sh\n" + std::string(script) + "\n");
}

void fake_project::write_source(const fs::path& file, std::string_view text) const {
  write_text(places().source / file, text);
}

void fake_project::write_built(const fs::path& file, std::string_view text) const {
  write_text(places().build / file, text);
}

void fake_project::add_library(std::string_view build, const fs::path& place) const {
  fs::create_directories((places().build / place).parent_path());
  fs::copy_file(library_of(build), places().build / place, fs::copy_options::overwrite_existing);
}

void fake_project::set_implementation(const json& description) const {
  write_built("implementations/made.json", description.dump());
}

void fake_project::write_script(const fs::path& file, std::string_view text) const {
  write_text(file, text);
  fs::permissions(file, fs::perms::owner_all);
}

fs::path compile_library(const fs::path& place, std::string_view text, std::string_view flags) {
  write_text(place.string() + ".cpp", text);
  const outcome compiler =
      run(shell("g++ -shared -fPIC " + std::string(flags) + " -o " + place.string() + " " + place.string() + ".cpp"));
  if (compiler.exit_code != 0) throw std::runtime_error(compiler.output);
  return place;
}

captured_output::captured_output() : before_(::dup(STDOUT_FILENO)) {
  std::fflush(stdout);
  const int file = ::open((folder_.path() / "output").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ::dup2(file, STDOUT_FILENO);
  ::close(file);
}

captured_output::~captured_output() {
  std::fflush(stdout);
  ::dup2(before_, STDOUT_FILENO);
  ::close(before_);
}

std::string captured_output::text() const {
  std::fflush(stdout);
  return read_text(folder_.path() / "output");
}

}  // namespace fearless::certifier::testing
