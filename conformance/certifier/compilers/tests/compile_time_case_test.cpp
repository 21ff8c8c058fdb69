// SPDX-License-Identifier: MIT
#include "compile_time_case.hpp"

#include <catch2/catch.hpp>

#include "files.hpp"
#include "ownership_check.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace {

/// An implementation whose `take` accepts a single byte.
class compile_time_tree : public tree {
 public:
  compile_time_tree() {
    write("native/native.hpp",
          "#pragma once\n"
          "namespace native {\n"
          "template <class T> void take(T) { static_assert(sizeof(T) == 1, \"fearless[too-big]: give a single byte\"); "
          "}\n"
          "}\n");
  }

  [[nodiscard]] native_bindings bindings() const {
    return {.include = {where().source / "native"}, .flags = {}, .replacement = {}};
  }

  [[nodiscard]] compile_time_result judge(std::string_view method, std::string_view text) const {
    return judge(method, text, bindings());
  }

  [[nodiscard]] compile_time_result judge(std::string_view method, std::string_view text,
                                          const native_bindings& bindings) const {
    const std::string name = "letters.first." + std::string(method);
    const std::filesystem::path file = where().source / "conformance" / "claims" / (name + ".cpp");
    write(file, text);
    return judge_compile_time_case(
        where(), {.file = file, .name = name, .claim = "letters.first", .method = method_named(method)}, bindings);
  }
};

const std::string pair_start = "// Rejected: fearless[too-big]\n#include <native.hpp>\nint main() {\n#ifdef ACCEPTED\n";

}  // namespace

TEST_CASE("a `.type` case passes if it compiles") {
  const compile_time_tree project;
  CHECK(project.judge("type", "#include <native.hpp>\nstatic_assert(true);\n").seen == verdict::pass);

  const auto wrong = project.judge("type", "#include <native.hpp>\n\nstatic_assert(sizeof(char) == 2);\n");
  CHECK(wrong.seen == verdict::fail);
  REQUIRE(wrong.details.size() >= 3);
  CHECK(wrong.details[2].starts_with("conformance/claims/letters.first.type.cpp:3:"));
  CHECK(wrong.reproduce == "./fearless certify reference --case letters.first.type --only compile-time");
}

TEST_CASE("a `.reject` case passes if its program is rejected with the code and its twin is accepted") {
  const auto judged =
      compile_time_tree().judge("reject", pair_start + "  native::take('a');\n#else\n  native::take(1);\n#endif\n}\n");
  CHECK(judged.seen == verdict::pass);
  REQUIRE(judged.details.size() == 1);
  CHECK_THAT(judged.details[0], Catch::Contains("fearless[too-big]"));
}

TEST_CASE("a `.reject` case fails if") {
  const compile_time_tree project;
  const auto fails = [&](const std::string& rest, std::string_view why) {
    const auto judged = project.judge("reject", pair_start + rest);
    CHECK(judged.seen == verdict::fail);
    REQUIRE(judged.details.size() >= 2);
    CHECK_THAT(judged.details[1], Catch::Contains(std::string(why)));
  };
  SECTION("the program that must be rejected is accepted") {
    fails("  native::take('a');\n#else\n  native::take('b');\n#endif\n}\n", "accepted");
  }
  SECTION("it is rejected for another reason, and the code is in its text") {
    fails("  native::take('a');\n#else\n  undeclared(\"error: fearless[too-big]\");\n#endif\n}\n",
          "no error with this code");
  }
  SECTION("its twin is also rejected") {
    fails("  native::take(2);\n#else\n  native::take(1);\n#endif\n}\n", "rejected");
  }
  SECTION("its twin does not link") {
    fails("  extern void nowhere(); nowhere();\n#else\n  native::take(1);\n#endif\n}\n", "rejected");
  }
  SECTION("its twin fails") {
    fails("  return 3;\n#else\n  native::take(1);\n#endif\n}\n", "exit code 3");
  }
  SECTION("its twin crashes") {
    fails("  __builtin_trap();\n#else\n  native::take(1);\n#endif\n}\n", "by signal");
  }
}

TEST_CASE("a case fails if the bindings define a macro for one of its own names") {
  const std::string body = pair_start + "  native::take('a');\n#else\n  native::take(1);\n#endif\n}\n";
  const auto judged_with = [&](const std::string& more, const std::vector<std::string>& flags = {}) {
    // Each is compiled once only.
    const compile_time_tree project;
    project.write("native/native.hpp", more + read_text(project.where().source / "native" / "native.hpp"));
    native_bindings bindings = project.bindings();
    bindings.flags = flags;
    return project.judge("reject", body, bindings);
  };
  const auto interferes = [](const compile_time_result& judged, const std::string& macro) {
    CHECK(judged.seen == verdict::fail);
    REQUIRE(judged.details.size() >= 2);
    CHECK(judged.details[1] == "seen: the macro " + macro);
  };
  CHECK(judged_with("#define OTHER main\n").seen == verdict::pass);
  interferes(judged_with("#define main int helper(); int main\n"), "main");
  interferes(judged_with("#pragma GCC system_header\n#define int signed\n"), "int");
  interferes(judged_with("", {"-Dtake=take"}), "take");
}

TEST_CASE("a case is UNSUPPORTED if the bindings lack the type that it needs, and only then") {
  const compile_time_tree project;
  const auto judged_with = [&](const std::string& needed, const std::string& rest) {
    return project.judge("type", "// Needs: " + needed + "\n#include <native.hpp>\n" + rest + "\n");
  };
  project.append("native/native.hpp", "namespace native { template <class T> struct held { T value; }; }\n");
  const auto missing = judged_with("native::lent<int>", "static_assert(sizeof(native::lent<int>) == 4);");
  CHECK(missing.seen == verdict::unsupported);
  CHECK(missing.details == std::vector<std::string>{"the native bindings have no native::lent<int>"});
  CHECK(judged_with("native::held<int>", "static_assert(sizeof(native::held<int>) == 4);").seen == verdict::pass);
  CHECK(judged_with("native::held<int>", "static_assert(sizeof(native::held<int>) == 5);").seen == verdict::fail);
  CHECK(project.judge("type", "#include <native.hpp>\nusing type = native::lent<int>;\n").seen == verdict::fail);
}

TEST_CASE("a type that a macro of the bindings hides is not missing") {
  const compile_time_tree project;
  project.append("native/native.hpp", "#define lent\n");
  CHECK(project.judge("type", "// Needs: native::lent<int>\n#include <native.hpp>\nusing type = native::lent<int>;\n")
            .seen == verdict::fail);
}

TEST_CASE("a case may use the macros of the native bindings, but for such as differ in its two halves") {
  const auto judged_with = [&](const std::string& macro) {
    const compile_time_tree project;
    project.write("native/native.hpp", "#pragma once\n#define NATIVE_MADE(type) " + macro + "\n");
    return project.judge("type", "#include <native.hpp>\nNATIVE_MADE(int)\n").seen;
  };
  CHECK(judged_with("static_assert(sizeof(type) > 0);") == verdict::pass);
  CHECK(judged_with("static_assert(sizeof(#type) != sizeof(\"ACCEPTED\"));") == verdict::fail);
  CHECK(judged_with("/* ACCEPTED */") == verdict::pass);
}

TEST_CASE("warnings and tidy checks are recognised by their names") {
  const compile_time_tree project;
  const auto judge = [&](const std::string& code, const std::string& rejected, const std::string& accepted) {
    return project
        .judge("reject", "// Rejected: " + code +
                             "\n#include <native.hpp>\n#include <string>\n#include <utility>\nint main() {\n" +
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

TEST_CASE("a `.reject` case may require a name in the message") {
  const compile_time_tree project;
  const auto judge = [&](const std::string& names) {
    return project.judge("reject",
                         "// Rejected: fearless[too-big]\n// Names: " + names +
                             "\n#include <native.hpp>\nint main() {\n#ifdef ACCEPTED\n  native::take('a');\n#else\n"
                             "  native::take(1.5);  // not a long one\n#endif\n}\n");
  };
  CHECK(judge("take<double>").seen == verdict::pass);
  const auto unnamed = judge("not a long one");
  CHECK(unnamed.seen == verdict::fail);
  CHECK_THAT(unnamed.details.front(), Catch::Contains("by a message that names not a long one"));
}

TEST_CASE("a mutant stands in for the native bindings and can include them") {
  const compile_time_tree project;
  const std::string pair = pair_start + "  native::take('a');\n#else\n  native::take(1);\n#endif\n}\n";
  native_bindings mutant = project.bindings();
  mutant.replacement = project.where().source / "mutant.hpp";

  project.write("mutant.hpp", "#pragma once\n#include <reference_native.hpp>\n");
  CHECK(project.judge("reject", pair, mutant).seen == verdict::pass);
  CHECK_FALSE(errors_of_bindings(mutant));
}

TEST_CASE("a mutant of the native bindings that accepts anything is detected") {
  const compile_time_tree project;
  native_bindings mutant = project.bindings();
  mutant.replacement = project.where().source / "mutant.hpp";
  project.write("mutant.hpp", "#pragma once\nnamespace native { template <class T> void take(T) {} }\n");
  const auto judged =
      project.judge("reject", pair_start + "  native::take('a');\n#else\n  native::take(1);\n#endif\n}\n", mutant);
  CHECK(judged.seen == verdict::fail);
}

TEST_CASE("native bindings that do not compile are reported") {
  const compile_time_tree project;
  project.write("native/native.hpp", "#pragma once\nnonsense\n");
  const auto errors = errors_of_bindings(project.bindings());
  REQUIRE(errors);
  CHECK_THAT(errors->front(), Catch::Contains("native.hpp:2:"));
  CHECK(project.judge("type", "#include <native.hpp>\n").seen == verdict::fail);
}

TEST_CASE("a code counts only in an error line, and as a whole") {
  ownership_answer answer;
  answer.errors = {"a.cpp:1:2: error: moved [-Werror,-Wconsumed]", "a.cpp:3:4: error: fearless[a-b] (E0373): no"};
  CHECK(answer.error_with("-Wconsumed") == answer.errors.data());
  CHECK(answer.error_with("fearless[a-b]") == &answer.errors[1]);
  CHECK(answer.error_with("-Wconsume") == nullptr);
  CHECK(answer.error_with("fearless[a]") == nullptr);
  CHECK(answer.error_with("bugprone-use-after-move") == nullptr);
}

}  // namespace fearless::certifier
