// SPDX-License-Identifier: MIT
#include "interleaving.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <random>

namespace fearless::certifier {

namespace {

using lines = std::vector<std::string>;

std::string text_of(const lines& all) {
  std::string text;
  for (const std::string& line : all) text += line + "\n";
  return text;
}

/// Calls `visit` with every output that the blocks allow, by brute force.
void for_each_output(const std::vector<expected_output>& blocks, const std::vector<lines>& sequences,
                     const std::function<void(const lines&)>& visit) {
  std::vector<std::size_t> seen(sequences.size(), 0);
  lines output;
  const std::function<void()> go_on = [&] {
    bool complete = true;
    for (std::size_t i = 0; i < sequences.size(); ++i)
      complete = complete && (blocks[i].cut_off || seen[i] == sequences[i].size());
    if (complete) visit(output);
    for (std::size_t i = 0; i < sequences.size(); ++i) {
      if (seen[i] == sequences[i].size()) continue;
      output.push_back(sequences[i][seen[i]++]);
      go_on();
      output.pop_back();
      --seen[i];
    }
  };
  go_on();
}

lines random_lines(std::mt19937& random, std::size_t most) {
  lines all(random() % (most + 1));
  for (std::string& line : all) line = random() % 2 == 0 ? "a" : "b";
  return all;
}

}  // namespace

TEST_CASE("an output is allowed exactly if some interleaving produces it") {
  std::mt19937 random(1);
  for (int round = 0; round < 2'000; ++round) {
    std::vector<lines> sequences(1 + random() % 3);
    std::vector<expected_output> blocks;
    for (lines& each : sequences) {
      each = random_lines(random, 3);
      blocks.push_back({.thread = "t", .cut_off = random() % 3 == 0, .text = text_of(each)});
    }
    const lines output = random_lines(random, 7);

    bool allowed = false;
    std::size_t common = 0;
    for_each_output(blocks, sequences, [&](const lines& possible) {
      allowed = allowed || possible == output;
      const auto differing = std::ranges::mismatch(possible, output);
      common = std::max(common, static_cast<std::size_t>(differing.in2 - output.begin()));
    });
    const auto differs = compare_output(text_of(output), blocks);
    INFO(text_of(output));
    REQUIRE(differs.has_value() == !allowed);
    if (differs) REQUIRE(static_cast<std::size_t>(differs->line) == common + 1);
  }
}

TEST_CASE("a single block is compared exactly") {
  const std::vector<expected_output> block{{.thread = std::nullopt, .cut_off = false, .text = "one\ntwo"}};
  CHECK_FALSE(compare_output("one\ntwo\n", block));
  CHECK_FALSE(compare_output("one\ntwo", block));

  const auto other = compare_output("one\nTwo\n", block);
  REQUIRE(other);
  CHECK(other->line == 2);
  CHECK(other->expected == "\"two\"");
  CHECK(other->seen == "\"Two\"");

  CHECK(compare_output("one\n", block)->seen == "the end of the output");
  CHECK(compare_output("one\ntwo\nthree\n", block)->expected == "the end of the output");
}

TEST_CASE("the expected lines of all threads are listed") {
  const std::vector<expected_output> blocks{{.thread = "main", .cut_off = false, .text = "a\nb"},
                                            {.thread = "other", .cut_off = true, .text = "a\nc"}};
  CHECK_FALSE(compare_output("a\na\nc\nb\n", blocks));
  CHECK_FALSE(compare_output("a\nb\n", blocks));
  const auto differs = compare_output("a\nx\n", blocks);
  REQUIRE(differs);
  CHECK(differs->line == 2);
  CHECK(differs->expected == "\"a\" or \"b\" or \"c\"");
}

TEST_CASE("long outputs with equal lines are compared quickly") {
  const lines many(500, "hi");
  const std::vector<expected_output> blocks{{.thread = "one", .cut_off = false, .text = text_of(many)},
                                            {.thread = "two", .cut_off = true, .text = text_of(many)}};
  CHECK_FALSE(compare_output(text_of(lines(750, "hi")), blocks));
  CHECK(compare_output(text_of(lines(250, "hi")), blocks));
}

}  // namespace fearless::certifier
