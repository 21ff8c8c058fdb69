// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"
#include "json_lines.hpp"
#include "ownership_command.hpp"
#include "ownership_matrix.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
using nlohmann::json;

namespace {

constexpr std::string_view pair_of_alpha =
    "// Rejected: fearless[too-big]\n#include <native.hpp>\nint main() {\n#ifdef ACCEPTED\n  native::take('a');\n"
    "#else\n  native::take(1);\n#endif\n}\n";

/// A fake project whose reference has a `take` for a single byte, with a `.reject` case and a known false negative.
class ownership_project : public fake_project {
 public:
  explicit ownership_project(const std::string& seen_by = "nothing") {
    write_source("native/native.hpp",
                 "#pragma once\nnamespace native {\ntemplate <class T> void take(T) { static_assert(sizeof(T) == 1, "
                 "\"fearless[too-big]: give a single byte\"); }\n}\n");
    write_built(
        "implementations/reference.json",
        json{{"name", "reference"},
             {"language", "cpp"},
             {"libraries", {{"plain", "made/plain/libmade.so"}}},
             {"native_bindings", {{"include", {(places().source / "native").string()}}, {"flags", json::array()}}}}
            .dump());
    write_source("conformance/claims/alpha.first.reject.cpp", pair_of_alpha);
    write_source(
        "conformance/known-false-negatives/beta.first.silent.cpp",
        "// Wrong: a number is forgotten.\n// Seen by: " + seen_by + "\n#include <native.hpp>\nint main() {}\n");
  }
};

struct table {
  int code;
  std::string printed;
  framed_lines lines;
};

table run_ownership(const fake_project& project) {
  const captured_output output;
  const int code = ownership(project.places(), {.out = {}, .jobs = 1});
  return {code, output.text(), read_framed(project.places().build / "results/ownership.jsonl", "ownership/1")};
}

ownership_row pair_row(const std::string& expected, std::map<ownership_tool, tool_answer> answers) {
  return {.name = "a.b.reject", .claim = "a.b", .file = {}, .expected = expected, .answers = std::move(answers)};
}

}  // namespace

TEST_CASE("the ownership matrix states which tool rejects which program, with which code") {
  const table made = run_ownership(ownership_project());

  CHECK(made.code == 0);
  REQUIRE(made.lines.rows.size() == 2);
  CHECK(made.lines.rows[0].at("program") == "alpha.first.reject");
  CHECK(made.lines.rows[0].at("seen").at("clang") == json{{"rejects", true}, {"code", "fearless[too-big]"}});
  CHECK(made.lines.rows[0].at("seen").at("clang-tidy").at("rejects") == false);
  CHECK(made.lines.rows[0].at("seen").at("g++") == json{{"rejects", true}, {"code", "fearless[too-big]"}});
  CHECK(made.lines.rows[0].at("seen").at("rustc").is_null());
  CHECK(made.lines.rows[1].at("known_false_negative") == "a number is forgotten.");
  CHECK(made.lines.rows[1].at("seen_by") == "nothing");
}

TEST_CASE("a known false negative that no tool rejects as expected is reported") {
  const table made = run_ownership(ownership_project("clang"));

  CHECK(made.code == 1);
  CHECK_THAT(made.printed,
             Contains("UNEXPECTED beta.first.silent: expected: rejected by clang; actual: rejected by nothing"));
}

TEST_CASE("a tool that rejects the accepted twin as well does not count") {
  const ownership_project project;
  project.write_source("conformance/claims/alpha.first.reject.cpp",
                       "// Rejected: fearless[too-small]\n#include <native.hpp>\nint main() { native::take(1); }\n");
  const table made = run_ownership(project);

  CHECK(made.code == 1);
  CHECK(made.lines.rows[0].at("seen_by") == "nothing");
  CHECK_THAT(made.printed, Contains("clang rejects its accepted half too"));
}

TEST_CASE("a known false negative without a description is an error") {
  const ownership_project project;
  project.write_source("conformance/known-false-negatives/beta.first.silent.cpp",
                       "// Seen by: nothing\nint main() {}\n");

  CHECK_THROWS_WITH(run_ownership(project), Contains("beta.first.silent.cpp: the line `// Wrong: …` is missing"));
}

TEST_CASE("a `.reject` case is as expected if the right tool reports its code") {
  const tool_answer ours{.rejects = true, .code = "fearless[a]"},
      move{.rejects = true, .code = "bugprone-use-after-move"};
  CHECK(pair_row("fearless[a]", {{ownership_tool::clang, ours}}).is_as_expected());
  CHECK(pair_row("fearless[a] (E0382)", {{ownership_tool::clang, ours}}).is_as_expected());
  CHECK_FALSE(pair_row("fearless[b]", {{ownership_tool::clang, ours}}).is_as_expected());
  CHECK_FALSE(pair_row("fearless[a]", {{ownership_tool::clang, {.rejects = true}}}).is_as_expected());
  CHECK_FALSE(pair_row("fearless[a]", {{ownership_tool::gcc, ours}}).is_as_expected());
  CHECK(pair_row("bugprone-use-after-move", {{ownership_tool::clang_tidy, move}}).is_as_expected());
  CHECK_FALSE(pair_row("bugprone-use-after-move", {{ownership_tool::clang, move}}).is_as_expected());
}

TEST_CASE("the code of an error is a code of Fearless, the name of a warning, or empty") {
  CHECK(code_of("a.cpp:1:2: note: fearless[a]\na.cpp:1:2: error: static assertion failed: fearless[b-c] (E0277): no") ==
        "fearless[b-c]");
  CHECK(code_of("a.cpp:1:2: error: moved [-Werror,-Wconsumed]") == "-Wconsumed");
  CHECK(code_of("a.cpp:1:2: error: dangling [-Werror=dangling-pointer=]") == "-Wdangling-pointer=");
  CHECK(code_of("a.cpp:1:2: error: use of deleted function").empty());
  CHECK(code_of("").empty());
}
