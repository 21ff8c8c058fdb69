// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "diff_markdown.hpp"
#include "diff_text.hpp"
#include "markdown.hpp"

using namespace fearless::certifier;
using Catch::Contains;

namespace {

claim_change a_change_of(const std::string& claim, const std::string& detail, change_kind kind = change_kind::lost) {
  return {.claim = claim,
          .profile = "a",
          .kind = kind,
          .before = verdict::pass,
          .after = verdict::race,
          .test = claim + ".run (plain)",
          .detail = detail};
}

run_difference a_difference_with(std::vector<claim_change> changes) {
  return {
      .before = {.name = "made", .release = "1", .started = "2026", .verdict = conclusion::conforming, .rows = 3},
      .after = {.name = "made", .release = "2", .started = "2027", .verdict = conclusion::not_conforming, .rows = 3},
      .levels = {{.profile = "a", .before = {{level::behaves}}, .after = {std::vector<level>()}}},
      .claims = {.changes = std::move(changes), .compared = 9},
      .circumstances = {{.what = "release", .before = "1", .after = "2"}}};
}

std::vector<claim_change> many(std::size_t count, bool have_one_reason) {
  std::vector<claim_change> changes;
  for (std::size_t i = 0; i < count; ++i)
    changes.push_back(a_change_of("a." + std::to_string(i), have_one_reason ? "alike" : std::to_string(i)));
  return changes;
}

std::size_t times_in(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("as code, a text has no character that could be markup") {
  CHECK(as_code("a.b-c (plain), 1 = 1") == "<code>a.b-c (plain), 1 = 1</code>");
  CHECK(as_code("a|b") == "<code>a&#124;b</code>");
  CHECK(as_code("</code><b>&amp;") == "<code>&#60;/code&#62;&#60;b&#62;&#38;amp;</code>");
  CHECK(as_code("`*_[x](y)~!\\") == "<code>&#96;&#42;&#95;&#91;x&#93;(y)&#126;&#33;&#92;</code>");
  CHECK(as_code("@you #1 http://x www.x") == "<code>&#64;you &#35;1 http&#58;//x www&#46;x</code>");
  CHECK(as_code("a\nb\x1b[1m") == "<code>a&#92;x0ab&#92;x1b&#91;1m</code>");
  CHECK(as_code("\u202e") == "<code>&#92;u&#123;202e&#125;</code>");
  CHECK(as_code("").empty());
}

TEST_CASE("the plain text names claims, levels and circumstances, and ends with the conclusion") {
  const std::string text = plain_text_of(a_difference_with({a_change_of("a.b", "killed\x1b[2J\nby SIGABRT")}));
  CHECK(text ==
        "before  made 1: conforming, 3 rows, of 2026\n"
        "after   made 2: not conforming, 3 rows, of 2027\n"
        "levels\n"
        "  a: behaves -> no level; lost: behaves\n"
        "lost: held before, and does not hold now (1 claim)\n"
        "  a.b: PASS -> RACE, a.b.run (plain): killed\\x1b[2J\\x0aby SIGABRT\n"
        "what else is different\n"
        "  release: 1 -> 2\n"
        "1 claim and 1 level lost, nothing gained\n");
}

TEST_CASE("a reason that many claims have is printed once") {
  CHECK_THAT(plain_text_of(a_difference_with(many(4, true))),
             Contains("  PASS -> RACE, 4 claims: alike\n    a.0, a.1, a.2, a.3\n"));
  CHECK_THAT(plain_text_of(a_difference_with(many(3, true))),
             Contains("  a.0: PASS -> RACE, a.0.run (plain): alike\n"));
  CHECK_THAT(plain_text_of(a_difference_with(many(60, true))), Contains(" and 10 more\n"));
  CHECK_THAT(plain_text_of(a_difference_with(many(60, false))), Contains("  and 10 more\n"));
}

TEST_CASE("the Markdown has a heading with the verdicts, and a table for each kind of change") {
  const std::string text =
      markdown_of(a_difference_with({a_change_of("a.b", "x | <y>"), a_change_of("a.c", "", change_kind::gained)}));
  CHECK_THAT(text, Contains("### Fearless: conforming → not conforming\n"));
  CHECK_THAT(text, Contains("**1 claim and 1 level lost, 1 claim gained**"));
  CHECK_THAT(text, Contains("| <code>a</code> | behaves | no level | **behaves** |  |\n"));
  CHECK_THAT(text, Contains("#### lost: held before, and does not hold now (1 claim)\n\n| claim |"));
  CHECK_THAT(text, Contains("| <code>a.b</code> | <code>a</code> | PASS | RACE | <code>a.b.run (plain)</code> | "
                            "<code>x &#124; &#60;y&#62;</code> |\n"));
  CHECK_THAT(text, Contains("#### gained: holds now (1 claim)\n"));
  CHECK_THAT(text, !Contains("<details>") && !Contains("Note"));
}

TEST_CASE("long tables are folded, and a comment is not longer than GitHub allows") {
  const std::string folded = markdown_of(a_difference_with(many(11, true)));
  CHECK_THAT(folded,
             Contains("<details>\n<summary>lost: held before, and does not hold now (11 claims)</summary>\n\n|"));
  CHECK_THAT(folded, Contains("\n</details>\n"));
  const std::string cut = markdown_of(a_difference_with(many(5000, true)));
  CHECK(cut.size() < 65536);
  CHECK(cut.size() > 60000);
  CHECK_THAT(cut, Contains("\nAnd 4") && Contains(" more.\n\n</details>\n") && Contains("#### What else is different"));
  CHECK(times_in(cut, "\n| <code>a.") > 400);
}

TEST_CASE("a reader is told of another implementation, and of a run that says nothing") {
  run_difference found = a_difference_with({});
  found.after.name = "other";
  found.after.is_discredited = true;
  for (const std::string& text : {plain_text_of(found), markdown_of(found)}) {
    CHECK_THAT(text, Contains("different implementations"));
    CHECK_THAT(text, Contains("AFTER says nothing"));
    CHECK_THAT(text, !Contains("BEFORE says nothing"));
  }
}

TEST_CASE("it is said if nothing changed, and if the runs are identical") {
  run_difference found = a_difference_with({});
  found.levels.clear();
  CHECK_THAT(plain_text_of(found), Contains("nothing lost: the runs agree on all 9 claims\n"));
  found.after.is_discredited = true;
  CHECK_THAT(plain_text_of(found), Contains("could not tell whether something is lost\n"));
  found.is_same_run = true;
  CHECK_THAT(markdown_of(found), Contains("the two runs are identical"));
}
