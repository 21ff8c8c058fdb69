// SPDX-License-Identifier: MIT
#include "search_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "error.hpp"
#include "nearest.hpp"
#include "printable.hpp"

namespace fearless::certifier {

namespace {

/// The strategy of `STRATEGY:SEED`.
std::string strategy_of(const std::string& replay) {
  static const std::regex token("(.+):[0-9]{1,19}");
  constexpr std::size_t longest = 100;
  std::smatch parts;
  if (replay.size() > longest || !std::regex_match(replay, parts, token))
    throw user_error(fmt::format("`{}` names no execution: --replay needs a strategy and a seed, such as pct-3:17",
                                 printable(replay, longest)));
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
  constexpr std::size_t longest = 200;
  if (line.size() > longest || !std::regex_match(line, parts, mark)) return std::nullopt;
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
  if (is_exhaustive) return std::chrono::minutes(2);
  // Some executions sleep, as the strategy noise and some variants do: 20 ms for each are ample.
  return std::chrono::seconds(executions.value_or(0) / 50);
}

std::optional<std::string> strategy_in(const search_options& asked) {
  return asked.replay ? strategy_of(*asked.replay) : asked.strategy;
}

search_options resolved(search_options asked, const std::vector<strategy_info>& known) {
  const auto wanted = strategy_in(asked);
  if (!wanted) return asked;
  const auto found = std::ranges::find(known, *wanted, &strategy_info::name);
  if (found == known.end()) {
    std::vector<std::string> names;
    for (const strategy_info& each : known) names.push_back(each.name);
    throw user_error(fmt::format("unknown strategy {}: {}", *wanted, suggest(*wanted, names)));
  }
  asked.is_exhaustive = !asked.replay && found->is_exhaustive;
  return asked;
}

void require_sensible(const search_options& asked, const std::vector<std::string>& cases) {
  if (!strategy_in(asked)) return;
  if (asked.replay && (asked.strategy || asked.executions || asked.seed))
    throw user_error("--replay selects one execution: leave out --strategy, --executions and --seed");
  const char* option = asked.replay ? "--replay" : "--strategy";
  if (cases.empty()) throw user_error(fmt::format("{} needs --case: name a stress case", option));
  for (const auto& each : cases)
    if (!each.ends_with(".stress"))
      throw user_error(fmt::format("{} is of no use to {}: only stress cases explore schedules", option, each));
}

}  // namespace fearless::certifier
