// SPDX-License-Identifier: MIT
#include "compile_time_case.hpp"

#include <catch2/catch.hpp>

#include "ownership_check.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace {

/// An implementation whose `take` wants a single byte.
class typed_tree : public tree {
 public:
  typed_tree() {
    write("vocabulary/subject.hpp",
          "#pragma once\n"
          "namespace subject {\n"
          "template <class T> void take(T) { static_assert(sizeof(T) == 1, \"fearless[too-big]: give a single byte\"); "
          "}\n"
          "}\n");
  }

  [[nodiscard]] typed_subject subject() const {
    return {.include = {where().source / "vocabulary"}, .flags = {}, .replacement = {}};
  }

  [[nodiscard]] typed_judgement judge(std::string_view method, std::string_view text) const {
    return judge(method, text, subject());
  }

  [[nodiscard]] typed_judgement judge(std::string_view method, std::string_view text,
                                      const typed_subject& subject) const {
    const std::string name = "letters.first." + std::string(method);
    const std::filesystem::path file = where().source / "conformance" / "claims" / (name + ".cpp");
    write(file, text);
    return judge_typed(where(), {.file = file, .name = name, .claim = "letters.first", .method = std::string(method)},
                       subject);
  }
};

const std::string pair_start =
    "// Rejected: fearless[too-big]\n#include <subject.hpp>\nint main() {\n#ifdef ACCEPTED\n";

}  // namespace

TEST_CASE("a property is what compiles") {
  const typed_tree project;
  CHECK(project.judge("type", "#include <subject.hpp>\nstatic_assert(true);\n").seen == verdict::pass);

  const auto wrong = project.judge("type", "#include <subject.hpp>\n\nstatic_assert(sizeof(char) == 2);\n");
  CHECK(wrong.seen == verdict::fail);
  REQUIRE(wrong.details.size() >= 3);
  CHECK(wrong.details[2].starts_with("conformance/claims/letters.first.type.cpp:3:"));
  CHECK(wrong.reproduce == "./fearless certify reference --case letters.first.type --only typed");
}

TEST_CASE("a pair is rejected with its code, and accepted one step away") {
  const auto judged =
      typed_tree().judge("reject", pair_start + "  subject::take('a');\n#else\n  subject::take(1);\n#endif\n}\n");
  CHECK(judged.seen == verdict::pass);
  REQUIRE(judged.details.size() == 1);
  CHECK_THAT(judged.details[0], Catch::Contains("fearless[too-big]"));
}

TEST_CASE("a pair fails where") {
  const typed_tree project;
  const auto fails = [&](const std::string& rest, std::string_view why) {
    const auto judged = project.judge("reject", pair_start + rest);
    CHECK(judged.seen == verdict::fail);
    REQUIRE(judged.details.size() >= 2);
    CHECK_THAT(judged.details[1], Catch::Contains(std::string(why)));
  };
  SECTION("the program that must be rejected is accepted") {
    fails("  subject::take('a');\n#else\n  subject::take('b');\n#endif\n}\n", "accepted");
  }
  SECTION("it is rejected for another reason, though the code stands in it") {
    fails("  subject::take('a');\n#else\n  undeclared(\"error: fearless[too-big]\");\n#endif\n}\n",
          "no error with this code");
  }
  SECTION("its twin is rejected too") {
    fails("  subject::take(2);\n#else\n  subject::take(1);\n#endif\n}\n", "rejected");
  }
  SECTION("its twin does not link") {
    fails("  extern void nowhere(); nowhere();\n#else\n  subject::take(1);\n#endif\n}\n", "rejected");
  }
  SECTION("its twin fails") {
    fails("  return 3;\n#else\n  subject::take(1);\n#endif\n}\n", "exit code 3");
  }
  SECTION("its twin crashes") {
    fails("  __builtin_trap();\n#else\n  subject::take(1);\n#endif\n}\n", "by signal");
  }
}

TEST_CASE("the gate knows warnings and tidy checks by their names") {
  const typed_tree project;
  const auto judge = [&](const std::string& code, const std::string& rejected, const std::string& accepted) {
    return project
        .judge("reject", "// Rejected: " + code +
                             "\n#include <subject.hpp>\n#include <string>\n#include <utility>\nint main() {\n" +
                             "  std::string s = \"s\";\n#ifdef ACCEPTED\n" + accepted + "\n#else\n" + rejected +
                             "\n#endif\n}\n")
        .seen;
  };
  const std::string move = "  std::string t = std::move(s); return ";
  CHECK(judge("bugprone-use-after-move", move + "int(s.size() + t.size());", move + "int(t.size()) - 1;") ==
        verdict::pass);
  CHECK(judge("bugprone-use-after-move", move + "int(t.size()) - 1;", move + "int(t.size()) - 1;") == verdict::fail);
  CHECK(judge("-Wdangling", "  const char* p = std::string(\"x\").c_str(); return p == nullptr;", "  return 0;") ==
        verdict::fail);
  CHECK(judge("-Wdangling-gsl", "  const char* p = std::string(\"x\").c_str(); return p == nullptr;", "  return 0;") ==
        verdict::pass);
}

TEST_CASE("a pair may ask for what the message names") {
  const typed_tree project;
  const auto judge = [&](const std::string& names) {
    return project.judge("reject",
                         "// Rejected: fearless[too-big]\n// Names: " + names +
                             "\n#include <subject.hpp>\nint main() {\n#ifdef ACCEPTED\n  subject::take('a');\n#else\n"
                             "  subject::take(1.5);  // not a long one\n#endif\n}\n");
  };
  CHECK(judge("take<double>").seen == verdict::pass);
  const auto unnamed = judge("not a long one");
  CHECK(unnamed.seen == verdict::fail);
  CHECK_THAT(unnamed.details.front(), Catch::Contains("by a message that names not a long one"));
}

TEST_CASE("a mutant of the vocabulary stands in its place and can reach it") {
  const typed_tree project;
  const std::string pair = pair_start + "  subject::take('a');\n#else\n  subject::take(1);\n#endif\n}\n";
  typed_subject mutant = project.subject();
  mutant.replacement = project.where().source / "mutant.hpp";

  project.write("mutant.hpp", "#pragma once\n#include <reference_subject.hpp>\n");
  CHECK(project.judge("reject", pair, mutant).seen == verdict::pass);
  CHECK_FALSE(vocabulary_errors(mutant));
}

TEST_CASE("a mutant of the vocabulary that takes anything is seen to") {
  const typed_tree project;
  typed_subject mutant = project.subject();
  mutant.replacement = project.where().source / "mutant.hpp";
  project.write("mutant.hpp", "#pragma once\nnamespace subject { template <class T> void take(T) {} }\n");
  const auto judged =
      project.judge("reject", pair_start + "  subject::take('a');\n#else\n  subject::take(1);\n#endif\n}\n", mutant);
  CHECK(judged.seen == verdict::fail);
}

TEST_CASE("a vocabulary that does not compile is known as such") {
  const typed_tree project;
  project.write("vocabulary/subject.hpp", "#pragma once\nnonsense\n");
  const auto errors = vocabulary_errors(project.subject());
  REQUIRE(errors);
  CHECK_THAT(errors->front(), Catch::Contains("subject.hpp:2:"));
  CHECK(project.judge("type", "#include <subject.hpp>\n").seen == verdict::fail);
}

TEST_CASE("a code counts in an error line only, and whole") {
  gate_answer answer;
  answer.errors = {"a.cpp:1:2: error: moved [-Werror,-Wconsumed]", "a.cpp:3:4: error: fearless[a-b] (E0373): no"};
  CHECK(answer.error_with("-Wconsumed") == answer.errors.data());
  CHECK(answer.error_with("fearless[a-b]") == &answer.errors[1]);
  CHECK(answer.error_with("-Wconsume") == nullptr);
  CHECK(answer.error_with("fearless[a]") == nullptr);
  CHECK(answer.error_with("bugprone-use-after-move") == nullptr);
}

}  // namespace fearless::certifier
