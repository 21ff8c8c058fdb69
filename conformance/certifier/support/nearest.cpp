// SPDX-License-Identifier: MIT
#include "nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <span>

namespace fearless::certifier {

namespace {

/// The number of letters to insert, remove or replace to turn one word into the other.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string suggest(std::string_view unknown, const std::vector<std::string>& known) {
  if (known.empty()) return "none is known";
  const auto nearest =
      std::ranges::min_element(known, {}, [&](const std::string& name) { return distance(unknown, name); });
  if (distance(unknown, *nearest) <= std::max<std::size_t>(2, unknown.size() / 3))
    return fmt::format("did you mean `{}`?", *nearest);
  constexpr std::size_t shown = 8;
  const std::span few(known.data(), std::min(known.size(), shown));
  return fmt::format("known are {}{}", fmt::join(few, ", "), known.size() > shown ? ", …" : "");
}

}  // namespace fearless::certifier
