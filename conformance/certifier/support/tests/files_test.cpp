// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <catch2/catch.hpp>

#include "digest.hpp"
#include "error.hpp"

namespace fearless::certifier {

TEST_CASE("a file is written as a whole, or an error says why not") {
  const scratch_folder folder;
  write_text(folder.path() / "new" / "file", "text\n");
  CHECK(read_text(folder.path() / "new" / "file") == "text\n");

  CHECK_THROWS_WITH(read_text(folder.path() / "none"), Catch::Contains("No such file"));
  CHECK_THROWS_AS(write_text(folder.path() / "new" / "file" / "below", ""), user_error);
  CHECK_THROWS_AS(write_text(folder.path() / "new", ""), user_error);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a temporary folder is removed with its object") {
  std::filesystem::path place;
  {
    const scratch_folder folder;
    place = folder.path();
    write_text(place / "file", "");
  }
  CHECK_FALSE(std::filesystem::exists(place));
}

TEST_CASE("the last line needs no newline") {
  CHECK(lines_of("a\n\nb") == std::vector<std::string>{"a", "", "b"});
  CHECK(lines_of("a\n") == std::vector<std::string>{"a"});
  CHECK(lines_of("").empty());
}

TEST_CASE("a digest is SHA-256 in hexadecimal") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace fearless::certifier
