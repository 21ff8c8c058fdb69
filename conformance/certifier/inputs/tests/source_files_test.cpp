// SPDX-License-Identifier: MIT
#include "source_files.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "error.hpp"

using namespace fearless::certifier;

namespace {

std::string compared(const source_files& plain, const source_files& instrumented) {
  return compare_sources("plain.so", plain, "instrumented.so", instrumented);
}

source_files made_from(std::map<std::string, std::set<std::string>> digests) {
  return {.digests = std::move(digests), .unknown = {}};
}

// The table of files of a unit in DWARF 5, with texts in place and no operations.
std::vector<std::uint8_t> line_table(std::vector<std::uint8_t> tables) {
  std::vector<std::uint8_t> made{5, 0, 8, 0, 0, 0, 0, 0, 1, 1, 1, 0, 14, 1};
  made.insert(made.end(), tables.begin(), tables.end());
  made.insert(made.begin(), {static_cast<std::uint8_t>(made.size()), 0, 0, 0});
  return made;
}

}  // namespace

TEST_CASE("files with the same contents in both builds are counted") {
  CHECK(compared(made_from({{"/a/one.c", {"1"}}, {"/a/two.c", {"2"}}}),
                 made_from({{"/a/one.c", {"1"}}, {"/b/two.c", {"2"}}})) ==
        "1 files are the same in both builds, 1 can't be compared");
  CHECK(compared(made_from({{"one.c", {}}}), made_from({{"one.c", {"1"}}})) ==
        "0 files are the same in both builds, 1 can't be compared");
  CHECK_NOTHROW(compared(made_from({{"one.c", {"1", "2"}}}), made_from({{"one.c", {"2", "3"}}})));
}

TEST_CASE("a file with other contents is an error that names it") {
  CHECK_THROWS_WITH(compared(made_from({{"/a/one.hpp", {"1"}}}), made_from({{"/a/one.hpp", {"2"}}})),
                    Catch::Contains("instrumented.so: it is built from another /a/one.hpp than plain.so"));
}

TEST_CASE("builds without a common source file are an error, whatever headers they have in common") {
  CHECK_THROWS_WITH(compared(made_from({{"one.c", {}}, {"port.h", {"1"}}, {"unity_0_c.c", {}}}),
                             made_from({{"two.c", {}}, {"port.h", {"1"}}, {"unity_0_c.c", {}}})),
                    Catch::Contains("it is built from two.c, and plain.so from one.c"));
  CHECK_NOTHROW(compared(made_from({{"one.c", {}}}), made_from({{"one.c", {}}, {"dependency.c", {}}})));
  CHECK_NOTHROW(compared(made_from({{"only.hpp", {}}}), made_from({{"two.c", {}}})));
}

TEST_CASE("what is not known of one build is said") {
  CHECK(compared({.digests = {}, .unknown = "stripped"}, made_from({{"one.c", {}}})) == "unknown: plain: stripped");
  CHECK(compared(made_from({{"one.c", {}}}), {.digests = {}, .unknown = "stripped"}) ==
        "unknown: instrumented: stripped");
  CHECK(source_files_in({}).unknown == "it has no debug information that can be read");
}

TEST_CASE("tables of files are read, and damaged ones are unknown") {
  // Folders: "/a". Files: "b.c" in folder 0.
  const auto whole = line_table({1, 1, 8, 1, '/', 'a', 0, 2, 1, 8, 2, 0xb, 1, 'b', '.', 'c', 0, 0});
  const source_files found = source_files_in({.lines = whole});
  CHECK(found.unknown.empty());
  CHECK(found.digests == std::map<std::string, std::set<std::string>>{{"/a/b.c", {}}});
  for (std::size_t size = 1; size < whole.size(); ++size)
    CHECK(source_files_in({.lines = std::span(whole).first(size)}).unknown == "its debug information is damaged");
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const int value : {0, 1, 0x7f, 0x80, 0xff}) {
      auto changed = whole;
      changed[at] = static_cast<std::uint8_t>(value);
      CHECK_NOTHROW(source_files_in({.lines = changed}));
    }
  auto endless = line_table({1, 1, 8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f});
  CHECK(source_files_in({.lines = endless}).unknown == "its debug information is damaged");
}

TEST_CASE("files of the system are left out") {
  const auto whole = line_table({1,   1,   8, 1, '/', 'u', 's', 'r', '/', 'i', 'n', 'c', 'l', 'u',
                                 'd', 'e', 0, 2, 1,   8,   2,   0xb, 1,   'b', '.', 'h', 0,   0});
  CHECK(source_files_in({.lines = whole}).unknown == "its debug information names no source file");
}
