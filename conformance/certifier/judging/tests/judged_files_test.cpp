// SPDX-License-Identifier: MIT
#include "judged_files.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// A folder with a file.
struct old_file {
  old_file() { write_text(path, "before"); }
  scratch_folder folder{};
  fs::path path = folder.path() / "file";
};

}  // namespace

TEST_CASE("a file that stays the same keeps its digest") {
  const old_file file;
  judged_files judged;
  CHECK(judged.digest_of(file.path) == sha256("before"));
  CHECK_NOTHROW(judged.require_unchanged());
}

TEST_CASE("a file that changes after its digest was taken is noticed") {
  const old_file file;
  judged_files judged;
  judged.digest_of(file.path);
  SECTION("replaced") {
    write_text(file.path, "after");
  }
  SECTION("replaced by an old one with the same contents") {
    fs::copy_file(file.path, file.folder.path() / "copy");
    fs::rename(file.folder.path() / "copy", file.path);
  }
  SECTION("replaced with its folder") {
    const fs::path other = file.folder.path() / "other";
    fs::create_directory(other);
    fs::rename(file.path, other / "file");
    fs::create_symlink("other/file", file.path);
  }
  SECTION("removed") {
    fs::remove(file.path);
  }
  SECTION("given another mode") {
    ::chmod(file.path.c_str(), 0400);
  }
  CHECK_THROWS_WITH(judged.require_unchanged(),
                    Contains(file.path.string()) && Contains("changed while it was judged"));
}

TEST_CASE("a file that changed before it was first seen, but after the beginning, is noticed") {
  const old_file file;
  judged_files judged;
  write_text(file.path, "after");
  CHECK_THROWS_WITH(judged.digest_of(file.path), Contains("changed while it was judged"));
}

TEST_CASE("a file that can't be read is an error of its own") {
  judged_files judged;
  CHECK_THROWS_WITH(judged.digest_of("/nowhere/file"), Contains("No such file"));
  CHECK_NOTHROW(judged.require_unchanged());
}
