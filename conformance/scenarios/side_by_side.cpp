// SPDX-License-Identifier: MIT
#include "scenarios/side_by_side.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace scenarios {

namespace {

constexpr std::size_t gap = 2, narrowest = 16;
constexpr std::string_view mark = "> ", no_mark = "  ";

struct row {
  std::size_t column = 0;
  std::string text;
  std::uint64_t times = 1;
  bool is_marked = false;
};

/// A table with a column for each thread.
struct table {
  std::vector<std::string> titles;
  std::vector<row> rows;
};

std::string indented(int depth, std::string_view text) {
  return fmt::format("{:{}}{}", "", depth * 2, text);
}

/// The text in lines of at most this width, of which all but the first are indented further.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  const std::size_t indent = std::min(text.find_first_not_of(' '), width / 2) + 2;
  std::vector<std::string> lines;
  for (std::string rest(text); !rest.empty();) {
    if (rest.size() <= width) {
      lines.push_back(std::exchange(rest, {}));
      break;
    }
    auto end = rest.rfind(' ', width);
    if (end == std::string::npos || end <= indent) end = width;
    lines.push_back(rest.substr(0, end));
    rest.erase(0, rest.find_first_not_of(' ', end));
    rest.insert(0, indent, ' ');
  }
  return lines;
}

/// How wide each column is in so much space: none where they do not fit. The widest ones are made narrower.
std::vector<std::size_t> widths_of(const table& all, std::size_t space) {
  std::vector<std::size_t> widths;
  for (const auto& title : all.titles) widths.push_back(title.size());
  for (const row& each : all.rows) widths[each.column] = std::max(widths[each.column], each.text.size());
  while (std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1)) > space) {
    auto& widest = *std::ranges::max_element(widths);
    if (widest <= narrowest) return {};
    --widest;
  }
  return widths;
}

std::string without_spaces_at_its_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::vector<std::string> lines_of(table all, std::size_t width) {
  for (row& each : all.rows)
    if (each.times > 1) each.text += fmt::format(" x {}", each.times);
  const auto widths = widths_of(all, width - mark.size());
  std::vector<std::string> lines;
  if (widths.empty()) return lines;
  const auto left_of = [&](std::size_t column) {
    return std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(column), column * gap);
  };
  if (all.titles.size() > 1) {
    std::string heading(no_mark);
    for (std::size_t column = 0; column < widths.size(); ++column)
      heading += fmt::format("{:{}}", all.titles[column], widths[column] + gap);
    lines.push_back(without_spaces_at_its_end(std::move(heading)));
  }
  for (const row& each : all.rows) {
    bool is_first = true;
    for (const auto& part : wrapped(each.text, widths[each.column]))
      lines.push_back(fmt::format("{}{:{}}{}", std::exchange(is_first, false) && each.is_marked ? mark : no_mark, "",
                                  left_of(each.column), part));
  }
  return lines;
}

std::string value_of(const observed_execution& seen, std::uint32_t made) {
  if (made == no_value) return "nothing";
  return made < seen.values.size() ? fmt::format("v{}", seen.values[made].number) : "an unknown value";
}

/// What a step returned, where it says something.
std::string outcome_of(const observed_execution& seen, const record& is) {
  const bool joins = is.does == action::join || is.does == action::join_unwrap;
  switch (is.gave) {
    case result::pending:
      return "";
    case result::received:
      return value_of(seen, is.value);
    case result::failed:
      return "failed";
    case result::empty:
      return "empty";
    case result::disconnected:
      return "disconnected";
    case result::poisoned:
      return "poisoned";
    case result::would_block:
      return "would block";
    case result::locked:
      return is.does == action::try_lock ? "locked" : "";
    case result::panicked:
      return joins && is.value < seen.values.size() ? "panicked with " + value_of(seen, is.value) : "panicked";
    case result::returned:
      return joins && is.value != no_value ? value_of(seen, is.value) : "";
    case result::none:
      return is.does == action::upgrade ? "none" : "";
    case result::wrong:
      return "wrong";
    case result::done:
      break;
  }
  if (is.does == action::count) return fmt::format("{}", is.count);
  return is.does == action::read ? value_of(seen, is.value) : "";
}

bool repeats_as_a_whole(action does) {
  return does == action::send || does == action::recv || does == action::try_recv || does == action::lock ||
         does == action::try_lock || does == action::count || does == action::read || does == action::each;
}

std::string name_of(const record& is) {
  if (is.does == action::environment) return "drop of the closure";
  return is.on.is_some() ? fmt::format("{} {}", name(is.does), text_of(is.on)) : std::string(name(is.does));
}

std::string text_of(const observed_execution& seen, const observed_step& one) {
  std::string text;
  if (one.written == nullptr) {
    text = name_of(one.is);
  } else {
    step written = *one.written;
    written.does = one.is.does;
    if (repeats_as_a_whole(written.does)) written.times = 0;
    text = line_of(written);
  }
  const auto outcome = outcome_of(seen, one.is);
  return outcome.empty() ? text : fmt::format("{} -> {}", text, outcome);
}

bool has_body(const record& is) {
  return is.does == action::with_lock || is.does == action::with_unwrap;
}

/// The rows of an execution, made in the order of its moments.
class rows_of_execution {
 public:
  explicit rows_of_execution(const observed_execution& seen) : seen_(seen) {}

  table take() {
    find_moments();
    find_depths();
    for (std::size_t number = 0; number < moments_.size(); ++number) add(number);
    std::vector<std::size_t> columns(seen_.threads.size());
    for (std::size_t thread = 0; thread < columns.size(); ++thread) {
      columns[thread] = all_.titles.size();
      const auto is_of_it = [=](const row& each) { return each.column == thread; };
      if (std::ranges::any_of(all_.rows, is_of_it)) all_.titles.push_back(seen_.threads[thread]);
    }
    for (row& each : all_.rows) each.column = columns[each.column];
    return std::move(all_);
  }

 private:
  struct moment {
    stamp at;
    std::size_t step;
    bool is_end_of_body;
  };

  [[nodiscard]] const record& step_at(std::size_t number) const { return seen_.steps[number].is; }

  /// What is shown: nothing that came after the step that broke a claim.
  void find_moments() {
    stamp last = UINT64_MAX;
    if (seen_.broken && step_at(*seen_.broken).returned != 0) last = step_at(*seen_.broken).returned;
    for (std::size_t number = 0; number < seen_.steps.size(); ++number) {
      const record& is = step_at(number);
      if (is.called > last || !is_shown(number)) continue;
      moments_.push_back({is.called, number, false});
      if (has_body(is) && is.ended != 0 && is.ended < last) moments_.push_back({is.ended, number, true});
    }
    std::ranges::sort(moments_, {}, &moment::at);
  }

  [[nodiscard]] bool is_shown(std::size_t number) const {
    const record& is = step_at(number);
    if (is.does == action::use || is.does == action::body) return false;
    if (is.does != action::environment || seen_.broken == number) return true;
    return std::ranges::any_of(seen_.steps, [&](const observed_step& each) {
      return each.written != nullptr && each.is.thread == is.thread && each.is.called > is.called &&
             (is.returned == 0 || each.is.called < is.returned);
    });
  }

  /// How deep each step lies inside of others of its thread.
  void find_depths() {
    depths_.resize(seen_.steps.size());
    std::vector<std::vector<std::size_t>> open(seen_.threads.size());  // by thread: the steps that it is in
    for (std::size_t number = 0; number < seen_.steps.size(); ++number) {
      const record& is = step_at(number);
      auto& around = open.at(is.thread);
      while (!around.empty() && step_at(around.back()).returned != 0 && step_at(around.back()).returned < is.called)
        around.pop_back();
      depths_[number] = depth_of(is, static_cast<int>(around.size()));
      if (is_shown(number)) around.push_back(number);
    }
  }

  static int depth_of(const record& is, int around) {
    // What runs in an iteration, or drops a value, is not always inside of a step.
    constexpr int inside = in_lock | in_drop | in_iteration;
    const bool is_at_an_end = is.does == action::environment || (around == 0 && (is.context & in_drop) != 0);
    return std::max(around, is_at_an_end ? 0 : std::popcount(unsigned(is.context & inside)));
  }

  void add(std::size_t number) {
    const moment& now = moments_[number];
    const observed_step& step = seen_.steps[now.step];
    const bool is_followed_by_its_end =
        number + 1 < moments_.size() && moments_[number + 1].step == now.step && moments_[number + 1].is_end_of_body;
    if (now.is_end_of_body) {
      if (number > 0 && moments_[number - 1].step == now.step) return;  // `{}`
      all_.rows.push_back({.column = step.is.thread, .text = indented(depths_[now.step], "}")});
      return;
    }
    std::string text = text_of(seen_, step);
    if (has_body(step.is) && step.is.began != 0) text += is_followed_by_its_end ? " {}" : " {";
    row added{
        .column = step.is.thread, .text = indented(depths_[now.step], text), .is_marked = seen_.broken == now.step};
    row* const last = all_.rows.empty() ? nullptr : &all_.rows.back();
    const bool is_again = last != nullptr && last->column == added.column && last->text == added.text &&
                          !last->is_marked && !added.is_marked && repeats_as_a_whole(step.is.does);
    if (is_again)
      ++last->times;
    else
      all_.rows.push_back(std::move(added));
  }

  const observed_execution& seen_;
  std::vector<moment> moments_;
  std::vector<int> depths_;
  table all_;
};

/// The rows of a scenario, a thread after the other.
class rows_of_text {
 public:
  table take(const scenario& all) {
    all_.titles.emplace_back("main");
    add(all.setup, 0, 0);
    add(all.main, 0, 0);
    return std::move(all_);
  }

 private:
  void add(const std::vector<step>& list, std::size_t column, int depth) {
    for (const step& each : list) {
      const bool spawns = each.does == action::spawn || each.does == action::refuse;
      const bool opens = !spawns && !each.body.empty();
      put(column, depth, line_of(each) + (opens ? " {" : ""));
      if (each.gives) add_block("dropped {", each.gives->dropped, column, depth + 1);
      if (opens) {
        add(each.body, column, depth + 1);
        put(column, depth, "}");
      }
      if (!spawns) continue;
      all_.titles.push_back(fmt::format("t{}", each.on.number));
      const std::size_t own = all_.titles.size() - 1;
      add(each.body, own, 0);
      add_block("drop of the closure {", each.dropped, own, 0);
    }
  }

  void add_block(std::string_view title, const std::vector<step>& list, std::size_t column, int depth) {
    if (list.empty()) return;
    put(column, depth, title);
    add(list, column, depth + 1);
    put(column, depth, "}");
  }

  void put(std::size_t column, int depth, std::string_view text) {
    all_.rows.push_back({.column = column, .text = indented(depth, text)});
  }

  table all_;
};

}  // namespace

std::vector<std::string> side_by_side(const observed_execution& seen, std::size_t width) {
  return lines_of(rows_of_execution(seen).take(), width);
}

std::vector<std::string> side_by_side(const scenario& all, std::size_t width) {
  return lines_of(rows_of_text().take(all), width);
}

}  // namespace scenarios
