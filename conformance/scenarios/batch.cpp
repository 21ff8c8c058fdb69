// SPDX-License-Identifier: MIT
#include "scenarios/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace scenarios {

namespace {

std::optional<std::uint64_t> number_in(std::string_view digits) {
  std::uint64_t read = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), read);
  if (error != std::errc() || rest != digits.data() + digits.size()) return std::nullopt;
  return read;
}

batch_entry entry_in(std::string_view line) {
  const auto colon = line.find(':'), times = line.find(" x ");
  if (colon != std::string_view::npos && times != std::string_view::npos && colon < times) {
    const auto seed = number_in(line.substr(colon + 1, times - colon - 1));
    const auto executions = number_in(line.substr(times + 3));
    if (seed && executions)
      return {.strategy = std::string(line.substr(0, colon)), .seed = *seed, .executions = *executions, .what = {}};
  }
  throw std::invalid_argument(fmt::format("`run {}`: expected STRATEGY:SEED x EXECUTIONS", line));
}

}  // namespace

std::string text_of(const std::vector<batch_entry>& batch) {
  std::string text;
  for (const batch_entry& each : batch)
    text += fmt::format("run {}:{} x {}\n{}", each.strategy, each.seed, each.executions, text_of(each.what));
  return text;
}

std::vector<batch_entry> parse_batch(std::string_view text) {
  constexpr std::string_view begins = "run ";
  std::vector<batch_entry> batch;
  while (!text.empty()) {
    if (!text.starts_with(begins)) throw std::invalid_argument("expected a line that begins with `run`");
    const auto line_ends = std::min(text.find('\n'), text.size());
    batch.push_back(entry_in(text.substr(begins.size(), line_ends - begins.size())));
    const auto next = std::min(text.find("\nrun ", line_ends), text.size());
    batch.back().what = parse(text.substr(line_ends, next - line_ends));
    text.remove_prefix(std::min(next + 1, text.size()));
  }
  return batch;
}

}  // namespace scenarios
