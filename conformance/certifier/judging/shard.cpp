// SPDX-License-Identifier: MIT
#include "shard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "digest.hpp"
#include "error.hpp"
#include "json_lines.hpp"
#include "run_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The time of each row of the plan.
std::vector<std::int64_t> expected_times(const std::vector<planned_row>& plan, const row_times& times) {
  std::vector<std::int64_t> known;
  for (const auto& [row, milliseconds] : times) known.push_back(milliseconds);
  std::ranges::sort(known);
  const std::int64_t otherwise = known.empty() ? 1 : known[known.size() / 2];
  std::vector<std::int64_t> expected;
  for (const planned_row& each : plan) {
    const auto found = times.find({each.unjudged.case_name, each.unjudged.build});
    // Each row costs something, even one that took less than a millisecond.
    expected.push_back(std::max<std::int64_t>(1, found == times.end() ? otherwise : found->second));
  }
  return expected;
}

/// The shard of each row, from 0: the longest rows first, each for the shard that has the least to do.
std::vector<unsigned> partition(unsigned shards, const std::vector<planned_row>& plan, const row_times& times) {
  const std::vector<std::int64_t> expected = expected_times(plan, times);
  std::vector<std::size_t> order(plan.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(-expected[i], i); });
  std::vector<std::int64_t> load(shards);
  std::vector<unsigned> shard_of(plan.size());
  for (const std::size_t i : order) {
    const auto least = std::ranges::min_element(load);
    *least += expected[i];
    shard_of[i] = static_cast<unsigned>(least - load.begin());
  }
  return shard_of;
}

}  // namespace

shard shard_named(const std::string& text) {
  constexpr unsigned most = 1000;
  shard named;
  const char* const end = text.data() + text.size();
  const auto part = std::from_chars(text.data(), end, named.part);
  const bool has_slash = part.ec == std::errc() && part.ptr != end && *part.ptr == '/';
  const auto of = has_slash ? std::from_chars(part.ptr + 1, end, named.of) : part;
  if (!has_slash || of.ec != std::errc() || of.ptr != end || named.part < 1 || named.part > named.of || named.of > most)
    throw user_error(fmt::format(
        "--shard {}: not a part of a run: give K/N with K from 1 to N and N up to {}, such as 2/3", text, most));
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

std::vector<planned_row> rows_of(const shard& wanted, const std::vector<planned_row>& plan, const row_times& times) {
  const std::vector<unsigned> shard_of = partition(wanted.of, plan, times);
  std::vector<planned_row> rows;
  for (std::size_t i = 0; i < plan.size(); ++i)
    if (shard_of[i] == wanted.part - 1) rows.push_back(plan[i]);
  return rows;
}

std::string partition_sha256(unsigned shards, const std::vector<planned_row>& plan, const row_times& times) {
  const std::vector<unsigned> shard_of = partition(shards, plan, times);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < plan.size(); ++i)
    lines.push_back(fmt::format("{} {} {} {}\n", shard_of[i] + 1, plan[i].unjudged.claim, plan[i].unjudged.case_name,
                                name(plan[i].unjudged.build)));
  std::ranges::sort(lines);
  return sha256(fmt::format("{}", fmt::join(lines, "")));
}

std::string text_of_shard(const results& run, const shard& which, const std::string& partition) {
  framed_lines lines{.header = to_json(run.header), .rows = {}, .footer = {}, .problems = {}};
  lines.header["fearless"] = "shard/1";
  lines.header["shard"] = {{"part", which.part}, {"of", which.of}, {"partition_sha256", partition}};
  lines.header["rows"] = run.rows.size();
  lines.header["manifest_sha256"] = manifest_sha256(run.rows);
  for (const row& each : run.rows) lines.rows.push_back(to_json(each));
  lines.footer = {{"complete", true}, {"counts", nlohmann::json::object()}};
  for (const auto& [seen, count] : count_verdicts(run.rows)) lines.footer["counts"][std::string(name(seen))] = count;
  return text_of(lines);
}

}  // namespace fearless::certifier
