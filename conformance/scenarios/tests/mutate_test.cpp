// SPDX-License-Identifier: MIT
#include "scenarios/mutate.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "scenarios/generator.hpp"

namespace scenarios {

namespace {

/// The texts of many mutants.
std::set<std::string> mutants_of(const scenario& from, const scenario& other) {
  std::set<std::string> texts;
  for (std::uint64_t seed = 1; seed <= 10'000; ++seed) texts.insert(text_of(mutate(from, other, seed)));
  return texts;
}

constexpr const char* const sends = "setup\n  channel s1 r1\nmain\n  clone s1 s2\n  send s1 v9\n  recv r1\n";
constexpr const char* const counts = "setup\n  rc c1 v1\nmain\n  count c1\n";

}  // namespace

TEST_CASE("mutants of mutants can be read back, and mutated again") {
  std::vector<scenario> kept;
  for (std::uint64_t seed = 1; kept.size() < 20; ++seed)
    if (auto drawn = generate(seed); can_be_mutated(drawn)) kept.push_back(std::move(drawn));
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    auto& from = kept[seed % kept.size()];
    auto mutant = mutate(from, kept[seed * 7 % kept.size()], seed);
    const auto text = text_of(mutant);
    REQUIRE(text_of(parse(text)) == text);
    REQUIRE(can_be_mutated(mutant));
    from = std::move(mutant);
  }
}

TEST_CASE("the same seed gives the same mutant, and another seed mostly another one") {
  const auto from = generate(3), other = generate(4);
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CHECK(text_of(mutate(from, other, seed)) == text_of(mutate(from, other, seed)));
    seen.insert(text_of(mutate(from, other, seed)));
  }
  CHECK(seen.size() > 80);
}

TEST_CASE("each way to mutate gives mutants that differ in nothing else") {
  const auto mutants = mutants_of(parse(sends), parse(counts));
  const auto has = [&](const std::string& main) { return mutants.contains("setup\n  channel s1 r1\nmain\n" + main); };
  CHECK(has("  clone s1 s2\n  recv r1\n"));                                             // a step is removed
  CHECK(has("  clone s1 s2\n  recv r1\n  send s1 v9\n"));                               // exchanged with another one
  CHECK(has("  clone s1 s2\n  send s1 v9\n  recv r1\n  send s1 v9\n"));                 // repeated
  CHECK(has("  clone s1 s2\n  send s1 v9\n  recv r1 x 16\n"));                          // has another count
  CHECK(has("  clone s1 s2\n  send s2 v9\n  recv r1\n"));                               // another object
  CHECK(has("  clone s1 s2\n  send s1 v9:null\n  recv r1\n"));                          // another value
  CHECK(has("  clone s1 s2\n  send s1 v9(r1)\n  recv r1\n"));                           // which carries an object
  CHECK(has("  clone s1 s2\n  count c1\n  send s1 v9\n  recv r1\n"));                   // one of the other scenario
  CHECK(has("  clone s1 s2\n  send s1 v9\n  drop r1\n  recv r1\n"));                    // a drawn one
  CHECK(has("  clone s1 s2\n  send s1 v9\n  spawn t7 with r1 {\n    recv r1\n  }\n"));  // given to a thread
}

TEST_CASE("the setup is mutated too") {
  CHECK(mutants_of(parse(sends), parse(sends))
            .contains("setup\n  channel s1 r1\n  channel s1 r1\nmain\n  clone s1 s2\n  send s1 v9\n  recv r1\n"));
}

TEST_CASE("the counts of mutants stay in bounds") {
  scenario all = parse("main\n  meet m x 65\n  many m x 513\n  send s1 v9 x 4097\n");
  for (std::uint64_t seed = 1; seed <= 2000; ++seed)
    for (const step& each : mutate(all, all, seed).main) {
      if (each.does == action::meet) REQUIRE(each.times <= 65);
      if (each.does == action::many) REQUIRE(each.times <= 513);
      REQUIRE(each.times <= 4097);
    }
}

TEST_CASE("no thread is spawned in the setup of a mutant") {
  const auto from = parse("setup\n  channel s1 r1\nmain\n  spawn t1 with s1 {\n    send s1 v9\n  }\n");
  for (std::uint64_t seed = 1; seed <= 5000; ++seed)
    for (const step& each : mutate(from, from, seed).setup) REQUIRE(each.does != action::spawn);
}

TEST_CASE("no thread makes a mutex that another one could use before") {
  const auto from = parse("setup\n  mutex m1 v1\nmain\n  spawn t1 {\n    lock m1\n  }\n");
  for (std::uint64_t seed = 1; seed <= 5000; ++seed)
    for (const step& each : mutate(from, from, seed).main) REQUIRE(each.does != action::mutex);
  CHECK_FALSE(can_be_mutated(parse("main\n  spawn t1 {\n    mutex m1 v1\n  }\n")));
}

TEST_CASE("no two lists of a mutant make an object of the same name") {
  CHECK(can_be_mutated(parse("main\n  clone s1 s2\n  drop s2\n  clone s1 s2\n  spawn t1 {\n    clone s1 s3\n  }\n")));
  CHECK_FALSE(can_be_mutated(parse("main\n  clone s1 s2\n  spawn t1 {\n    clone s1 s2\n  }\n")));
  CHECK_FALSE(can_be_mutated(
      parse("setup\n  send s1 v1 dropped {\n    channel s2 r2\n  }\nmain\n  spawn t1 {\n    clone s1 s2\n  }\n")));
  CHECK_FALSE(can_be_mutated(parse("main\n  arc a1 v1\n  spawn t1 {\n    arc a1 v2\n  }\n")));
}

TEST_CASE("what takes long is not mutated") {
  CHECK(can_be_mutated(parse("main\n  send s1 v9 x 4097\n")));
  CHECK_FALSE(can_be_mutated(parse("main\n  send s1 v9 x 65536\n")));
  CHECK_FALSE(can_be_mutated(parse("main\n  each r1 x 200 {\n    send s1 v9 x 200\n  }\n")));
  CHECK_FALSE(can_be_mutated(parse("main\n  sleep 1000000\n")));
}

}  // namespace scenarios
