// SPDX-License-Identifier: MIT
#include "exploration.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>

#include "results.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

/// Takes what came of a strategy, and sees to it that it has what others rely on.
void add_explored(exploration& search, json event) {
  event.erase("event");
  const std::string strategy = event.at("strategy");
  event.at("executions").get<std::uint64_t>();
  event.at("outcomes").get<std::map<std::string, std::uint64_t>>();
  event.value("detached", std::uint64_t{0});
  event.value("complete", false);
  if (const auto found = event.find("forbidden"); found != event.end()) {
    search.outcome = found->at("outcome");
    search.forbidden = {.strategy = strategy, .seed = found->at("seed"), .number = found->at("execution")};
  }
  search.explored.push_back(std::move(event));
}

}  // namespace

exploration exploration_of(const std::vector<json>& events) {
  exploration search;
  for (const json& event : events) try {
      const json& kind = event.at("event");
      if (kind == "explored") add_explored(search, event);
      if (kind == "unmet") search.unmet = event.at("outcomes");
      if (kind == "intercepted") search.intercepted = {{"atomics", event.at("atomics")}, {"calls", event.at("calls")}};
    } catch (const json::exception&) {
      search.garbled = true;
    }
  return search;
}

search_total search_of(const std::vector<row>& rows) {
  search_total total;
  for (const row& each : rows) {
    // One that went wrong ends there: what the others would have shown has nothing to do with it.
    if (each.explored.is_null() || each.verdict != verdict::pass) continue;
    std::uint64_t executions = 0;
    for (const json& strategy : each.explored) {
      executions += strategy.at("executions").get<std::uint64_t>();
      total.detached += strategy.value("detached", std::uint64_t{0});
      const auto& name = strategy.at("strategy").get_ref<const std::string&>();
      if (std::ranges::find(total.strategies, name) == total.strategies.end()) total.strategies.push_back(name);
    }
    total.fewest = total.rows == 0 ? executions : std::min(total.fewest, executions);
    total.executions += executions;
    ++total.rows;
  }
  return total;
}

std::vector<std::string> lines_of_search(const json& explored) {
  std::vector<std::string> lines;
  for (const json& strategy : explored) {
    std::string line = fmt::format("{}: {} executions", strategy.at("strategy").get<std::string>(),
                                   grouped(strategy.at("executions").get<std::uint64_t>()));
    if (strategy.contains("scheduling_points"))
      line += fmt::format(", {} points each", strategy["scheduling_points"].dump());
    if (const auto escaped = strategy.value("detached", std::uint64_t{0}); escaped > 0)
      line += fmt::format(", {} escaped", grouped(escaped));
    if (strategy.value("complete", false)) line += ", all of them";
    std::vector<std::string> outcomes;
    for (const auto& [outcome, times] : strategy.at("outcomes").items())
      outcomes.push_back(fmt::format("{} {}", outcome, times.dump()));
    lines.push_back(fmt::format("{}: {}", line, fmt::join(outcomes, "; ")));
  }
  return lines;
}

double bound_after(std::uint64_t executions) {
  // A failure with this chance stays away all n times in (1 - 3/n)^n of all cases, which is 5 %.
  return executions < 3 ? 1 : 3 / static_cast<double>(executions);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace fearless::certifier
