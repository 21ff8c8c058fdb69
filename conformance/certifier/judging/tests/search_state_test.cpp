// SPDX-License-Identifier: MIT
#include "search_state.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;

namespace {

const search_state earlier{.library = "a",
                           .suite = "b",
                           .next_seed = 301,
                           .scenarios = 300,
                           .executions = 2000,
                           .has_begun = true,
                           .kept = {"main\n  drop s1\n", "main\n"},
                           .edges = {{3, 1}, {65535, 9}}};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  text.replace(text.find(what), what.size(), by);
  return text;
}

}  // namespace

TEST_CASE("the state of a search is read back") {
  const scratch_folder scratch;
  const auto file = scratch.path() / "it.search";
  CHECK_FALSE(read_search_state(file));

  write_text(file, text_of(earlier));
  const auto read = read_search_state(file);
  REQUIRE(read);
  CHECK(text_of(*read) == text_of(earlier));
  CHECK(read->kept == earlier.kept);
  CHECK(read->edges == earlier.edges);
  CHECK(read->next_seed == 301);
}

TEST_CASE("a damaged state is rejected with the file and what to do") {
  const auto whole = text_of(earlier);
  const auto damaged = GENERATE_COPY(values<std::string>({
      "",                                                           //
      whole.substr(0, whole.size() / 2),                            // cut short
      replaced(whole, "\"next_seed\":301", "\"next_seed\":\"x\""),  //
      replaced(whole, ",\"suite\":\"b\"", ""),                      //
      replaced(whole, "drop s1", "fly s1"),                         //
      replaced(whole, "[65535,9]", "[65536,9]"),                    //
      replaced(whole, "search/1", "search/2"),
  }));
  const scratch_folder scratch;
  const auto file = scratch.path() / "it.search";
  write_text(file, damaged);
  CHECK_THROWS_AS(read_search_state(file), user_error);
  CHECK_THROWS_WITH(read_search_state(file),
                    Contains(file.string()) && Contains("start over with --fresh") && !Contains("\n"));
}

TEST_CASE("another library or test program has taken no edges yet") {
  CHECK(text_of(earlier.for_library("a", "b")) == text_of(earlier));
  for (const auto& other : {earlier.for_library("x", "b"), earlier.for_library("a", "x")}) {
    CHECK(other.kept == earlier.kept);
    CHECK(other.next_seed == earlier.next_seed);
    CHECK(other.edges.empty());
    CHECK(other.executions == 0);
    CHECK_FALSE(other.has_begun);
  }
  CHECK(earlier.for_library("x", "b").library == "x");
}
