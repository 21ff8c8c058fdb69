// SPDX-License-Identifier: MIT
#include "staged_files.hpp"

#include <catch2/catch.hpp>

#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
namespace fs = std::filesystem;

TEST_CASE("files are replaced together") {
  const scratch_folder folder;
  const fs::path one = folder.path() / "new" / "one", two = folder.path() / "new" / "two";
  write_text(one, "old");
  {
    staged_files files;
    files.add(one, "1");
    files.add(two, "2");
    CHECK(read_text(one) == "old");
    CHECK_FALSE(fs::exists(two));
    files.commit();
  }
  CHECK(read_text(one) == "1");
  CHECK(read_text(two) == "2");
}

TEST_CASE("files that were not committed are removed") {
  const scratch_folder folder;
  {
    staged_files().add(folder.path() / "one", "1");
  }
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a path that can't be written is an error that names it") {
  CHECK_THROWS_WITH(staged_files().add("/proc/one", "1"), Catch::Contains("/proc/one"));
  CHECK_THROWS_AS(staged_files().add("/dev/null/one", "1"), user_error);
}
