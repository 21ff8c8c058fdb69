// SPDX-License-Identifier: MIT
#include "combined_cases.hpp"

#include <catch2/catch.hpp>

#include "compile_time_case.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace {

/// A project whose compile-time cases are judged together.
class combined_tree : public tree {
 public:
  combined_tree() {
    write("native/native.hpp",
          "#pragma once\n"
          "namespace native {\n"
          "template <class T> inline constexpr bool is_promised = false;\n"
          "template <class T> void take(T) { static_assert(sizeof(T) == 1, \"fearless[too-big]: give a byte\"); }\n"
          "}\n");
  }

  void add(const std::string& aspect, std::string_view method, const std::string& text) {
    const std::string name = "letters.first." + aspect + "." + std::string(method);
    const std::filesystem::path file = where().source / "conformance" / "claims" / (name + ".cpp");
    write(file, text);
    cases_.push_back({.file = file, .name = name, .claim = "letters.first", .method = method_named(method)});
  }

  [[nodiscard]] native_bindings bindings() const {
    return {.include = {where().source / "native"}, .flags = {}, .replacement = {}};
  }

  [[nodiscard]] const std::vector<case_file>& cases() const { return cases_; }
  [[nodiscard]] const std::filesystem::path& last() const { return cases_.back().file; }

  /// The results of all cases, judged together.
  [[nodiscard]] std::vector<compile_time_result> judge() const {
    const paths places = where();
    const compile_time_cases together(places, bindings(), cases_, cache_policy::ask_again);
    std::vector<compile_time_result> results;
    for (const case_file& each : cases_) results.push_back(together.judge(each));
    return results;
  }

  /// The result of each case, judged alone.
  [[nodiscard]] std::vector<compile_time_result> judge_alone() const {
    std::vector<compile_time_result> results;
    for (const case_file& each : cases_)
      results.push_back(judge_compile_time_case(where(), each, bindings(), cache_policy::ask_again));
    return results;
  }

 private:
  std::vector<case_file> cases_;
};

std::string moved_pair(const std::string& accepted, const std::string& rejected) {
  return "// Rejected: bugprone-use-after-move\n#include <native.hpp>\n#include <string>\n#include <utility>\n"
         "struct name { std::string text; };\n"
         "int main() {\n  name one{\"a\"};\n  name other = std::move(one);\n#ifdef ACCEPTED\n  return " +
         accepted + ";\n#else\n  return " + rejected + ";\n#endif\n}\n";
}

std::string with_rejected(const std::string& statement) {
  return "// Rejected: fearless[too-big]\n#include <native.hpp>\nint main() {\n#ifdef ACCEPTED\n  native::take('a');\n"
         "#else\n  " +
         statement + ";\n#endif\n  return 0;\n}\n";
}

const std::string correct_pair = with_rejected("native::take(1)");

const std::string good_move = moved_pair("0", "static_cast<int>(one.text.size()) * 0");

}  // namespace

TEST_CASE("cases that are judged together get the verdicts and details of cases that are judged alone") {
  combined_tree project;
  project.add("move", "reject", good_move);
  project.add("move-missed", "reject", moved_pair("0", "0"));
  project.add("move-in-both", "reject", moved_pair("one.text.empty()", "one.text.empty()"));
  project.add("twin-fails", "reject", moved_pair("3", "one.text.empty()"));
  project.add("size", "reject", correct_pair);
  project.add("same-size", "reject", correct_pair);
  project.add("size-accepted", "reject", with_rejected("native::take('b')"));
  project.add("another-reason", "reject", with_rejected("undeclared()"));
  project.add("two-reasons", "reject", with_rejected("undeclared(); native::take(2.5)"));
  project.add("names-it", "reject", "// Names: take<float>\n" + with_rejected("native::take(1.5f)"));
  project.add("names-another", "reject", "// Names: take<float>\n" + with_rejected("native::take(2L)"));
  project.add("holds", "type", "#include <native.hpp>\nstatic_assert(sizeof(char) == 1);\n");
  project.add("does-not-hold", "type", "#include <native.hpp>\nstatic_assert(sizeof(char) == 2);\n");

  const auto together = project.judge(), alone = project.judge_alone();

  CHECK(together[0].seen == verdict::pass);
  CHECK(together[1].seen == verdict::fail);
  for (std::size_t i = 0; i < together.size(); ++i) {
    CAPTURE(project.cases()[i].name);
    CHECK(together[i].seen == alone[i].seen);
    CHECK(together[i].details == alone[i].details);
  }
}

TEST_CASE("a program that does not compile inside a namespace is judged alone") {
  combined_tree project;
  project.add("size", "reject", correct_pair);
  project.add("other-size", "reject", correct_pair);
  project.add(
      "promise", "type",
      "#include <native.hpp>\nstruct own {};\ntemplate <> inline constexpr bool native::is_promised<own> = true;\n"
      "static_assert(native::is_promised<own>);\n");
  combined_cases together(project.where().source, project.bindings(), project.cases());

  CHECK(together.accepted_half(project.cases()[0].file));
  CHECK_FALSE(together.accepted_half(project.last()));
  CHECK(project.judge().back().seen == verdict::pass);
}

TEST_CASE("an error in a header that programs share is attributed to none of them") {
  combined_tree project;
  project.add("size", "reject", correct_pair);
  project.add("too-big", "type", "#include <native.hpp>\ninline void give() { native::take(1); }\n");
  combined_cases together(project.where().source, project.bindings(), project.cases());

  CHECK_FALSE(together.accepted_half(project.cases()[0].file));
  const auto judged = project.judge();
  CHECK(judged.front().seen == verdict::pass);
  CHECK(judged.back().seen == verdict::fail);
}

TEST_CASE("a case depends on its own file and not on the files that it was judged with") {
  combined_tree project;
  project.add("move", "reject", good_move);
  project.add("other-move", "reject", good_move);
  combined_cases together(project.where().source, project.bindings(), project.cases());

  const auto answer = together.answer_of_tidy(project.last(), "bugprone-use-after-move", half::rejected);

  REQUIRE(answer);
  CHECK(answer->read.is_known());
  CHECK(answer->read.files().contains(project.last()));
  CHECK(answer->read.files().contains(project.where().source / "native/native.hpp"));
  CHECK_FALSE(answer->read.files().contains(project.cases().front().file));
}

}  // namespace fearless::certifier
