// SPDX-License-Identifier: MIT
#include "bounded_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;
namespace fs = std::filesystem;

TEST_CASE("only regular files of a bounded size are read") {
  const scratch_folder folder;
  write_text(folder.path() / "five", "12345");
  CHECK(read_bounded(folder.path() / "five", 5) == "12345");
  CHECK_THROWS_WITH(read_bounded(folder.path() / "five", 4), Contains("larger than 4 bytes"));
  REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
  write_text(folder.path() / "hole", "");
  fs::resize_file(folder.path() / "hole", std::uintmax_t{40} << 30);
  for (const fs::path& strange : {folder.path() / "fifo", fs::path("/dev/zero"), folder.path()}) {
    CHECK_THROWS_WITH(read_bounded(strange, 5), Contains("not a regular file"));
    CHECK_THROWS_WITH(read_text(strange), Contains("not a regular file"));
    CHECK_THROWS_WITH(sha256_of_file(strange), Contains("not a regular file"));
  }
  CHECK_THROWS_WITH(read_text(folder.path() / "hole"), Contains("larger than"));
  CHECK_THROWS_WITH(sha256_of_file(folder.path() / "hole"), Contains("larger than"));
  CHECK_THROWS_AS(read_bounded(folder.path() / "none", 5), user_error);
}

TEST_CASE("what a program left is read only if it is a small file of its own") {
  const scratch_folder folder;
  write_text(folder.path() / "five", "12345");
  const auto left = [&](const char* name) { return read_left(folder.path(), name, 5); };
  CHECK_FALSE(left("none"));
  CHECK(left("five").value().text == "12345");
  CHECK_FALSE(left("five").value().is_strange);

  write_text(folder.path() / "six", "123456");
  REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
  fs::create_directory(folder.path() / "folder");
  fs::create_symlink(folder.path() / "five", folder.path() / "link");
  fs::create_symlink("nowhere", folder.path() / "broken-link");
  fs::create_symlink("/dev/zero", folder.path() / "endless");
  for (const char* strange : {"six", "fifo", "folder", "link", "broken-link", "endless"}) {
    CAPTURE(strange);
    CHECK(left(strange).value().is_strange);
    CHECK(left(strange).value().text.empty());
  }
  fs::create_hard_link(folder.path() / "five", folder.path() / "second");
  CHECK(left("second").value().is_strange);
  fs::create_directory_symlink(folder.path(), folder.path() / "folder" / "itself");
  CHECK_FALSE(read_left(folder.path() / "folder" / "itself", "six", 10));
}
