// SPDX-License-Identifier: MIT
#include "search_options.hpp"

#include <fmt/format.h>

#include <regex>

#include "error.hpp"
#include "nearest.hpp"

namespace fearless::certifier {

namespace {

constexpr std::string_view exhaustive = "exhaustive-2";

const std::vector<std::string> strategies{"random", "pct-2", "pct-3", "noise", "none", std::string(exhaustive)};

void require_known(const std::string& strategy) {
  if (std::ranges::find(strategies, strategy) == strategies.end())
    throw user_error(fmt::format("unknown strategy {}: {}", strategy, suggest(strategy, strategies)));
}

/// The strategy of `STRATEGY:SEED`.
std::string strategy_of(const std::string& replay) {
  static const std::regex token("(.+):[0-9]{1,19}");
  std::smatch parts;
  if (!std::regex_match(replay, parts, token))
    throw user_error(
        fmt::format("`{}` names no execution: --replay needs a strategy and a seed, such as pct-3:17", replay));
  return parts[1];
}

}  // namespace

std::string controlled_execution::token() const {
  return fmt::format("{}:{}", strategy, seed);
}

std::string controlled_execution::words() const {
  return fmt::format("execution {} of {} (seed {})", number, strategy, seed);
}

std::optional<controlled_execution> execution_in(const std::string& line) {
  static const std::regex mark("(\\S+):([0-9]{1,19}) ([0-9]{1,19})\\s*");
  std::smatch parts;
  if (!std::regex_match(line, parts, mark)) return std::nullopt;
  return controlled_execution{.strategy = parts[1], .seed = std::stoull(parts[2]), .number = std::stoull(parts[3])};
}

std::vector<std::string> search_options::arguments() const {
  std::vector<std::string> words;
  const auto add = [&](const char* option, const std::string& value) { words.insert(words.end(), {option, value}); };
  if (strategy) add("--strategy", *strategy);
  if (executions) add("--executions", std::to_string(*executions));
  if (seed) add("--seed", std::to_string(*seed));
  if (replay) add("--replay", *replay);
  return words;
}

std::chrono::seconds search_options::more_time() const {
  // Some executions sleep, as the strategy noise and some variants do: 20 ms for each are ample.
  if (strategy == exhaustive) return std::chrono::minutes(2);
  return std::chrono::seconds(executions.value_or(0) / 50);
}

void require_sensible(const search_options& asked, const std::vector<std::string>& cases) {
  if (!asked.strategy && !asked.replay) return;
  if (asked.replay && (asked.strategy || asked.executions || asked.seed))
    throw user_error("--replay selects one execution: leave out --strategy, --executions and --seed");
  require_known(asked.replay ? strategy_of(*asked.replay) : *asked.strategy);
  const char* option = asked.replay ? "--replay" : "--strategy";
  if (cases.empty()) throw user_error(fmt::format("{} needs --case: name a stress case", option));
  for (const auto& each : cases)
    if (!each.ends_with(".stress"))
      throw user_error(fmt::format("{} is of no use to {}: only stress cases explore schedules", option, each));
}

}  // namespace fearless::certifier
