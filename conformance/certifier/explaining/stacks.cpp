// SPDX-License-Identifier: MIT
#include "stacks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <ranges>
#include <set>

#include "files.hpp"
#include "source_places.hpp"

namespace fearless::certifier {

namespace {

struct thread_stack {
  std::string thread;
  std::vector<code_address> frames;
};

template <class Number>
bool is_number(std::string_view text, Number& value) {
  const char* const end = text.data() + text.size();
  return !text.empty() && std::from_chars(text.data(), end, value) == std::from_chars_result{end, std::errc()};
}

/// The stack of one thread; without frames if the line is malformed.
thread_stack stack_of(const std::string& line) {
  thread_stack found;
  std::vector<std::string> parts;
  for (const auto part : std::views::split(line, '\t')) parts.emplace_back(part.begin(), part.end());
  std::uint64_t number = 0;
  if (parts.size() % 2 == 0 || !is_number(parts.front(), number)) return found;
  found.thread = parts.front();
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2)
    if (is_number(parts[i + 1], number)) found.frames.push_back({.file = parts[i], .offset = number});
  return found;
}

}  // namespace

std::vector<std::string> lines_of_stacks(std::string_view stacks, const std::filesystem::path& root) {
  constexpr std::size_t most_threads = 100, most_callers = 3;
  std::vector<thread_stack> threads;
  std::set<code_address> addresses;
  for (const std::string& line : lines_of(stacks)) {
    if (threads.size() == most_threads) break;
    threads.push_back(stack_of(line));
    addresses.insert(threads.back().frames.begin(), threads.back().frames.end());
  }
  const source_places places = find_places(addresses, root);
  std::vector<std::string> lines;
  for (const thread_stack& each : threads) {
    std::vector<source_place> known;
    for (const code_address& frame : each.frames)
      if (const source_place at = place_in({frame}, places); at.is_known() && (known.empty() || at != known.back()))
        known.push_back(at);
    if (known.empty()) continue;
    std::string line = fmt::format("  thread {} is at {}", each.thread, known.front().in_short());
    if (!known.front().code.empty()) line += ": " + known.front().code;
    std::vector<std::string> callers;
    for (std::size_t i = 1; i < known.size() && i <= most_callers; ++i) callers.push_back(known[i].in_short());
    if (!callers.empty()) line += fmt::format("; called at {}", fmt::join(callers, ", "));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace fearless::certifier
