// SPDX-License-Identifier: MIT
#include "failure_fingerprint.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

namespace {

row failed(verdict seen, std::vector<std::string> details) {
  return {.claim = "a.b",
          .case_name = "a.b.run",
          .method = method::run,
          .build = build_kind::plain,
          .verdict = seen,
          .details = std::move(details)};
}

std::string fingerprint(verdict seen, std::vector<std::string> details) {
  return fingerprint_of(failed(seen, std::move(details)));
}

/// What the race detector reports of two accesses, as a row quotes it.
std::vector<std::string> race(const std::string& one, const std::string& other, const std::string& number) {
  return {"SUMMARY: ThreadSanitizer: data race /tmp/" + number + "/it.c:" + number + ":3 in " + one,
          "  WARNING: ThreadSanitizer: data race (pid=" + number + ")",
          "    Write of size 8 at 0x7f" + number + " by thread T" + number + ":",
          "      #0 " + one + " /tmp/" + number + "/it.c:" + number + ":3 (it.so+0x1" + number + ") (BuildId: ab)",
          "      #1 caller() /tmp/it.c:9 (it.so+0x77)",
          "    Previous read of size 8 at 0x7f" + number + " by main thread:",
          "      #0 " + other + " <null> (it.so+0x2" + number + ")",
          "    Location is heap block of size 8 at 0x7f" + number + " allocated by main thread:",
          "      #0 malloc" + number + " <null> (suite+0x2)"};
}

}  // namespace

TEST_CASE("a fingerprint does not depend on what differs from run to run") {
  const std::string execution = "execution 12 of pct-3 (seed 4711): ";
  CHECK(fingerprint(verdict::fail, {"conformance/claims/a.b.run.cpp:3: CHECK( f() == 1 ), seen: 2 == 1 (at 5 ms)"}) ==
        fingerprint(verdict::fail, {"/elsewhere/a.b.run.cpp:40: CHECK( f() == 1 ), seen: 0 == 1 (at 6 ms)"}));
  CHECK(fingerprint(verdict::fail, {"a.cpp:3: CHECK( f() ) (after 2 ms)", "a.cpp:3: CHECK( f() ) (after 3 ms)"}) ==
        fingerprint(verdict::fail, {"a.cpp:3: CHECK( f() ) (after 4 ms)"}));
  CHECK(fingerprint(verdict::fail, {execution + "forbidden outcome: lost 3"}) ==
        fingerprint(verdict::fail, {"execution 1 of random (seed 1): forbidden outcome: lost 14"}));
  CHECK(fingerprint(verdict::deadlock, {"deadlock:", "  thread 12 waits in futex(0x12)", "its output:", "  12"}) ==
        fingerprint(verdict::deadlock, {"deadlock:", "  thread 99 waits in futex(0x99)"}));
  CHECK(fingerprint(verdict::fail, {"lock m1 on thread 0 found v2", "in the scenario of x, under none:1"}) ==
        fingerprint(verdict::fail, {"lock m2 on thread 7 found v9", "in the scenario of y, under pct-2:8"}));
  CHECK(fingerprint(verdict::exit, {"can't read /tmp/abc/file"}) ==
        fingerprint(verdict::exit, {"can't read /home/file"}));
  CHECK(fingerprint(verdict::race, race("write(int)", "read(int)", "1")) ==
        fingerprint(verdict::race, race("write(int)", "read(int)", "23")));
  CHECK(fingerprint(verdict::race, race("write(int)", "read(int)", "1")) ==
        fingerprint(verdict::race, race("read(int)", "write(int)", "4")));

  row slower = failed(verdict::crash, {"killed by SIGSEGV"});
  const std::string before = fingerprint_of(slower);
  slower.milliseconds = 12;
  slower.text_sha256 = "other";
  slower.waived = {.reason = "known", .link = "https://example.org", .expires = "2027-01-01"};
  CHECK(fingerprint_of(slower) == before);
}

TEST_CASE("another failure has another fingerprint") {
  const std::vector<std::string> same{"a.cpp:3: CHECK( f() == 1 ), seen: 2 == 1"};
  const std::string known = fingerprint(verdict::fail, same);
  CHECK(known.size() == 64);
  CHECK(known != fingerprint(verdict::fail, {"a.cpp:3: CHECK( f() == 2 ), seen: 2 == 1"}));
  CHECK(known != fingerprint(verdict::fail, {same.front(), "a.cpp:4: CHECK( g() )"}));
  CHECK(known != fingerprint(verdict::exit, same));
  row other = failed(verdict::fail, same);
  other.build = build_kind::instrumented;
  CHECK(known != fingerprint_of(other));
  other = failed(verdict::fail, same);
  other.case_name = "a.b.other.run";
  CHECK(known != fingerprint_of(other));
  other = failed(verdict::fail, same);
  other.claim = "a.c";
  CHECK(known != fingerprint_of(other));

  CHECK(fingerprint(verdict::crash, {"killed by SIGSEGV"}) != fingerprint(verdict::crash, {"killed by SIGABRT"}));
  CHECK(fingerprint(verdict::exit, {"exited with code 3 before"}) !=
        fingerprint(verdict::exit, {"exited with code 4 before"}));
  CHECK(fingerprint(verdict::fail, {"forbidden outcome: lost"}) !=
        fingerprint(verdict::fail, {"forbidden outcome: late"}));
  CHECK(fingerprint(verdict::race, race("write(int)", "read(int)", "1")) !=
        fingerprint(verdict::race, race("write(int)", "peek(int)", "1")));
  CHECK(fingerprint(verdict::race, {"the race detector reports: data race"}) !=
        fingerprint(verdict::race, {"the race detector reports: heap-use-after-free"}));
}
