// SPDX-License-Identifier: MIT
#include "shortage.hpp"

#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "helper_program.hpp"
#include "process.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;

namespace {

/// A lower limit of this process, while the object lives.
class lowered {
 public:
  lowered(__rlimit_resource_t resource, rlim_t most) : resource_(resource) {
    ::getrlimit(resource, &before_);
    const rlimit now{most, before_.rlim_max};
    ::setrlimit(resource, &now);
  }
  ~lowered() { ::setrlimit(resource_, &before_); }
  lowered(const lowered&) = delete;
  lowered& operator=(const lowered&) = delete;

 private:
  __rlimit_resource_t resource_;
  rlimit before_{};
};

}  // namespace

TEST_CASE("a limit that is lower than what cases need is a shortage, which names it") {
  const auto lacking = [] { return shortage_watch().lacking({}); };
  const std::string before = lacking();
  {
    const lowered files(RLIMIT_NOFILE, 60);
    CHECK(lacking() == "a process may open 60 files (ulimit -n)");
  }
  {
    const lowered size(RLIMIT_FSIZE, 1 << 20);
    CHECK(lacking() == "a file may have 1024 kB (ulimit -f)");
  }
  CHECK(lacking() == before);
}

TEST_CASE("a disk without room is a shortage") {
  // It has no blocks, so none is free.
  CHECK(shortage_watch().lacking("/proc/self") == "the disk of /proc is full");
}

TEST_CASE("the shortage of a program is known, unless it exited with 0") {
  const lowered files(RLIMIT_NOFILE, 60);
  CHECK(run(shell("exit 1")).shortage == "a process may open 60 files (ulimit -n)");
  CHECK(run(shell("kill -9 $$")).shortage == "a process may open 60 files (ulimit -n)");
  CHECK(run(shell("exit 0")).shortage.empty());
}
