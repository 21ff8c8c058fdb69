// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "plan.hpp"
#include "results.hpp"

namespace fearless::certifier {

/// One of several parts of the rows of a run, each for one machine.
struct shard {
  unsigned part = 1;  ///< from 1 to `of`
  unsigned of = 1;
};

/// The shard that a text such as `2/3` names. Errors: `user_error`.
shard shard_named(const std::string& text);

/// How long each row took in an earlier run, by case and build. Units: milliseconds.
using row_times = std::map<std::pair<std::string, build_kind>, std::int64_t>;

/// The times in a results.jsonl; none if the file does not exist. Errors: `user_error` if it is damaged.
row_times times_in(const std::filesystem::path& results_file);

/// The rows of a shard, by their places in the plan, in its order. Each row of the plan is in exactly one shard, and
/// the rows of scenarios of a build are in one. The shards take about the same time, as far as `times` tells; a row
/// without a time counts as the median of the others. Equal plans and times give equal shards.
std::vector<std::size_t> places_of(const shard&, const std::vector<planned_row>& plan, const row_times& times);

/// What the shards of one run have in common: a digest of the rows of each of them.
std::string partition_sha256(unsigned shards, const std::vector<planned_row>& plan, const row_times& times);

}  // namespace fearless::certifier
