// SPDX-License-Identifier: MIT
#include "shard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "error.hpp"
#include "run_part.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Rows that only one shard can judge. The scenarios of a build are executed once, for all rows that rest on them.
struct indivisible {
  std::vector<std::size_t> rows;  ///< places in the plan
  std::int64_t milliseconds = 0;
};

/// The time of a row that has none: the median of the others.
std::int64_t usual_time(const row_times& times) {
  std::vector<std::int64_t> known;
  for (const auto& [row, milliseconds] : times) known.push_back(milliseconds);
  std::ranges::sort(known);
  return known.empty() ? 1 : known[known.size() / 2];
}

std::vector<indivisible> divided(const std::vector<planned_row>& plan, const row_times& times) {
  const std::int64_t otherwise = usual_time(times);
  std::vector<indivisible> all;
  std::map<build_kind, std::size_t> scenarios;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const row& each = plan[i].unjudged;
    const auto found = times.find({each.case_name, each.build});
    // Each row costs something, even one that took less than a millisecond.
    const std::int64_t time = std::max<std::int64_t>(1, found == times.end() ? otherwise : found->second);
    const bool joins = each.method == method::scenarios && !scenarios.try_emplace(each.build, all.size()).second;
    indivisible& of = joins ? all[scenarios.at(each.build)] : all.emplace_back();
    of.rows.push_back(i);
    of.milliseconds = std::max(of.milliseconds, time);
  }
  return all;
}

/// The shard of each row, from 0: what takes longest first, each for the shard that has the least to do.
std::vector<unsigned> partition(unsigned shards, const std::vector<planned_row>& plan, const row_times& times) {
  std::vector<indivisible> parts = divided(plan, times);
  std::ranges::sort(parts, {},
                    [](const indivisible& each) { return std::pair(-each.milliseconds, each.rows.front()); });
  std::vector<std::int64_t> load(shards);
  std::vector<unsigned> shard_of(plan.size());
  for (const indivisible& each : parts) {
    const auto least = std::ranges::min_element(load);
    *least += each.milliseconds;
    for (const std::size_t i : each.rows) shard_of[i] = static_cast<unsigned>(least - load.begin());
  }
  return shard_of;
}

}  // namespace

shard shard_named(const std::string& text) {
  shard named;
  const char* const end = text.data() + text.size();
  const auto part = std::from_chars(text.data(), end, named.part);
  const bool has_slash = part.ec == std::errc() && part.ptr != end && *part.ptr == '/';
  const auto of = has_slash ? std::from_chars(part.ptr + 1, end, named.of) : part;
  if (!has_slash || of.ec != std::errc() || of.ptr != end || named.part < 1 || named.part > named.of ||
      named.of > most_parts)
    throw user_error(fmt::format(
        "--shard {}: not a part of a run: give K/N with K from 1 to N and N up to {}, such as 2/3", text, most_parts));
  return named;
}

row_times times_in(const fs::path& results_file) {
  row_times times;
  std::error_code absent;
  if (!fs::exists(results_file, absent)) return times;
  const results read = read_results(results_file);
  if (!read.problems.empty())
    throw user_error(fmt::format("{}; delete the file, or give another with --times", read.problems.front()));
  for (const row& each : read.rows) times[{each.case_name, each.build}] = each.milliseconds;
  return times;
}

std::vector<std::size_t> places_of(const shard& wanted, const std::vector<planned_row>& plan, const row_times& times) {
  const std::vector<unsigned> shard_of = partition(wanted.of, plan, times);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < plan.size(); ++i)
    if (shard_of[i] == wanted.part - 1) places.push_back(i);
  return places;
}

std::string partition_sha256(unsigned shards, const std::vector<planned_row>& plan, const row_times& times) {
  const std::vector<unsigned> shard_of = partition(shards, plan, times);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < plan.size(); ++i) lines.push_back(line_of_partition(shard_of[i] + 1, plan[i].unjudged));
  return sha256_of_partition(std::move(lines));
}

}  // namespace fearless::certifier
