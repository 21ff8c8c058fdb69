// SPDX-License-Identifier: MIT
#include "system_folder.hpp"

#include <catch2/catch.hpp>

#include "files.hpp"

using namespace fearless::certifier;
namespace fs = std::filesystem;

TEST_CASE("files of the system are those in its folders for libraries and headers") {
  CHECK(is_of_system("/usr/lib/x86_64-linux-gnu/libc.so.6"));
  CHECK(is_of_system("/lib64/ld-linux-x86-64.so.2"));
  CHECK(is_of_system("/usr/include/stdio.h"));
  CHECK_FALSE(is_of_system("/usr/local/lib/libown.so"));
  CHECK_FALSE(is_of_system("/usr/library/libown.so"));
  CHECK_FALSE(is_of_system("/usr/lib/../local/lib/libown.so"));
}

TEST_CASE("a link in another folder to a file of the system is of the system, and the other way round") {
  const scratch_folder folder;
  fs::create_symlink("/usr/lib", folder.path() / "system");
  CHECK(is_of_system(folder.path() / "system" / "libown.so"));
}
