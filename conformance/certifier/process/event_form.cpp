// SPDX-License-Identifier: MIT
#include "event_form.hpp"

#include <fmt/format.h>

#include "error.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

/// The form of each kind of event.
const json& forms() {
  static const json all = json::parse(R"({
    "host": {"runtime_threads?": ["count"], "*": "any"},
    "loaded": {"name": "line", "release": "line", "tables?": ["line"], "runtime_threads?": ["count"], "*": "any"},
    "mapped": {"files": ["text"], "*": "any"},
    "refused": {"why": "text", "*": "any"},
    "calls": {"function": "line", "*": "any"},
    "broken": {"function": "line", "violation": "text", "*": "any"},
    "failed": {"file?": "text", "line?": "count", "expression?": "text", "seen?": "text", "message?": "text",
      "*": "any"},
    "end": {"passed": "boolean", "assertions": ["count"], "*": "any"},
    "unsupported": {"table": "line", "optional?": "boolean", "*": "any"},
    "danger": {"thread": "count", "*": "any"},
    "changed": {"file": "text", "*": "any"},
    "executed": {"*": "any"},
    "report": {"kind": "line", "*": "any"},
    "explored": {"strategy": "line", "executions": "count", "outcomes": {"*": "count"}, "detached?": "count",
      "seed?": "seed", "scheduling_points?": "count", "older_values?": "count", "milliseconds?": "count", "complete?": "boolean",
      "replayed?": "boolean", "forbidden?": {"outcome": "text", "seed": "seed", "execution": "count"}, "*": "any"},
    "unmet": {"outcomes": ["text"], "*": "any"},
    "declared": {"outcomes": ["text"], "*": "any"},
    "intercepted": {"atomics": "count", "calls": "count", "*": "any"},
    "measured": {"name": "line", "value": "figure", "unit": "line", "*": "any"}})");
  return all;
}

}  // namespace

std::optional<json> read_event(std::string_view line, std::string_view secret, std::size_t number) try {
  const auto beginning = fmt::format("{} {} ", secret, number);
  if (!line.starts_with(beginning)) return std::nullopt;
  json event = parse_strictly(line.substr(beginning.size()), "");
  require_form(event, json{{"event", "line"}, {"*", "any"}}, "");
  if (const auto form = forms().find(event["event"].get_ref<const std::string&>()); form != forms().end())
    require_form(event, *form, "");
  return event;
} catch (const user_error&) {
  return std::nullopt;
}

}  // namespace fearless::certifier
