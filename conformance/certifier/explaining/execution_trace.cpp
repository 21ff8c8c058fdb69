// SPDX-License-Identifier: MIT
#include "execution_trace.hpp"

#include <nlohmann/json.hpp>

#include "error.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

const json& form() {
  static const json of_line = json::parse(R"({
    "thread?": "count", "call?": "line", "returned?": "line", "kind?": "line", "object?": "line", "gives?": "line",
    "does?": "line", "on?": "line", "order?": "line", "read?": "line", "wrote?": "line", "newest?": "line",
    "waits?": "line", "goes_on?": "line", "departs?": "line", "to?": "count", "starts?": "yes", "ends?": "yes",
    "deadlock?": "yes", "value?": "line", "remark?": "line", "at?": "any"})");
  return of_line;
}

std::optional<std::string> optional_text(const json& line, const char* key) {
  const auto found = line.find(key);
  return found == line.end() ? std::nullopt : std::optional(found->get<std::string>());
}

traced_event event_of(const json& line) {
  using kind = traced_event::kind;
  const auto text = [&](const char* key) { return line.value(key, ""); };
  if (line.contains("call"))
    return {.is = kind::call,
            .text = text("call"),
            .object_kind = text("kind"),
            .object = text("object"),
            .value = text("value")};
  if (line.contains("returned"))
    return {.is = kind::returned,
            .text = text("returned"),
            .object_kind = text("kind"),
            .object = text("gives"),
            .value = text("value")};
  if (line.contains("remark")) return {.is = kind::remark, .text = text("remark")};
  if (line.contains("does"))
    return {.is = kind::operation,
            .text = text("does"),
            .object = text("on"),
            .order = text("order"),
            .read = optional_text(line, "read"),
            .wrote = optional_text(line, "wrote"),
            .newest = optional_text(line, "newest")};
  if (line.contains("waits")) return {.is = kind::waits, .object = text("waits")};
  if (line.contains("goes_on")) return {.is = kind::goes_on, .text = text("goes_on")};
  if (line.contains("departs"))
    return {.is = kind::departs, .text = text("departs"), .to = line.value("to", std::uint64_t{0})};
  if (line.contains("starts")) return {.is = kind::starts};
  if (line.contains("ends")) return {.is = kind::ends};
  if (line.contains("deadlock")) return {.is = kind::deadlock};
  throw user_error("no event");
}

void add_event(std::vector<traced_event>& events, std::string_view text) try {
  const json line = parse_strictly(text, "");
  require_form(line, form(), "");
  traced_event event = event_of(line);
  event.place = line.value("thread", std::uint64_t{0});
  for (const json& frame : line.value("at", json::array()))
    event.frames.push_back({.file = frame.at(0), .offset = frame.at(1)});
  events.push_back(std::move(event));
} catch (const std::exception&) {  // the process may have been stopped while it wrote
}

}  // namespace

std::vector<traced_event> read_trace(std::string_view text) {
  constexpr std::size_t most = 20'000;
  std::vector<traced_event> events;
  while (!text.empty() && events.size() < most) {
    const auto end = std::min(text.find('\n'), text.size());
    add_event(events, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return events;
}

}  // namespace fearless::certifier
