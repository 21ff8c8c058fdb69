// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "case_heads.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace {

/// A claim with this id, eight lines long.
std::string claim_of(std::string_view id) {
  return "\n::: {.claim #" + std::string(id) +
         " profile=threads}\nIt **shall** be.\n\n::: why\nSo that it is.\n:::\n:::\n";
}

/// Matches if a violation starts with `place` and contains the words.
class violation_at : public Catch::MatcherBase<std::vector<std::string>> {
 public:
  violation_at(std::string place, std::string words) : place_(std::move(place) + ": "), words_(std::move(words)) {}

  bool match(const std::vector<std::string>& lines) const override {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.starts_with(place_) && line.find(words_) != std::string::npos && line.find('\n') == std::string::npos;
    });
  }

  std::string describe() const override { return "has a line " + place_ + "… " + words_; }

 private:
  std::string place_, words_;
};

/// The head of each case of the claim in the small tree.
const std::string head_of_letters = "// Claim: The first letter shall be the first.\n";

}  // namespace

TEST_CASE("the small tree has no violations") {
  CHECK(tree().violations() == std::vector<std::string>());
}

TEST_CASE("a claim without a case") {
  const tree broken;
  broken.remove(case_of_letters);
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:7", "claim `letters.first` has no case; write"));
}

TEST_CASE("a claim without a mutant") {
  const tree broken;
  broken.remove(mutant_of_letters);
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:7", "claim `letters.first` has no mutant; write"));
}

TEST_CASE("a case without a claim") {
  const tree broken;
  broken.write("conformance/claims/letters.frist.run.cpp", "CLAIM(\"letters.frist\") {}\n");
  CHECK_THAT(broken.violations(),
             violation_at("conformance/claims/letters.frist.run.cpp:1", "did you mean `letters.first`?"));
}

TEST_CASE("a case with an unknown method") {
  const tree broken;
  broken.rename(case_of_letters, "conformance/claims/letters.first.prove.cpp");
  CHECK_THAT(broken.violations(),
             violation_at("conformance/claims/letters.first.prove.cpp:1", "does not end in a known method"));
}

TEST_CASE("a case whose claim differs from its file name") {
  const tree broken;
  broken.write(case_of_letters,
               "// CLAIM(\"letters.first\") in a comment does not count\n\nCLAIM(\"letters.second\") {}\n");
  CHECK_THAT(broken.violations(),
             violation_at(std::string(case_of_letters) + ":3", "names the claim `letters.second`"));
}

TEST_CASE("a case that names no claim") {
  const tree broken;
  broken.write(case_of_letters, "int main() {}\n");
  CHECK_THAT(broken.violations(),
             violation_at(std::string(case_of_letters) + ":1", "begins with CLAIM(\"letters.first\")"));
}

TEST_CASE("a case whose head is not its claim's sentence") {
  const tree broken;
  broken.write(case_of_letters, "// Claim: The first letter shall be the last.\nCLAIM(\"letters.first\") {}\n");
  CHECK_THAT(broken.violations(), violation_at(std::string(case_of_letters) + ":2", "run `fearless check --fix`"));
  CHECK(write_case_heads(broken.where().source, extract_catalogue(broken.where().source)) == 1);
  CHECK(broken.violations() == std::vector<std::string>());
  CHECK(write_case_heads(broken.where().source, extract_catalogue(broken.where().source)) == 0);
}

TEST_CASE("a case that does not say what it adds") {
  const tree broken;
  const std::string file = "conformance/claims/letters.first.capital.run.cpp";
  broken.write(file, head_of_letters + "CLAIM(\"letters.first\") {}\n");
  CHECK_THAT(broken.violations(), violation_at(file + ":2", "say in one sentence what `capital` adds"));
  broken.write(file, head_of_letters + "// Aspect: it is large.\nCLAIM(\"letters.first\") {}\n");
  CHECK(broken.violations() == std::vector<std::string>());
}

TEST_CASE("an aspect that the name of a case lacks") {
  const tree broken;
  broken.write(case_of_letters, head_of_letters + "// Aspect: it is large.\nCLAIM(\"letters.first\") {}\n");
  CHECK_THAT(broken.violations(), violation_at(std::string(case_of_letters) + ":2", "the name has no aspect"));
}

TEST_CASE("a sentence is written at the head of a case, wrapped, in place of another") {
  std::string sentence = "A";
  for (int i = 0; i < 30; ++i) sentence += " sentence";
  const std::string once = with_claim("// SPDX-License-Identifier: MIT\n// Rejected: E0277\nfn main() {}\n", sentence);
  CHECK(once.starts_with("// SPDX-License-Identifier: MIT\n// Claim: A sentence"));
  CHECK(once.ends_with("\n// Rejected: E0277\nfn main() {}\n"));
  CHECK(find_header_field(once, "Claim")->value == sentence);
  CHECK(find_header_field(once, "Rejected")->value == "E0277");
  for (const std::string& line : lines_of(once)) CHECK(line.size() <= 120);
  CHECK(with_claim(once, sentence) == once);
  CHECK(with_claim(with_claim(once, "Other: words."), sentence) == once);
}

TEST_CASE("a rejected program that does not say by which code") {
  const tree broken;
  broken.write("conformance/claims/letters.first.reject.cpp", "// SPDX-License-Identifier: MIT\n");
  CHECK_THAT(broken.violations(), violation_at("conformance/claims/letters.first.reject.cpp:1", "// Rejected: CODE"));
}

TEST_CASE("a `.reject` case in Rust with a code that rustc does not have") {
  const tree broken;
  broken.write("conformance/claims/letters.first.reject.rs", head_of_letters + "// Rejected: E0277\n");
  CHECK(broken.violations() == std::vector<std::string>());
  broken.write("conformance/claims/letters.first.reject.rs", "// Rejected: closure-borrows\n");
  CHECK_THAT(broken.violations(),
             violation_at("conformance/claims/letters.first.reject.rs:1", "`closure-borrows` is not an error code"));
}

TEST_CASE("a run-time case in Rust") {
  const tree broken;
  broken.write("conformance/claims/letters.first.run.rs", "");
  CHECK_THAT(broken.violations(),
             violation_at("conformance/claims/letters.first.run.rs:1", "does not end in a known method"));
}

TEST_CASE("a mutant in Rust of a case in C++") {
  const tree broken;
  broken.write("conformance/claims/letters.first.type.cpp", head_of_letters);
  broken.write("conformance/claims/letters.first.type.rs", head_of_letters);
  broken.write(
      "conformance/mutants/letters.first.none.rs",
      "// Mutant: there is none.\n// Breaks: letters.first\n// Verdict: FAIL\n// Case: letters.first.type.rs\n");
  CHECK(broken.violations() == std::vector<std::string>());
  broken.write("conformance/mutants/letters.first.none.rs",
               "// Mutant: there is none.\n// Breaks: letters.first\n// Verdict: FAIL\n// Case: letters.first.type\n");
  CHECK_THAT(broken.violations(), violation_at("conformance/mutants/letters.first.none.rs:4",
                                               "there is no case `letters.first.type` in the mutant's language"));
}

TEST_CASE("a mutant that names no claim") {
  const tree broken;
  broken.write("conformance/mutants/zero.cpp", "// Mutant: zero.\n// Verdict: FAIL\n");
  CHECK_THAT(broken.violations(), violation_at("conformance/mutants/zero.cpp:1", "no `// Breaks:`"));
}

TEST_CASE("a mutant that names an unknown claim") {
  const tree broken;
  broken.write("conformance/mutants/zero.cpp",
               "// Mutant: zero.\n// Breaks: letters.first, letters.frist\n// Verdict: FAIL\n");
  CHECK_THAT(broken.violations(), violation_at("conformance/mutants/zero.cpp:2",
                                               "`letters.frist` is not a claim; write the claim in spec/, or correct "
                                               "the id: did you mean `letters.first`?"));
}

TEST_CASE("two mutants of the same code") {
  const tree broken;
  const std::string header = "// Mutant: zero.\n// Breaks: letters.first\n// Verdict: FAIL\n";
  broken.write("conformance/mutants/a.cpp", header + "int zero = 0;  // for now\nauto text = \"a // b\";\n");
  broken.write("conformance/mutants/b.cpp", header + "/* the same */ int zero\n    = 0;\nauto text = \"a // b\";\n");
  broken.write("conformance/mutants/b.hpp", header + "int zero = 0;\nauto text = \"a // b\";\n");
  CHECK_THAT(broken.violations(),
             violation_at("conformance/mutants/b.cpp:1", "the same code as conformance/mutants/a.cpp; delete"));
  CHECK(broken.violations().size() == 1);
  broken.write("conformance/mutants/b.cpp", header + "int zero = 0;\nauto text = \"a // c\";\n");
  CHECK(broken.violations() == std::vector<std::string>());
}

TEST_CASE("a mutant that does not say what it does") {
  const tree broken;
  broken.write(mutant_of_letters, "// Breaks: letters.first\n// Verdict: FAIL\n");
  CHECK_THAT(broken.violations(), violation_at(std::string(mutant_of_letters) + ":1", "no `// Mutant:`"));
}

TEST_CASE("a mutant without a verdict") {
  const tree broken;
  broken.write(mutant_of_letters, "// Mutant: it is the last.\n// Breaks: letters.first\n");
  CHECK_THAT(broken.violations(), violation_at(std::string(mutant_of_letters) + ":1", "no `// Verdict:`"));
}

TEST_CASE("a mutant with a verdict that can't kill") {
  const tree broken;
  const auto verdict = GENERATE("TIMEOUT", "PASS", "UNSUPPORTED", "FAILED");
  broken.write(mutant_of_letters,
               std::string("// Mutant: it is the last.\n// Breaks: letters.first\n// Verdict: ") + verdict + "\n");
  CHECK_THAT(broken.violations(),
             violation_at(std::string(mutant_of_letters) + ":3", "is not a verdict that kills a mutant"));
}

TEST_CASE("a mutant that names an unknown case") {
  const tree broken;
  broken.append(mutant_of_letters, "// Case: letters.first.type\n");
  CHECK_THAT(broken.violations(),
             violation_at(std::string(mutant_of_letters) + ":5", "there is no case `letters.first.type`"));
}

TEST_CASE("a mutant with an unknown value of Schedule") {
  const tree broken;
  broken.append(mutant_of_letters, "// Schedule: sometimes\n");
  CHECK_THAT(broken.violations(),
             violation_at(std::string(mutant_of_letters) + ":5", "`// Schedule: sometimes` is unknown"));
}

TEST_CASE("a mutant whose schedule matters, without a stress case") {
  const tree broken;
  broken.append(mutant_of_letters, "// Schedule: matters\n");
  const auto violation =
      violation_at(std::string(mutant_of_letters) + ":5", "conformance/claims/letters.first.stress.cpp");
  CHECK_THAT(broken.violations(), violation);
  broken.write("conformance/claims/letters.first.stress.cpp", head_of_letters + "CLAIM(\"letters.first\") {}\n");
  CHECK(broken.violations() == std::vector<std::string>());
  broken.append(mutant_of_letters, "// Case: letters.first.run\n");
  CHECK_THAT(broken.violations(), violation);
}

TEST_CASE("an id that is used twice in a chapter") {
  const tree broken;
  broken.append(chapter_file, claim_of("letters.first"));
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:15", "the id `letters.first` is already"));
}

TEST_CASE("an id that is used in two chapters") {
  const tree broken;
  const auto kind = GENERATE("\n# A heading {#letters.first}\n", "\nA [letter]{.term #letters.first}.\n");
  broken.write("spec/more.md", std::string("---\ntitle: More\nchapter: 2\n---\n") + kind);
  CHECK_THAT(broken.violations(), violation_at("spec/more.md:6", "already used at spec/letters.md:7"));
}

TEST_CASE("an id that is a prefix of another") {
  const tree broken;
  broken.append(chapter_file, claim_of("letters.first.capital"));
  CHECK_THAT(broken.violations(),
             violation_at("spec/letters.md:15", "`letters.first.capital` begins with `letters.first.`"));
}

TEST_CASE("a retired id that is used again") {
  const tree broken;
  broken.write("spec/more.md", "---\ntitle: More\nchapter: 2\n---\n\n::: {#letters.first .retired}\nGone.\n:::\n");
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:7", "`letters.first` is retired (spec/more.md:6)"));
}

TEST_CASE("an unknown attribute or class") {
  const tree broken;
  SECTION("of a claim") {
    broken.append(
        chapter_file,
        "\n::: {.claim #letters.second profile=threads level=must}\nIt **shall** be.\n\n::: why\nSo.\n:::\n:::\n");
    CHECK_THAT(broken.violations(), violation_at("spec/letters.md:15", "`level`"));
  }
  SECTION("of a code block") {
    broken.append(chapter_file, "\n```{.cpp compile=no}\nint main() {}\n```\n");
    CHECK_THAT(broken.violations(), violation_at("spec/letters.md:15", "`compile`"));
  }
}

TEST_CASE("a claim without exactly one shall") {
  const tree broken;
  const auto text = GENERATE("It is.", "It **shall** be and **shall** stay.");
  broken.append(chapter_file, std::string("\n::: {.claim #letters.second profile=threads}\n") + text +
                                  "\n\n::: why\nSo.\n:::\n:::\n");
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:15", "shall"));
}

TEST_CASE("a claim without a reason") {
  const tree broken;
  broken.append(chapter_file, "\n::: {.claim #letters.second profile=threads}\nIt **shall** be.\n:::\n");
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:15", "why"));
}

TEST_CASE("a broken link") {
  const tree broken;
  broken.append(chapter_file, "\nSee [there](#term.leter), [a letter]{.term #term.letter}.\n");
  CHECK_THAT(broken.violations(),
             violation_at("spec/letters.md:15", "`#term.leter`, which does not exist; did you mean `term.letter`?"));
}

TEST_CASE("a listing that shows an unknown claim") {
  const tree broken;
  broken.append(chapter_file,
                "```{.cpp .listing #listing.letters .rejects code=\"-Wx\" shows=\"letters.last\"}\n#error x\n```\n");
  CHECK_THAT(broken.violations(), violation_at("spec/letters.md:14", "shows the claim `letters.last`"));
}

TEST_CASE("a listing's output") {
  const tree listed;
  const std::string block = "```{.output of=\"listing.letters\"}\na\nb\n```\n";
  SECTION("is the same as in the text") {
    listed.add_listing(block, "echo a; echo b");
    CHECK(listed.violations() == std::vector<std::string>());
  }
  SECTION("differs: line, expected and actual text are reported") {
    listed.add_listing(block, "echo a; echo c");
    CHECK_THAT(listed.violations(), violation_at("spec/letters.md:20", "differs in line 2: expected \"b\", got \"c\""));
  }
  SECTION("is cut short by a crash") {
    listed.add_listing(block, "echo a; echo b; kill -SEGV $$");
    CHECK_THAT(listed.violations(), violation_at("spec/letters.md:14", "ends by signal 11"));
  }
  SECTION("is missing in the text") {
    listed.add_listing("", "echo a");
    CHECK_THAT(listed.violations(), violation_at("spec/letters.md:14", "listing `listing.letters` runs"));
  }
  SECTION("is unknown, as another text was built") {
    listed.add_listing(block, "echo a; echo b");
    listed.write("build/spec/listings/listing.letters.cpp", "int main() { return 0; }\n");
    CHECK_THAT(listed.violations(),
               violation_at("spec/letters.md:14", "is not built from this text; run `cmake --build build"));
  }
}

TEST_CASE("a listing that must be rejected") {
  const tree listed;
  const auto add = [&](const std::string& line) {
    listed.append(chapter_file,
                  "```{.cpp .listing #listing.letters .rejects code=\"fearless[no]\"}\n" + line + "\n```\n");
  };
  SECTION("is rejected with its code") {
    add("static_assert(false, \"fearless[no]: not so\");");
    CHECK(listed.violations() == std::vector<std::string>());
    CHECK(std::filesystem::exists(listed.where().output / "result-cache" / "listing.letters.json"));
    CHECK(listed.violations() == std::vector<std::string>());
  }
  SECTION("is rejected with another code") {
    add("static_assert(false, \"fearless[other]: not so\");");
    CHECK_THAT(listed.violations(),
               violation_at("spec/letters.md:14", "must be rejected with fearless[no] but is rejected with `"));
  }
  SECTION("is accepted") {
    add("int main() {}");
    CHECK_THAT(listed.violations(), violation_at("spec/letters.md:14", "but is accepted"));
  }
}

}  // namespace fearless::certifier
