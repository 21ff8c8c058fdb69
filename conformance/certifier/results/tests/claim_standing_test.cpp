// SPDX-License-Identifier: MIT
#include "claim_standing.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

namespace {

row counted(build_kind build, verdict seen) {
  return {.claim = "a.b", .case_name = "a.b.run", .method = method::run, .build = build, .verdict = seen};
}

}  // namespace

TEST_CASE("a claim stands as its worst row that counts") {
  const row good = counted(build_kind::plain, verdict::pass), bad = counted(build_kind::plain, verdict::race),
            worse = counted(build_kind::plain, verdict::crash);
  row optional = counted(build_kind::instrumented, verdict::unsupported);
  optional.is_optional = true;
  claim_standing standing;
  CHECK(standing.worst() == verdict::not_run);
  CHECK(standing.worst_row() == nullptr);
  standing.add(optional);
  CHECK(standing.worst_rows().empty());
  standing.add(good);
  CHECK(standing.worst() == verdict::pass);
  CHECK(standing.holds_in(build_kind::plain));
  CHECK_FALSE(standing.holds_in(build_kind::instrumented));
  standing.add(worse);
  standing.add(bad);
  CHECK(standing.worst_row() == &worse);
  CHECK_FALSE(standing.holds_in(build_kind::plain));
  const row elsewhere = counted(build_kind::compile_time, verdict::pass);
  standing.add(elsewhere);
  CHECK(standing.holds_in(build_kind::compile_time));
  CHECK(standing.worst() == verdict::crash);
}
