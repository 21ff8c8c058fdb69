// SPDX-License-Identifier: MIT
#include "dependency_file.hpp"

#include <catch2/catch.hpp>

#include "files.hpp"

using namespace fearless::certifier;
using paths_read = std::vector<std::filesystem::path>;

TEST_CASE("prerequisites are read from a Makefile") {
  CHECK(prerequisites("a.o: a.cpp \\\n  b.hpp\n") == paths_read{"a.cpp", "b.hpp"});
  CHECK(prerequisites("a.rmeta: a.rs b.rs\n\na.rs:\n\nb.rs:\n") == paths_read{"a.rs", "b.rs"});
  CHECK(prerequisites("a.o: with\\ a\\ unjudged.hpp and\\#sign a$$dollar\n") ==
        paths_read{"with a unjudged.hpp", "and#sign", "a$dollar"});
  CHECK(prerequisites("a.rmeta: a.rs\n# env-dep:HOME=/root\n") == std::nullopt);
}

TEST_CASE("without a dependency file, the files that were read are unknown") {
  const scratch_folder folder;
  files_read read;
  write_text(folder.path() / "x.d", "x: made.o /usr/one.hpp ../two.hpp\n");
  read.add_from(folder.path() / "x.d", folder.path() / "sources");
  CHECK(read.is_known());
  CHECK(read.files().contains("/usr/one.hpp"));
  CHECK(read.files().contains(folder.path() / "two.hpp"));
  read.forget_below(folder.path() / "sources");
  CHECK(read.files().size() == 2);

  read.add_from(folder.path() / "x.d", folder.path());  // it was used up
  CHECK_FALSE(read.is_known());
}
