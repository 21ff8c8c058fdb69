// SPDX-License-Identifier: MIT
#include "catalogue.hpp"

#include <catch2/catch.hpp>

#include "digest.hpp"
#include "error.hpp"
#include "tree.hpp"

namespace fearless::certifier {

TEST_CASE("the catalogue matches the text") {
  const tree project;
  const catalogue text = extract_catalogue(project.where().source);

  REQUIRE(text.chapters.size() == 1);
  CHECK(text.chapters[0].file == chapter_file);
  CHECK(text.chapters[0].title == "Letters");
  CHECK(text.chapters[0].number == 1);
  REQUIRE(text.claims.size() == 1);
  CHECK(text.claims[0].id == "letters.first");
  CHECK(text.claims[0].profile == "threads");
  CHECK(text.claims[0].line == 7);
  CHECK(text.claims[0].text == "The first letter shall be the first.");
  CHECK(text.claims[0].text_sha256 == sha256("The first letter shall be the first."));
  CHECK(text.claims[0].why == "Every order has a first element.");
}

TEST_CASE("the hash of a claim does not depend on line breaks") {
  const tree one, other;
  other.write(chapter_file,
              "---\ntitle: Letters\nchapter: 1\n---\n\n::: {.claim #letters.first profile=threads}\nThe first\nletter "
              "**shall** be\nthe first.\n\n::: why\nSo.\n:::\n:::\n");
  CHECK(extract_catalogue(one.where().source).claims[0].text_sha256 ==
        extract_catalogue(other.where().source).claims[0].text_sha256);
}

TEST_CASE("chapters are in the order of their numbers") {
  const tree project;
  project.write("spec/a.md", "---\ntitle: Last\nchapter: 3\n---\n");
  project.write("spec/z.md", "---\ntitle: Middle\nchapter: 2\n---\n");
  const catalogue text = extract_catalogue(project.where().source);
  REQUIRE(text.chapters.size() == 3);
  CHECK(text.chapters[1].title == "Middle");
  CHECK(text.chapters[2].title == "Last");
}

TEST_CASE("a stem belongs to the claim whose id is its prefix up to a dot") {
  catalogue text;
  for (const char* id : {"join.waits", "join.result"}) {
    text.claims.emplace_back();
    text.claims.back().id = id;
  }
  CHECK(text.owner_of("join.waits.run") == &text.claims[0]);
  CHECK(text.owner_of("join.waits.long.run") == &text.claims[0]);
  CHECK(text.owner_of("join.waits") == &text.claims[0]);
  CHECK(text.owner_of("join.waitsmore.run") == nullptr);
  CHECK(text.owner_of("join") == nullptr);
  CHECK(text.owner_of("") == nullptr);
}

TEST_CASE("a missing catalogue is an error that says how to make one") {
  const tree project;
  CHECK_THROWS_WITH(load_catalogue(project.where().build),
                    Catch::Contains("no catalogue at") && Catch::Contains("./fearless"));
  project.write("build/spec/claims.json", "{\"chapters\":");
  CHECK_THROWS_AS(load_catalogue(project.where().build), user_error);
}

TEST_CASE("a specification without chapters is an error") {
  const tree project;
  project.remove(chapter_file);
  CHECK_THROWS_WITH(extract_catalogue(project.where().source), Catch::Contains("no chapters in"));
}

}  // namespace fearless::certifier
