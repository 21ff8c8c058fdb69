// SPDX-License-Identifier: MIT
#include "claim_change.hpp"

#include <catch2/catch.hpp>

using namespace fearless::certifier;

namespace {

row judged(build_kind build, verdict seen, const char* claim = "a.b") {
  row each{.claim = claim, .case_name = std::string(claim) + ".run", .method = method::run, .build = build};
  each.verdict = seen;
  each.text_sha256 = "1";
  if (seen != verdict::pass) each.details = {"first line", "second line"};
  return each;
}

results run_with(std::vector<row> rows) {
  results run{.header = {}, .rows = std::move(rows), .summary = {}};
  for (const row& each : run.rows) run.header.claims[each.claim] = "a";
  return run;
}

std::vector<claim_change> changes(std::vector<row> before, std::vector<row> after) {
  return compare_claims(run_with(std::move(before)), run_with(std::move(after))).changes;
}

claim_change only_change(std::vector<row> before, std::vector<row> after) {
  const auto found = changes(std::move(before), std::move(after));
  REQUIRE(found.size() == 1);
  return found.front();
}

change_kind kind_of(std::vector<row> before, std::vector<row> after) {
  return only_change(std::move(before), std::move(after)).kind;
}

}  // namespace

TEST_CASE("what became of a verdict") {
  using enum change_kind;
  CHECK_FALSE(change_of(verdict::fail, verdict::fail));
  for (const verdict each : all_verdicts) {
    if (each == verdict::pass) continue;
    CHECK(change_of(verdict::pass, each) == lost);
    CHECK(change_of(each, verdict::pass) == gained);
  }
  CHECK(change_of(verdict::fail, verdict::unsupported) == unsupported);
  CHECK(change_of(verdict::not_run, verdict::unsupported) == unsupported);
  CHECK(change_of(verdict::race, verdict::timeout) == undecided);
  CHECK(change_of(verdict::unsupported, verdict::not_run) == undecided);
  CHECK(change_of(verdict::unsupported, verdict::deadlock) == supported);
  CHECK(change_of(verdict::invalid, verdict::exit) == decided);
  CHECK(change_of(verdict::fail, verdict::crash) == differs);
  CHECK(change_of(verdict::not_run, verdict::timeout) == differs);
}

TEST_CASE("a lost claim has its verdicts, and row and first line of what did not pass") {
  const auto found =
      only_change({judged(build_kind::plain, verdict::pass)}, {judged(build_kind::plain, verdict::race)});
  CHECK(found == claim_change{.claim = "a.b",
                              .profile = "a",
                              .kind = change_kind::lost,
                              .before = verdict::pass,
                              .after = verdict::race,
                              .test = "a.b.run (plain)",
                              .detail = "first line"});
}

TEST_CASE("claims are compared build by build") {
  const row good = judged(build_kind::plain, verdict::pass),
            other = judged(build_kind::compile_time, verdict::unsupported);
  CHECK(changes({good, other}, {good, other}).empty());
  // The compile-time rows, which are worse or as bad, hide nothing.
  const auto lost = only_change({good, other}, {judged(build_kind::plain, verdict::timeout), other});
  CHECK(lost.kind == change_kind::lost);
  CHECK(lost.after == verdict::timeout);
  CHECK(kind_of({judged(build_kind::plain, verdict::fail), other}, {good, other}) == change_kind::gained);
  CHECK(kind_of({good, judged(build_kind::instrumented, verdict::fail)},
                {judged(build_kind::plain, verdict::fail), judged(build_kind::instrumented, verdict::pass)}) ==
        change_kind::lost);
  const row absent = judged(build_kind::instrumented, verdict::not_run);
  CHECK(kind_of({judged(build_kind::plain, verdict::fail), absent},
                {judged(build_kind::plain, verdict::fail), judged(build_kind::instrumented, verdict::race)}) ==
        change_kind::decided);
}

TEST_CASE("of several builds that changed alike the worst is shown") {
  const auto found =
      only_change({judged(build_kind::plain, verdict::pass), judged(build_kind::instrumented, verdict::pass)},
                  {judged(build_kind::plain, verdict::fail), judged(build_kind::instrumented, verdict::crash)});
  CHECK(found.after == verdict::crash);
  CHECK(found.test == "a.b.run (instrumented)");
}

TEST_CASE("a claim that fails in a build that it did not have is lost") {
  const row good = judged(build_kind::plain, verdict::pass);
  CHECK(kind_of({good}, {good, judged(build_kind::instrumented, verdict::race)}) == change_kind::lost);
  CHECK(changes({good}, {good, judged(build_kind::instrumented, verdict::pass)}).empty());
  CHECK(kind_of({good}, {judged(build_kind::compile_time, verdict::fail)}) == change_kind::lost);
}

TEST_CASE("another sentence makes a claim stale, and its verdicts are not compared") {
  row edited = judged(build_kind::plain, verdict::fail);
  edited.text_sha256 = "2";
  const auto found = only_change({judged(build_kind::plain, verdict::pass)}, {edited});
  CHECK(found.kind == change_kind::stale);
  CHECK(found.before == verdict::pass);
  CHECK(found.after == verdict::fail);
}

TEST_CASE("claims that one run judged are listed with its verdict") {
  const row both = judged(build_kind::plain, verdict::pass);
  const auto gone = only_change({both, judged(build_kind::plain, verdict::fail, "a.c")}, {both});
  CHECK(gone.kind == change_kind::gone);
  CHECK(gone.before == verdict::fail);
  CHECK_FALSE(gone.after);
  const auto added = only_change({both}, {both, judged(build_kind::plain, verdict::pass, "a.c")});
  CHECK(added.kind == change_kind::added);
  CHECK_FALSE(added.before);
  CHECK(added.test.empty());
}

TEST_CASE("rows that count for no level are no part of the comparison") {
  const row good = judged(build_kind::plain, verdict::pass);
  row demonstration = judged(build_kind::instrumented, verdict::pass, "a.c"), missed = demonstration;
  demonstration.is_demonstration = missed.is_demonstration = true;
  missed.verdict = verdict::invalid;
  CHECK(changes({good, demonstration}, {good, missed}).empty());
  row optional = judged(build_kind::instrumented, verdict::unsupported);
  optional.is_optional = true;
  CHECK(changes({good, judged(build_kind::instrumented, verdict::pass)}, {good, optional}).empty());
  CHECK(kind_of({good}, {[&] {
                  row each = optional;
                  each.build = build_kind::plain;
                  return each;
                }()}) == change_kind::gone);
}

TEST_CASE("what is lost comes first, the worst verdict before the others") {
  const auto found =
      changes({judged(build_kind::plain, verdict::fail, "a.a"), judged(build_kind::plain, verdict::pass, "a.b"),
               judged(build_kind::plain, verdict::pass, "a.c")},
              {judged(build_kind::plain, verdict::pass, "a.a"), judged(build_kind::plain, verdict::unsupported, "a.b"),
               judged(build_kind::plain, verdict::crash, "a.c")});
  REQUIRE(found.size() == 3);
  CHECK(found[0].claim == "a.c");
  CHECK(found[1].claim == "a.b");
  CHECK(found[2].kind == change_kind::gained);
}
