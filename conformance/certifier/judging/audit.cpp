// SPDX-License-Identifier: MIT
#include "audit.hpp"

#include <algorithm>
#include <iterator>
#include <random>

namespace fearless::certifier {

namespace {

bool can_be_confirmed(const row& each) {
  const bool has_result =
      each.verdict == verdict::pass || each.verdict == verdict::unsupported || is_failure(each.verdict);
  return has_result && each.method && !each.is_demonstration;
}

}  // namespace

std::vector<row> drawn_rows(const std::vector<row>& all, std::size_t count, std::uint64_t seed) {
  std::vector<row> candidates, drawn;
  std::ranges::copy_if(all, std::back_inserter(candidates), can_be_confirmed);
  std::ranges::sample(candidates, std::back_inserter(drawn), static_cast<std::ptrdiff_t>(count), std::mt19937_64(seed));
  return drawn;
}

std::vector<planned_row> planned_for(const std::vector<row>& drawn, const std::vector<planned_row>& plan) {
  std::vector<planned_row> found;
  std::ranges::copy_if(plan, std::back_inserter(found), [&](const planned_row& each) {
    return std::ranges::any_of(drawn, [&](const row& of) {
      return of.case_name == each.unjudged.case_name && of.build == each.unjudged.build;
    });
  });
  return found;
}

agreement compared(verdict stated, verdict seen) {
  const auto has_result = [](verdict of) {
    return of == verdict::pass || of == verdict::unsupported || is_failure(of);
  };
  if (!has_result(seen) || (is_failure(stated) && seen == verdict::pass)) return agreement::open;
  if (stated == seen || (is_failure(stated) && is_failure(seen))) return agreement::confirmed;
  return agreement::refuted;
}

}  // namespace fearless::certifier
