// SPDX-License-Identifier: MIT
#include "marker_cases.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "files.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace {

using Catch::Contains;

constexpr const char* box_in_cpp = "conformance/claims/letters.first.small-box.type.cpp";
constexpr const char* box_in_rust = "conformance/claims/letters.first.small-box.type.rs";

/// A project whose chapter has one rule, on line 18.
class ruled_tree : public tree {
 public:
  explicit ruled_tree(std::string_view sendable = "if `T` is both", std::string_view shareable = "never",
                      std::string_view of = "letters.first", std::string_view rust = "`native::Box<T>`") {
    append(chapter_file, fmt::format("\n::: marker-rules\n| Type | In C++ | In Rust | Sendable | Shareable | Claim |\n"
                                     "|:-----|:-------|:--------|:---------|:----------|:------|\n"
                                     "| small box | `native::box<T>` | {} | {} | {} | {} |\n:::\n",
                                     rust, sendable, shareable, of));
  }

  [[nodiscard]] catalogue text() const { return extract_catalogue(where().source); }

  [[nodiscard]] std::string box(const char* file) const { return read_text(where().source / file); }

  /// The lines of a case that test the type, in the order of the parameters.
  [[nodiscard]] std::vector<std::string> tested(const char* file, const char* type) const {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(box(file)))
      if (line.find(type) != std::string::npos && line.ends_with(");")) found.push_back(line);
    return found;
  }
};

/// The answers in C++ for each kind of parameter, `send sync`, by a rule for both markers.
std::vector<std::string> answers_to(const char* condition) {
  const ruled_tree project(condition, condition);
  write_marker_cases(project.where().source, project.text());
  std::vector<std::string> answers;
  for (const std::string& line : project.tested(box_in_cpp, "under_test"))
    answers.push_back(line.substr(line.rfind('(')));
  return answers;
}

}  // namespace

TEST_CASE("a rule makes a case in each language, with a line for each kind of parameter") {
  const ruled_tree project;
  CHECK(write_marker_cases(project.where().source, project.text()) == 2);
  CHECK(project.violations() == std::vector<std::string>());
  CHECK(write_marker_cases(project.where().source, project.text()) == 0);

  CHECK_THAT(project.box(box_in_cpp), Contains("// Claim: The first letter shall be the first.\n") &&
                                          Contains("// Needs: native::box<int>\n") &&
                                          Contains("using under_test = native::box<T>;"));
  CHECK(project.tested(box_in_cpp, "under_test") ==
        std::vector<std::string>{"static_assert(has_markers<under_test<int>>(true, false));",
                                 "static_assert(has_markers<under_test<only_sendable>>(false, false));",
                                 "static_assert(has_markers<under_test<only_shareable>>(false, false));",
                                 "static_assert(has_markers<under_test<neither>>(false, false));"});
  CHECK_THAT(project.box(box_in_rust),
             Contains("// Needs: native::Box<i32>\n") && Contains("type UnderTest<T> = native::Box<T>;"));
  CHECK(project.tested(box_in_rust, "UnderTest") ==
        std::vector<std::string>{
            "markers!(UnderTest<i32>, true, false);", "markers!(UnderTest<OnlySendable>, false, false);",
            "markers!(UnderTest<OnlyShareable>, false, false);", "markers!(UnderTest<Neither>, false, false);"});
}

TEST_CASE("each condition decides for each kind of parameter") {
  using answers = std::vector<std::string>;
  const std::string yes = "(true, true));", no = "(false, false));";
  CHECK(answers_to("always") == answers{yes, yes, yes, yes});
  CHECK(answers_to("never") == answers{no, no, no, no});
  CHECK(answers_to("if `T` is sendable") == answers{yes, yes, no, no});
  CHECK(answers_to("if `T` is shareable") == answers{yes, no, yes, no});
  CHECK(answers_to("if `T` is both") == answers{yes, no, no, no});
  CHECK(answers_to("for every sendable `T`") == answers{yes, yes});
}

TEST_CASE("a language without the type has no case") {
  const ruled_tree project("always", "always", "letters.first", "—");
  CHECK(write_marker_cases(project.where().source, project.text()) == 1);
  CHECK(project.violations() == std::vector<std::string>());
}

TEST_CASE("a case of a rule that is missing, or that was changed by hand") {
  const ruled_tree project;
  const std::string box = "spec/letters.md:18: " + std::string(box_in_cpp) + " is not the case of the rule";
  CHECK_THAT(project.violations().front(), Contains(box));
  write_marker_cases(project.where().source, project.text());
  project.append(box_in_cpp, "// one more line\n");
  REQUIRE(project.violations().size() == 1);
  CHECK_THAT(project.violations().front(), Contains(box));
}

TEST_CASE("a case whose rule is gone") {
  const ruled_tree project;
  write_marker_cases(project.where().source, project.text());
  project.rename(box_in_rust, "conformance/claims/letters.first.large-box.type.rs");
  write_marker_cases(project.where().source, project.text());
  REQUIRE(project.violations().size() == 1);
  CHECK_THAT(project.violations().front(),
             Contains("letters.first.large-box.type.rs:5: the case of a rule that no table has"));
}

TEST_CASE("a rule of no claim, and a condition that does not exist") {
  const ruled_tree of_none("always", "always", "letters.frist");
  REQUIRE(of_none.violations().size() == 1);
  CHECK_THAT(of_none.violations().front(), Contains("spec/letters.md:18: ") && Contains("did you mean"));

  const ruled_tree sometimes("sometimes", "always");
  write_marker_cases(sometimes.where().source, sometimes.text());
  REQUIRE(sometimes.violations().size() == 1);
  CHECK_THAT(sometimes.violations().front(),
             Contains("spec/letters.md:18: `sometimes` is not a condition for a marker; allowed are always"));
}

}  // namespace fearless::certifier
