// SPDX-License-Identifier: MIT
#include "sources.hpp"

#include <catch2/catch.hpp>

#include "header_comment.hpp"
#include "tree.hpp"

namespace fearless::certifier {

TEST_CASE("a case is named by its file") {
  const tree project;
  project.write("conformance/claims/letters.first.capital.reject.cpp", "");
  project.write("conformance/claims/numbers.run.cpp", "");
  const auto cases = case_files(project.where().source, extract_catalogue(project.where().source));
  REQUIRE(cases.size() == 3);
  CHECK(cases[0].name == "letters.first.capital.reject");
  CHECK(cases[0].claim == "letters.first");
  CHECK(cases[0].method == method::reject);
  CHECK(cases[1].name == "letters.first.run");
  CHECK(cases[1].method == method::run);
  CHECK(cases[2].claim.empty());
}

TEST_CASE("a case in Rust has the whole file name, and judges mutants in Rust") {
  const tree project;
  project.write("conformance/claims/letters.first.capital.reject.cpp", "");
  project.write("conformance/claims/letters.first.capital.reject.rs", "");
  project.write("conformance/mutants/letters.first.none.rs",
                "// Mutant: there is none.\n// Breaks: letters.first\n// Verdict: FAIL\n");
  const catalogue text = extract_catalogue(project.where().source);
  const auto cases = case_files(project.where().source, text);
  REQUIRE(cases.size() == 3);
  CHECK(cases[1].name == "letters.first.capital.reject.rs");
  CHECK(cases[1].claim == "letters.first");
  CHECK(cases[1].method == method::reject);
  CHECK(cases[1].language == source_language::rust);
  const auto mutants = mutant_files(project.where().source, text);
  REQUIRE(mutants.size() == 2);
  CHECK(mutants[1].name == "letters.first.none.rs");
  CHECK(mutants[1].replaces_bindings);
  CHECK(judges(cases[1], mutants[1], mutants[1].kills.at(0)));
  CHECK_FALSE(judges(cases[0], mutants[1], mutants[1].kills.at(0)));
  CHECK_FALSE(judges(cases[1], mutants[0], mutants[0].kills.at(0)));
}

TEST_CASE("a mutant says what it does, which claims it breaks, by which verdicts and cases") {
  const tree project;
  project.write("conformance/mutants/letters.first.none.hpp",
                "// SPDX-License-Identifier: MIT\n"
                "// Mutant: there is none,\n"
                "//   not even one.\n"
                "// Breaks: letters.first, letters.second (DEADLOCK),\n"
                "//   letters.third (TIMEOUT)\n"
                "// Verdict: FAIL\n"
                "// Case: letters.first.run, letters.first.capital.run, numbers.run\n"
                "#include <x>\n"
                "// Verdict: RACE\n");
  project.write("conformance/mutants/include/mutant.hpp", "// what mutants share\n");
  const auto mutants = mutant_files(project.where().source, extract_catalogue(project.where().source));
  REQUIRE(mutants.size() == 2);
  CHECK(mutants[0].name == "letters.first.comes-last");
  CHECK_FALSE(mutants[0].replaces_bindings);
  CHECK(mutants[0].kills == std::vector<expected_kill>{{.claim = "letters.first", .by = verdict::fail}});
  CHECK(mutants[1].description == "there is none, not even one.");
  CHECK(mutants[1].claims() == std::vector<std::string>{"letters.first", "letters.second", "letters.third"});
  CHECK(mutants[1].kills ==
        std::vector<expected_kill>{
            {.claim = "letters.first", .by = verdict::fail, .only_case = "letters.first.run"},
            {.claim = "letters.first", .by = verdict::fail, .only_case = "letters.first.capital.run"},
            {.claim = "letters.second", .by = verdict::deadlock},
            {.claim = "letters.third", .by = verdict::not_run}});
  CHECK(mutants[1].stray_cases == std::vector<std::string>{"numbers.run"});
  CHECK(mutants[1].replaces_bindings);
}

TEST_CASE("a mutant states that its schedule matters") {
  const tree project;
  project.append(mutant_of_letters, "// Schedule: matters\n");
  project.write("conformance/mutants/letters.first.twice.cpp",
                "// Mutant: twice.\n// Breaks: letters.first\n// Verdict: FAIL\n");
  const auto mutants = mutant_files(project.where().source, extract_catalogue(project.where().source));
  REQUIRE(mutants.size() == 2);
  CHECK(mutants[0].schedule_matters);
  CHECK_FALSE(mutants[1].schedule_matters);
}

TEST_CASE("a field is found in the first comment only") {
  CHECK(find_header_field("// Verdict: RACE\n", "Verdict")->value == "RACE");
  CHECK(find_header_field("// SPDX-License-Identifier: MIT\n//\n// Verdict:  RACE \n", "Verdict")->line == 3);
  CHECK_FALSE(find_header_field("int x;\n// Verdict: RACE\n", "Verdict"));
  CHECK_FALSE(find_header_field("// The Verdict: RACE\n", "Verdict"));
  CHECK_FALSE(find_header_field("", "Verdict"));
}

}  // namespace fearless::certifier
