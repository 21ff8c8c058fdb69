// SPDX-License-Identifier: MIT
#include "exploration.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>

#include "run_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

void add_explored(exploration& search, const json& event) {
  explored_strategy found = explored_from(event);
  if (found.forbidden) {
    search.outcome = found.forbidden->outcome;
    search.forbidden = {
        .strategy = found.strategy, .seed = found.forbidden->seed, .number = found.forbidden->execution};
  }
  if (!search.explored) search.explored.emplace();
  search.explored->push_back(std::move(found));
}

}  // namespace

bool is_possible(const explored_strategy& of) {
  std::uint64_t outcomes = 0;
  for (const auto& [outcome, times] : of.outcomes) outcomes += times;
  const bool has_failed =
      !of.forbidden || (of.outcomes.contains(of.forbidden->outcome) && of.forbidden->execution <= of.executions);
  return outcomes == of.executions && of.detached <= of.executions && has_failed;
}

exploration exploration_of(const std::vector<json>& events, std::chrono::milliseconds elapsed) {
  exploration search;
  for (const json& event : events) try {
      const json& kind = event.at("event");
      if (kind == "explored") add_explored(search, event);
      if (kind == "unmet") search.unmet = event.at("outcomes");
      if (kind == "intercepted") search.intercepted = {.atomics = event.at("atomics"), .calls = event.at("calls")};
    } catch (const std::exception&) {
      search.garbled = true;
    }
  // None takes less than a microsecond.
  const auto most = 1000 * static_cast<std::uint64_t>(elapsed.count() + 1);
  std::uint64_t executions = 0;
  for (const explored_strategy& each : search.explored.value_or(std::vector<explored_strategy>())) {
    search.garbled = search.garbled || !is_possible(each);
    executions += each.executions;
  }
  search.garbled = search.garbled || executions > most;
  return search;
}

std::map<std::string, measurement> measurements_of(const std::vector<json>& events) {
  std::map<std::string, measurement> measured;
  for (const json& event : events) try {
      if (event.at("event") == "measured")
        measured[event.at("name").get<std::string>()] = {.value = event.at("value"), .unit = event.at("unit")};
    } catch (const json::exception&) {  // a case's verdict does not depend on it
    }
  return measured;
}

search_total search_of(const std::vector<row>& rows) {
  search_total total;
  for (const row& each : rows) {
    // A failed case stopped early, so its executions do not bound a failure rate.
    if (!each.explored || each.verdict != verdict::pass) continue;
    std::uint64_t executions = 0;
    for (const explored_strategy& strategy : *each.explored) {
      executions += strategy.executions;
      total.detached += strategy.detached;
      if (std::ranges::find(total.strategies, strategy.strategy) == total.strategies.end())
        total.strategies.push_back(strategy.strategy);
    }
    total.fewest = total.rows == 0 ? executions : std::min(total.fewest, executions);
    total.executions += executions;
    ++total.rows;
  }
  return total;
}

std::vector<std::string> lines_of_search(const std::vector<explored_strategy>& explored) {
  std::vector<std::string> lines;
  for (const explored_strategy& strategy : explored) {
    std::string line = fmt::format("{}: {} executions", strategy.strategy, grouped(strategy.executions));
    if (strategy.scheduling_points) line += fmt::format(", {} scheduling points each", *strategy.scheduling_points);
    if (strategy.older_values) line += fmt::format(", {} older values read", grouped(*strategy.older_values));
    if (strategy.detached > 0) line += fmt::format(", {} detached", grouped(strategy.detached));
    if (strategy.complete.value_or(false)) line += ", all of them";
    std::vector<std::string> outcomes;
    for (const auto& [outcome, times] : strategy.outcomes) outcomes.push_back(fmt::format("{} {}", outcome, times));
    lines.push_back(fmt::format("{}: {}", line, fmt::join(outcomes, "; ")));
  }
  return lines;
}

double bound_after(std::uint64_t executions) {
  // With a failure rate of 3/n, n executions in a row pass with probability (1 - 3/n)^n, which is 5 %.
  return executions < 3 ? 1 : 3 / static_cast<double>(executions);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace fearless::certifier
