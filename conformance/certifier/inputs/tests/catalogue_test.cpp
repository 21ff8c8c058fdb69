// SPDX-License-Identifier: MIT
#include "catalogue.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "pandoc.hpp"
#include "tree.hpp"

namespace fearless::certifier {

using nlohmann::json;

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

TEST_CASE("a built catalogue is taken as long as no file that it is made of has changed") {
  const tree project;
  const auto [source, build] = std::pair(project.where().source, project.where().build);
  const std::string title = extract_catalogue(source).chapters.front().title;
  json made_of = json::object();
  for (const std::string& file : chapter_files(source)) made_of[file] = sha256_of_file(source / file);
  json document{{"chapters", json::array()}, {"made_of", made_of}};
  project.write("build/spec/claims.json", document.dump());
  CHECK(current_catalogue(source, build).chapters.empty());

  SECTION("a chapter has changed") {
    project.append(chapter_file, "\nMore.\n");
  }
  SECTION("a chapter is new") {
    project.write("spec/new.md", read_text(source / chapter_file));
  }
  SECTION("a chapter was removed") {
    document["made_of"]["spec/gone.md"] = "";
    project.write("build/spec/claims.json", document.dump());
  }
  SECTION("it does not name its files") {
    project.write("build/spec/claims.json", R"({"chapters": []})");
  }
  SECTION("it is damaged") {
    project.write("build/spec/claims.json", "{");
  }
  SECTION("it is missing") {
    project.remove("build/spec/claims.json");
  }
  const catalogue current = current_catalogue(source, build);
  REQUIRE(!current.chapters.empty());
  CHECK(current.chapters.front().title == title);
}

TEST_CASE("a specification without chapters is an error") {
  const tree project;
  project.remove(chapter_file);
  CHECK_THROWS_WITH(extract_catalogue(project.where().source), Catch::Contains("no chapters in"));
}

}  // namespace fearless::certifier
