// SPDX-License-Identifier: MIT
#include "interleaving.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "files.hpp"

namespace fearless::certifier {

namespace {

/// The number of lines seen of each sequence. If threads print equal lines, several states fit the same output.
using progress = std::vector<std::size_t>;

constexpr const char* end_of_output = "the end of the output";

struct sequence {
  std::vector<std::string> lines;
  bool cut_off;
};

std::set<progress> after(const std::string& line, const std::set<progress>& before,
                         const std::vector<sequence>& sequences) {
  std::set<progress> reached;
  for (const progress& seen : before)
    for (std::size_t i = 0; i < sequences.size(); ++i)
      if (seen[i] < sequences[i].lines.size() && sequences[i].lines[seen[i]] == line) {
        progress next = seen;
        ++next[i];
        reached.insert(std::move(next));
      }
  return reached;
}

bool may_end(const progress& seen, const std::vector<sequence>& sequences) {
  for (std::size_t i = 0; i < sequences.size(); ++i)
    if (!sequences[i].cut_off && seen[i] < sequences[i].lines.size()) return false;
  return true;
}

std::string what_may_follow(const std::set<progress>& reached, const std::vector<sequence>& sequences) {
  std::set<std::string> lines;
  bool end = false;
  for (const progress& seen : reached) {
    end = end || may_end(seen, sequences);
    for (std::size_t i = 0; i < sequences.size(); ++i)
      if (seen[i] < sequences[i].lines.size()) lines.insert(fmt::format("\"{}\"", sequences[i].lines[seen[i]]));
  }
  if (end) lines.insert(end_of_output);
  return fmt::format("{}", fmt::join(lines, " or "));
}

}  // namespace

std::optional<difference> compare_output(const std::string& output, const std::vector<expected_output>& expected) {
  std::vector<sequence> sequences;
  for (const expected_output& block : expected) sequences.push_back({lines_of(block.text), block.cut_off});

  std::set<progress> reached{progress(sequences.size(), 0)};
  int number = 0;
  for (const std::string& line : lines_of(output)) {
    ++number;
    std::set<progress> next = after(line, reached, sequences);
    if (next.empty()) return difference{number, what_may_follow(reached, sequences), fmt::format("\"{}\"", line)};
    reached = std::move(next);
  }
  if (std::ranges::any_of(reached, [&](const progress& seen) { return may_end(seen, sequences); })) return std::nullopt;
  return difference{number + 1, what_may_follow(reached, sequences), end_of_output};
}

}  // namespace fearless::certifier
