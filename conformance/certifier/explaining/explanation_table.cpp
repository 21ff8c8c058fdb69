// SPDX-License-Identifier: MIT
#include "explanation_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "columns.hpp"
#include "printable.hpp"

namespace fearless::certifier {

namespace {

using step_kind = explained_step::kind;

constexpr std::size_t most_lanes = 3;

/// The text in so many columns: filled with spaces, or cut off.
std::string fitted(const std::string& text, std::size_t columns) {
  const std::size_t own = columns_of(text);
  if (own <= columns) return text + std::string(columns - own, ' ');
  return std::string(first_columns(text, columns - 1)) + "…";
}

std::string without_trailing_space(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

bool has(const explained_step& step, step_mark mark) {
  return std::ranges::find(step.marks, mark) != step.marks.end();
}

char sign_of(const explained_step& step) {
  if (has(step, step_mark::older_value)) return '!';
  if (step.marks.empty()) return ' ';
  return step.marks.size() == 1 && has(step, step_mark::switched) ? '>' : '*';
}

/// Whether the orders of atomic operations may matter: loads read older values, or there is a data race.
bool shows_orders(const explanation& of) {
  return of.models_memory ||
         std::ranges::any_of(of.end, [](const std::string& each) { return each.starts_with("data race"); });
}

/// The text with a short word for the order of the operation, or without it.
std::string with_short_order(const std::string& text, bool is_shown) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> orders{{{" (relaxed)", " rlx"},
                                                                                 {" (consume)", " con"},
                                                                                 {" (acquire)", " acq"},
                                                                                 {" (release)", " rel"},
                                                                                 {" (acq_rel)", " acq_rel"},
                                                                                 {" (seq_cst)", " sc"}}};
  for (const auto& [word, in_short] : orders)
    if (text.ends_with(word)) return text.substr(0, text.size() - word.size()) + std::string(is_shown ? in_short : "");
  return text;
}

/// The calls of the port that each step is a part of, by the index of the step that shows the call; itself for a call.
std::vector<std::optional<std::size_t>> calls_around(const std::vector<explained_step>& steps) {
  std::map<std::size_t, std::vector<std::size_t>> open;  // of each thread
  std::vector<std::optional<std::size_t>> around;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto& calls = open[steps[i].thread];
    if (steps[i].is == step_kind::call) calls.push_back(i);
    around.push_back(calls.empty() ? std::nullopt : std::optional(calls.back()));
    const bool has_returned =
        steps[i].is == step_kind::result || (steps[i].is == step_kind::call && steps[i].text.contains("): "));
    if (has_returned && !calls.empty()) calls.pop_back();
  }
  return around;
}

/// How much a step is needed: 0 is the most.
std::vector<int> importance_of(const explanation& of) {
  constexpr int marked = 0, beside = 1, in_same_call = 2, of_port = 3, other = 4, outside = 5;
  const auto& steps = of.steps;
  const auto around = calls_around(steps);
  // Where a line says what a thread does at the end, what came last is how it came there.
  const bool ends_somewhere =
      std::ranges::any_of(of.end, [](const std::string& each) { return each.starts_with("thread"); });
  const std::size_t last_ones = ends_somewhere ? 4 : 0;
  std::vector<int> needed;
  for (const auto& call : around) needed.push_back(call ? other : outside);
  const auto at_least = [&](std::size_t index, int how) { needed[index] = std::min(needed[index], how); };
  // The call in which something important happens, and what it returns.
  const auto with_call = [&](std::size_t index) {
    if (!around[index]) return;
    at_least(*around[index], beside);
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (around[i] == around[index]) at_least(i, steps[i].is == step_kind::result ? beside : in_same_call);
  };
  // What is read too late, and what was stored there, belong together.
  std::set<std::string> of_older_values;
  for (const explained_step& each : steps)
    if (has(each, step_mark::older_value) && !each.object.empty()) of_older_values.insert(each.object);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (of_older_values.contains(steps[i].object)) at_least(i, beside);
    const bool is_remark = steps[i].is == step_kind::operation && steps[i].object.empty() && steps[i].file.empty();
    if (steps[i].is == step_kind::call || steps[i].is == step_kind::result || is_remark) at_least(i, of_port);
    if (around[i] && i + last_ones >= steps.size()) at_least(i, beside);
    if (steps[i].marks.empty()) continue;
    at_least(i, marked);
    with_call(i);
    if (i > 0) {
      at_least(i - 1, beside);
      with_call(i - 1);
    }
    if (i + 1 < steps.size()) at_least(i + 1, beside);
    // What the thread calls until another one goes on.
    for (std::size_t next = i; next < steps.size() && steps[next].thread == steps[i].thread; ++next)
      if (steps[next].is == step_kind::call || steps[next].is == step_kind::result) at_least(next, beside);
  }
  return needed;
}

/// How many lines the steps that are kept take, with one for each gap and each note.
std::size_t lines_for(const std::vector<explained_step>& steps, const std::vector<bool>& keeps) {
  std::size_t lines = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (keeps[i]) lines += steps[i].note.empty() ? 1 : 2;
    if (!keeps[i] && (i == 0 || keeps[i - 1])) ++lines;
  }
  return lines;
}

/// Which steps are kept so that they fit: the least needed go first, and of these the earliest.
std::vector<bool> kept(const explanation& of, std::size_t most_lines) {
  const auto& steps = of.steps;
  const auto needed = importance_of(of);
  std::vector<std::size_t> order(steps.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t index) { return std::tuple(-needed[index], index); });
  std::vector<bool> keeps(steps.size(), true);
  for (const std::size_t next : order) {
    if (lines_for(steps, keeps) <= most_lines) break;
    keeps[next] = false;
  }
  return keeps;
}

/// The file and line of a step, in so many columns; empty if they are not known.
std::string place_of(const explained_step& step, std::size_t columns) {
  if (step.file.empty()) return {};
  const std::string file = printable(std::filesystem::path(step.file).filename().string());
  const std::string line = fmt::format(":{}", step.line);
  const std::size_t left = columns > line.size() ? columns - line.size() : 1;
  return (columns_of(file) <= left ? file : fitted(file, left)) + line;
}

/// Lays steps out in one lane a thread, with the places beside them; or in one lane where there are too many threads.
class layout {
 public:
  layout(const explanation& of, std::size_t columns) : of_(of), columns_(columns) {
    is_side_by_side_ = of.threads.size() <= most_lanes;
    const std::size_t lanes = is_side_by_side_ ? std::max<std::size_t>(of.threads.size(), 1) : 1;
    constexpr std::size_t wide = 30, narrow = 25, between = 3;
    const std::size_t most = lanes < most_lanes ? wide : narrow;
    for (const explained_step& each : of.steps) places_ = std::max(places_, columns_of(place_of(each, most)));
    lane_ = (columns - places_ - between * lanes) / lanes;
  }

  [[nodiscard]] std::string head() const {
    if (!is_side_by_side_) return fmt::format("  {} threads; thread 1 is the case", of_.threads.size());
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < of_.threads.size(); ++i) {
      const std::string number = fmt::format("  thread {}", i + 1), whole = number + ": " + printable(of_.threads[i]);
      cells.push_back(columns_of(whole) <= lane_ ? whole : number);
    }
    return row(cells, "");
  }

  [[nodiscard]] std::string line_of(const explained_step& step) const {
    const std::string indent = step.is == step_kind::call || step.is == step_kind::result ? "" : "  ";
    const std::string thread = is_side_by_side_ ? "" : fmt::format("thread {}: ", step.thread);
    const std::string text = fmt::format("{} {}{}{}", sign_of(step), thread, indent,
                                         printable(with_short_order(step.text, shows_orders(of_))));
    std::vector<std::string> cells(is_side_by_side_ ? of_.threads.size() : 1);
    cells[is_side_by_side_ && step.thread <= cells.size() ? step.thread - 1 : 0] = text;
    return row(cells, place_of(step, places_));
  }

  [[nodiscard]] std::string note_of(const explained_step& step) const {
    constexpr std::size_t indent = 6;
    return without_trailing_space(fitted(std::string(indent, ' ') + printable(step.note), columns_));
  }

  /// A line for steps that are left out, from `begin` on, before `end`.
  [[nodiscard]] std::string gap(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> counts(is_side_by_side_ ? std::max<std::size_t>(of_.threads.size(), 1) : 1);
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t thread = of_.steps[i].thread;
      ++counts[is_side_by_side_ && thread >= 1 && thread <= counts.size() ? thread - 1 : 0];
    }
    std::vector<std::string> cells;
    for (const std::size_t each : counts)
      cells.push_back(each == 0 ? "" : fmt::format("  … {} step{}", each, each == 1 ? "" : "s"));
    return row(cells, "");
  }

 private:
  [[nodiscard]] std::string row(const std::vector<std::string>& cells, const std::string& place) const {
    std::string line;
    for (const std::string& each : cells) line += fitted(each, lane_) + " | ";
    return without_trailing_space(line + place);
  }

  const explanation& of_;
  std::size_t columns_, lane_ = 0, places_ = 0;
  bool is_side_by_side_;
};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string choices_of(const explanation& of) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& each : of.departures) {
    const auto parsed = nlohmann::json::parse(each, nullptr, false);
    if (parsed.is_array() && !parsed.empty() && parsed[0].is_string()) ++counts[parsed[0].get<std::string>()];
  }
  std::vector<std::string> words;
  const auto add = [&](const char* key, std::string_view one, std::string_view many) {
    if (const auto found = counts.find(key); found != counts.end()) words.push_back(counted(found->second, one, many));
  };
  add("switches", "switch", "switches");
  add("reads", "older value", "older values");
  add("times_out", "time-out", "time-outs");
  add("wakes", "wake-up for no reason", "wake-ups for no reason");
  add("is_woken", "other waiter woken", "other waiters woken");
  add("is_late", "wake-up too late", "wake-ups too late");
  add("goes_on", "yield without effect", "yields without effect");
  add("fails", "exchange that fails for no reason", "exchanges that fail for no reason");
  return words.empty() ? "no choice" : fmt::format("{}", fmt::join(words, ", "));
}

std::vector<std::string> table_of(const explanation& of, table_size size) {
  const layout lanes(of, size.columns);
  std::vector<std::string> lines{fitted(
      fmt::format("shortest failure found{}: {}", of.is_complete ? "" : " in the time", choices_of(of)), size.columns)};
  lines.front() = without_trailing_space(lines.front());
  lines.push_back(lanes.head());
  std::vector<std::string> last;
  for (const std::string& each : of.end)
    last.push_back(without_trailing_space(fitted("  " + printable(each), size.columns)));
  if (!of.expected.empty())
    last.push_back(without_trailing_space(
        fitted(printable(fmt::format("  expected: {}", fmt::join(of.expected, " or "))), size.columns)));
  constexpr std::size_t fewest = 6;
  const std::size_t used = lines.size() + last.size();
  const auto keeps = kept(of, size.lines > used + fewest ? size.lines - used : fewest);
  std::size_t left_out_from = 0;
  for (std::size_t i = 0; i < of.steps.size(); ++i) {
    if (!keeps[i] && (i == 0 || keeps[i - 1])) left_out_from = i;
    if (!keeps[i] && (i + 1 == of.steps.size() || keeps[i + 1])) lines.push_back(lanes.gap(left_out_from, i + 1));
    if (!keeps[i]) continue;
    lines.push_back(lanes.line_of(of.steps[i]));
    if (!of.steps[i].note.empty()) lines.push_back(lanes.note_of(of.steps[i]));
  }
  lines.insert(lines.end(), last.begin(), last.end());
  return lines;
}

}  // namespace fearless::certifier
