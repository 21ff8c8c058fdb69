// SPDX-License-Identifier: MIT
#include "scenarios/saving/as_source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "scenarios/saving/case_plan.hpp"

namespace scenarios {

namespace {

std::string_view group_of(kind of) {
  switch (of) {
    case kind::sender:
      return "sender";
    case kind::receiver:
      return "receiver";
    case kind::mutex:
      return "mutex";
    case kind::arc:
      return "arc";
    case kind::weak:
      return "weak";
    case kind::rc:
      return "rc";
    case kind::thread:
    case kind::none:
      break;
  }
  return "thread";
}

/// A value of the case: an element of an array where a step makes several.
struct named_value {
  std::string name;
  std::optional<std::size_t> element{};

  [[nodiscard]] std::string reference() const { return element ? fmt::format("&{}[{}]", name, *element) : "&" + name; }
};

/// A call, with the value in it by itself, so that equal calls with one value after the other become a loop.
struct call {
  std::string before, after{};
  std::optional<named_value> with{};

  [[nodiscard]] std::string text() const { return before + (with ? with->reference() : "") + after; }
  [[nodiscard]] bool is_followed_by(const call& next) const {
    if (before != next.before || after != next.after || with.has_value() != next.with.has_value()) return false;
    if (!with) return true;
    return with->name == next.with->name && with->element && next.with->element &&
           *next.with->element == *with->element + 1;
  }
};

class source {
 public:
  source(const observed_execution& seen, const case_heading& heading)
      : seen_(seen), heading_(heading), plan_(plan_case(seen)) {
    find_values();
    find_objects();
  }

  std::string text() {
    for (const auto& [made, value] : values_)
      if (const auto frame = drop_frame_of(made)) write_function(*frame);
    write_function(0);
    std::string all = head();
    all += declarations();
    for (const auto& each : functions_) all += "\n" + each;
    all += fmt::format("\nint main(void) {{\n  return run_case(one_round, {}, {}, \"{}\");\n}}\n",
                       plan_.order == case_order::one_thread  ? "of_one_thread"
                       : plan_.order == case_order::any_order ? "in_order_and_without"
                                                              : "in_order_only",
                       last_number(), fmt::join(groups(), " "));
    return all;
  }

 private:
  using frame_kind = planned_frame::of;

  [[nodiscard]] const observed_step& observed(const planned_step& step) const { return seen_.steps[step.observed]; }

  // Names.

  void find_values() {
    std::map<int, std::vector<std::uint32_t>> of_number;
    std::set<std::uint32_t> found;
    const auto add = [&](std::uint32_t made) {
      if (made < seen_.values.size() && found.insert(made).second) of_number[seen_.values[made].number].push_back(made);
    };
    for (const planned_step& each : plan_.steps) {
      const action does = observed(each).is.does;
      if (does == action::send || does == action::put || does == action::mutex || does == action::arc ||
          does == action::rc)
        add(observed(each).is.value);
    }
    for (const observed_end& each : seen_.ends) add(each.value);
    for (auto& [number, all] : of_number) {
      std::ranges::sort(all);
      const bool is_array = all.size() > 1 && std::ranges::all_of(all, [&](std::uint32_t made) {
                              return seen_.values[made].is == layout::memory && !drop_frame_of(made);
                            });
      for (std::size_t which = 0; which < all.size(); ++which) {
        named_value& name = values_[all[which]];
        name.name = which == 0 || is_array ? fmt::format("v{}", number) : fmt::format("v{}_{}", number, which + 1);
        if (is_array) name.element = which;
      }
      if (is_array) arrays_[fmt::format("v{}", number)] = all.size();
    }
  }

  /// The frame with the steps in the drop of a value.
  [[nodiscard]] std::optional<std::size_t> drop_frame_of(std::uint32_t made) const {
    for (std::size_t frame = 0; frame < plan_.frames.size(); ++frame) {
      const planned_frame& each = plan_.frames[frame];
      if (each.what == frame_kind::drop && each.value == made && !each.steps.empty()) return frame;
    }
    return std::nullopt;
  }

  void find_objects() {
    for (const planned_step& each : plan_.steps) {
      const observed_step& step = observed(each);
      if (step.is.on.number != 0 && step.is.on.of != kind::thread) objects_.insert(step.is.on);
      if (const auto made = made_by(step)) objects_.insert(*made);
      if (step.is.does == action::drop && each.number != 0) dropped_.insert(step.is.on);
    }
  }

  static std::optional<handle> made_by(const observed_step& step) {
    if (step.written == nullptr || !step.written->makes.is_some()) return std::nullopt;
    return step.written->makes;
  }

  [[nodiscard]] std::string thread_name(std::size_t thread) const {
    return thread == 0 ? "main_thread" : seen_.threads[thread];
  }

  [[nodiscard]] named_value value_named(std::uint32_t made) const {
    const auto found = values_.find(made);
    return found != values_.end() ? found->second : named_value{};
  }

  /// The groups of functions that the case needs.
  [[nodiscard]] std::set<std::string_view> groups() const {
    std::set<std::string_view> all;
    for (const planned_step& each : plan_.steps) {
      const record& is = observed(each).is;
      if (is.does == action::sleep || is.does == action::spawn) all.insert("threads");
      switch (is.on.of) {
        case kind::sender:
        case kind::receiver:
          all.insert("channels");
          break;
        case kind::mutex:
          all.insert("mutexes");
          break;
        case kind::weak:
          all.insert({"arcs", "weak_arcs"});
          break;
        case kind::arc:
          all.insert("arcs");
          break;
        case kind::rc:
          all.insert("rcs");
          break;
        case kind::thread:
        case kind::none:
          break;
      }
    }
    return all;
  }

  [[nodiscard]] int last_number() const {
    int last = 1;
    for (const planned_step& each : plan_.steps) last = std::max({last, each.number, each.ends_at});
    return last;
  }

  // The head of the file.

  /// A text that does not end the comment or its line, although it may quote the library.
  [[nodiscard]] static std::string in_comment(std::string text) {
    for (auto at = text.find_first_of("*\n\r"); at != std::string::npos; at = text.find_first_of("*\n\r", at + 1))
      if (text[at] != '*')
        text[at] = ' ';
      else if (text.substr(at + 1, 1) == "/")
        text.insert(at + 1, " ");
    return text;
  }

  [[nodiscard]] std::string head() const {
    std::string all = "/* SPDX-License-Identifier: MIT */\n/*\n * A case that `fearless search` found.\n *\n";
    if (!heading_.claims.empty()) all += " * Breaks: " + claims() + "\n";
    all += fmt::format(" * Seen:   {}\n *\n", in_comment(heading_.what));
    for (const auto& line : heading_.shown) all += fmt::format(" *   {}\n", in_comment(line));
    const bool is_cpp = heading_.file.ends_with(".cpp");
    const auto program = heading_.file.substr(0, heading_.file.find_last_of('.'));
    all += fmt::format(
        " *\n * Build it with PORT, the folder of fearless_case.h, and LIBRARY, the library with your port{}:\n *\n"
        " *   {}{} {} -I \"$PORT\" {} \"$LIBRARY\" -pthread -o {} && ./{}\n",
        heading_.needs_detector ? ", built with ThreadSanitizer" : "",
        heading_.needs_detector ? (is_cpp ? "clang++-19" : "clang-19") : (is_cpp ? "c++" : "cc"),
        heading_.needs_detector ? " -g -fsanitize=thread" : "", is_cpp ? "-std=c++17" : "-std=c11", heading_.file,
        program, program);
    if (plan_.order == case_order::any_order)
      all +=
          " *\n * What happens can depend on the schedule. So the case is repeated, in turns in the order above and in "
          "no "
          "order; a\n * round that passes does not prove that the fault is gone.\n";
    return all + " */\n#include <fearless_case.h>\n\n";
  }

  [[nodiscard]] std::string claims() const {
    constexpr std::size_t width = 100;
    std::string all, line;
    for (const auto& claim : heading_.claims) {
      if (!line.empty() && line.size() + claim.size() > width) all += std::exchange(line, {}) + ",\n *         ";
      line += (line.empty() ? "" : ", ") + claim;
    }
    return all + line;
  }

  [[nodiscard]] std::string declarations() const {
    std::string all;
    std::map<kind, std::vector<std::string>> of_kinds;
    for (const handle& each : objects_) of_kinds[each.of].push_back(text_of(each));
    for (const auto& [of, names] : of_kinds)
      all += fmt::format("static struct {} {};\n", group_of(of), fmt::join(names, ", "));
    for (std::size_t thread = 1; thread < seen_.threads.size(); ++thread)
      all += fmt::format("THREAD({}, {});\n", seen_.threads[thread], thread);
    for (const auto& [name, count] : arrays_) all += fmt::format("VALUES({}, {});\n", name, count);
    for (const auto& [made, value] : values_)
      if (!value.element) all += declaration_of(made, value.name);
    return all;
  }

  [[nodiscard]] std::string declaration_of(std::uint32_t made, const std::string& name) const {
    const auto then = drop_frame_of(made) ? fmt::format("{}_dropped", name) : std::string("NULL");
    std::string all;
    if (then != "NULL") all += fmt::format("static void {}(void);\n", then);
    switch (seen_.values[made].is) {
      case layout::memory:
      case layout::same:
        return all +
               (then == "NULL" ? fmt::format("VALUE({});\n", name) : fmt::format("VALUE_THEN({}, {});\n", name, then));
      case layout::undropped:
        return all + fmt::format("VALUE_LIKE({}, undropped, NULL, NULL);\n", name);
      case layout::blank:
        return all + fmt::format("VALUE_LIKE({}, blank, NULL, NULL);\n", name);
      case layout::number:
      case layout::null:
        break;
    }
    // The drop of a value without an address is a function of its own.
    return all + fmt::format(
                     "static void drop_{0}(void* data);\nVALUE_LIKE({0}, {1}, drop_{0}, {2});\n"
                     "static void drop_{0}(void* data) {{\n  (void)data;\n  drop_of(&{0});\n}}\n",
                     name, seen_.values[made].is == layout::number ? "as_number" : "without_data", then);
  }

  // Functions.

  /// Writes the function of a frame, behind those that it uses. Returns its name.
  std::string write_function(std::size_t frame) {
    const planned_frame& is = plan_.frames[frame];
    switch (is.what) {
      case frame_kind::main:
        return write("static void", "one_round", body_of(frame) + end_of_round());
      case frame_kind::closure:
        return write("static fearless_outcome", seen_.threads[is.thread] + "_body",
                     body_of(frame) + end_of_closure(is.thread));
      case frame_kind::environment:
        return write("static void", seen_.threads[is.thread] + "_dropped", body_of(frame));
      case frame_kind::drop:
        return write("static void", value_named(is.value).name + "_dropped", body_of(frame));
      case frame_kind::lock: {
        const planned_step& step = plan_.steps[is.step];
        const record& held = observed(step).is;
        std::string body = body_of(frame);
        if (step.end_follows) body += after(*step.end_follows, step.ends_at);
        body += fmt::format("  return {};\n", held.gave == result::panicked ? "FEARLESS_PANICS" : "FEARLESS_RETURNS");
        return write("static fearless_outcome", unique("with_" + text_of(held.on)), body);
      }
      case frame_kind::iteration:
        break;
    }
    return {};
  }

  std::string write(std::string_view returns, const std::string& name, const std::string& body) {
    functions_.push_back(fmt::format("{} {}(void) {{\n{}}}\n", returns, name, body));
    return name;
  }

  std::string unique(const std::string& name) {
    const int times = ++used_names_[name];
    return times == 1 ? name : fmt::format("{}_{}", name, times);
  }

  [[nodiscard]] std::string end_of_closure(std::size_t thread) const {
    const observed_end& end = seen_.ends[thread];
    const auto value = end.value < seen_.values.size() ? value_named(end.value).reference() : "NOTHING";
    std::string all;
    for (const planned_step& each : plan_.steps) {
      const record& is = observed(each).is;
      const bool joins = is.does == action::join || is.does == action::join_unwrap;
      if (joins && is.object == thread && each.number != 0 && plan_.order == case_order::any_order)
        all += fmt::format("  meets(&{}, {});\n", thread_name(is.thread), each.number);
    }
    return all + fmt::format("  return {}({});\n", end.outcome == result::panicked ? "panics" : "returns", value);
  }

  [[nodiscard]] std::string after(std::uint8_t thread, int number) const {
    return fmt::format("  after(&{}, {});\n", thread_name(thread), number - 1);
  }

  /// The statements of a frame.
  std::string body_of(std::size_t frame) {
    std::string all;
    const auto& steps = plan_.frames[frame].steps;
    for (std::size_t at = 0; at < steps.size();) {
      const planned_step& step = plan_.steps[steps[at]];
      if (step.number == 0 || observed(step).is.does == action::panic) {
        ++at;
        continue;
      }
      if (step.follows) all += after(*step.follows, step.number);
      if (observed(step).is.does == action::each) {
        all += iteration(steps, at);
        continue;
      }
      const call first = call_of(step);
      std::size_t count = 1;
      for (call last = first; at + count < steps.size(); ++count) {
        const planned_step& next = plan_.steps[steps[at + count]];
        const bool is_alike = next.number != 0 && !next.follows && !next.lets_others_begin && !step.lets_others_begin &&
                              next.is_sure == step.is_sure && can_repeat(observed(next).is.does);
        if (!is_alike) break;
        const call following = call_of(next);
        if (!last.is_followed_by(following)) break;
        last = following;
      }
      all += statement(step, first, count);
      if (step.ends_at != 0 && plan_.order != case_order::one_thread) all += fmt::format("  done({});\n", step.ends_at);
      at += count;
    }
    return all;
  }

  static bool can_repeat(action does) {
    return does == action::send || does == action::recv || does == action::try_recv || does == action::count ||
           does == action::read;
  }

  [[nodiscard]] std::string statement(const planned_step& step, const call& what, std::size_t count) const {
    const action does = observed(step).is.does;
    const bool is_checked = step.expects.what != expectation::of::success || !step.drops.empty() ||
                            does == action::send || does == action::upgrade;
    const auto* const macro = step.lets_others_begin ? "WAITING" : step.is_sure || !is_checked ? "STEP" : "ORDERED";
    if (count == 1) return fmt::format("  {}({}, {});\n", macro, step.number, what.text());
    std::string text = what.text();
    if (what.with)
      text = fmt::format("{}&{}[{}i]{}", what.before, what.with->name,
                         *what.with->element == 0 ? "" : fmt::format("{} + ", *what.with->element), what.after);
    return fmt::format("  for (int i = 0; i < {}; ++i) {}({}, {});\n", count, macro, step.number, text);
  }

  /// The call of a step, with what it expects.
  call call_of(const planned_step& step) {
    const observed_step& seen = observed(step);
    const record& is = seen.is;
    const std::string on = "&" + text_of(is.on);
    const std::string group(group_of(is.on.of));
    const auto makes = made_by(seen) ? "&" + text_of(*made_by(seen)) : "NULL";
    switch (is.does) {
      case action::channel:
        return {fmt::format("make_channel({}, {})", on, makes)};
      case action::send:
        return {fmt::format("{}({}, ", step.expects.what == expectation::of::failure ? "send_fails" : "send_value", on),
                ")", value_named(is.value)};
      case action::recv:
      case action::try_recv:
        return with_expected(
            fmt::format("{}({}, ", is.does == action::recv && !step.tries ? "receive" : "try_receive", on), step);
      case action::clone:
        return {fmt::format("clone_{}({}, {})", group, on, makes)};
      case action::crowd:
        return {fmt::format("crowd_{}s({}, {})", group, on, is.count)};
      case action::disperse:
        return checked(fmt::format("disperse_{}s({})", group, on), step);
      case action::drop:
        return checked(fmt::format("drop_{}({})", group, on), step);
      case action::mutex:
      case action::arc:
      case action::rc:
        return {fmt::format("make_{}({}, ", group, on), ")", value_named(is.value)};
      case action::lock:
      case action::try_lock: {
        call locks = with_expected(fmt::format("{}({}, ", is.does == action::lock ? "lock" : "try_lock", on), step);
        const bool is_left = step.expects.what == expectation::of::value && is.gave != result::locked;
        if (is_left) locks.after += fmt::format("; unlock({})", on);
        return locks;
      }
      case action::unlock:
        return {fmt::format("unlock({})", on)};
      case action::with_lock:
      case action::with_unwrap:
        return with_expected(fmt::format("{}({}, {}, ", name(is.does), on, body_of_lock(step)), step);
      case action::put:
        return {fmt::format("put({}, ", on), ")", value_named(is.value)};
      case action::read:
        return with_expected(fmt::format("read_{}({}, ", group, on), step);
      case action::count:
        return {fmt::format("count_{}({}, {})", group, on, step.expects.number)};
      case action::cycle:
        return {fmt::format("cycle_{}({}, {})", group, on, is.count)};
      case action::downgrade:
        return {fmt::format("downgrade({}, {})", on, makes)};
      case action::upgrade:
        return {fmt::format("{}({}, {})", step.expects.what == expectation::of::failure ? "upgrade_fails" : "upgrade",
                            on, makes)};
      case action::spawn:
        return {spawn_of(is.object)};
      case action::join:
      case action::join_unwrap:
      case action::detach:
        return {fmt::format("{}(&{})", name(is.does), thread_name(is.object))};
      case action::sleep:
        return {fmt::format("sleep_for({})", is.count)};
      case action::many:
        return {fmt::format("many_{}({})",
                            is.on.of == kind::sender  ? "channels"
                            : is.on.of == kind::mutex ? "mutexes"
                                                      : group + "s",
                            times_of(seen))};
      case action::chain:
        return {fmt::format("chain(of_{}, {})", is.on.of == kind::sender ? "channel" : group, times_of(seen))};
      default:
        return {};
    }
  }

  static std::uint64_t times_of(const observed_step& step) { return step.written != nullptr ? step.written->times : 1; }

  [[nodiscard]] call with_expected(std::string before, const planned_step& step) const {
    switch (step.expects.what) {
      case expectation::of::value:
        return {std::move(before), ")", value_named(step.expects.value)};
      case expectation::of::nothing:
        return {before + "NOTHING)"};
      case expectation::of::end_of_channel:
        return {before + "END)"};
      case expectation::of::poison:
        return {before + "POISONED)"};
      case expectation::of::another_holder:
        return {before + "HELD)"};
      default:
        return {before + "ANY)"};
    }
  }

  /// The call of a drop, with what it drops before and after it.
  [[nodiscard]] call checked(const std::string& what, const planned_step& step) const {
    std::string before, after;
    for (std::size_t at = 0; at < step.drops.size();) {
      const std::uint32_t first = step.drops[at++];
      if (!values_.contains(first) || !has_drop(first)) continue;
      std::size_t count = 1;
      for (; at < step.drops.size() && follows_in_array(step.drops[at - 1], step.drops[at]); ++at) ++count;
      const auto range = value_named(first).reference() + (count > 1 ? fmt::format(", {}", count) : "");
      const auto* const verb = count > 1 ? "are" : "is";
      before += fmt::format("{}_not_dropped({}); ", verb, range);
      after += fmt::format("; {}_dropped({})", verb, range);
    }
    return {before + what + after};
  }

  [[nodiscard]] bool has_drop(std::uint32_t made) const {
    return seen_.values[made].is != layout::undropped && seen_.values[made].is != layout::blank;
  }

  [[nodiscard]] bool follows_in_array(std::uint32_t one, std::uint32_t next) const {
    const named_value first = value_named(one), second = value_named(next);
    return first.name == second.name && first.element && second.element && *second.element == *first.element + 1;
  }

  std::string body_of_lock(const planned_step& step) {
    for (std::size_t frame = 0; frame < plan_.frames.size(); ++frame)
      if (plan_.frames[frame].what == frame_kind::lock && &plan_.steps[plan_.frames[frame].step] == &step)
        return write_function(frame);
    // The execution did not come to it.
    return write("static fearless_outcome", unique("with_" + text_of(observed(step).is.on)),
                 "  return FEARLESS_RETURNS;\n");
  }

  std::string spawn_of(std::uint32_t thread) {
    std::string body, dropped = "NULL";
    for (std::size_t frame = 0; frame < plan_.frames.size(); ++frame) {
      const planned_frame& each = plan_.frames[frame];
      if (each.thread != thread) continue;
      if (each.what == frame_kind::closure) body = write_function(frame);
      if (each.what == frame_kind::environment && !each.steps.empty()) dropped = write_function(frame);
    }
    if (body.empty()) body = write("static fearless_outcome", seen_.threads[thread] + "_body", end_of_closure(thread));
    return fmt::format("spawn(&{}, {}, {})", seen_.threads[thread], body, dropped);
  }

  /// The call of an iteration, which is a step for each message. Moves `at` behind them.
  std::string iteration(const std::vector<std::size_t>& steps, std::size_t& at) {
    const planned_step& first = plan_.steps[steps[at]];
    const handle over = observed(first).is.on;
    std::string cases;
    std::int64_t number = 0;
    bool goes_on = true;
    bool waits = false;
    for (; at < steps.size() && goes_on; ++at) {
      const planned_step& step = plan_.steps[steps[at]];
      const record& is = observed(step).is;
      if (is.does != action::each || is.on != over) break;
      waits = waits || step.lets_others_begin;
      if (is.gave != result::received) {
        goes_on = false;
        number += step.expects.number;
        continue;
      }
      const bool is_last = at + 1 == steps.size() || observed(plan_.steps[steps[at + 1]]).is.does != action::each ||
                           observed(plan_.steps[steps[at + 1]]).is.on != over;
      cases += fmt::format("    case {}:\n", number++);
      std::string body = fmt::format("  message(got, {});\n", step.expects.what == expectation::of::value
                                                                  ? value_named(step.expects.value).reference()
                                                                  : "ANY");
      for (std::size_t frame = 0; frame < plan_.frames.size(); ++frame)
        if (plan_.frames[frame].what == frame_kind::iteration && plan_.frames[frame].step == steps[at])
          body += body_of(frame);
      body += fmt::format("  return {};\n", is_last ? "false" : "true");
      for (std::size_t from = 0; from < body.size();) {
        const auto line_ends = body.find('\n', from);
        cases += "    " + body.substr(from, line_ends + 1 - from);
        from = line_ends + 1;
      }
    }
    const auto name = unique("each_" + text_of(over));
    functions_.push_back(
        fmt::format("static bool {}(int number, fearless_value got) {{\n  switch (number) {{\n{}"
                    "    default:\n      message(got, ANY);\n      return true;\n  }}\n}}\n",
                    name, cases));
    const auto* const macro = waits ? "WAITING" : first.is_sure ? "STEP" : "ORDERED";
    return fmt::format("  {}({}, iterate(&{}, {}, {}));\n", macro, first.number, text_of(over), name, number);
  }

  /// What is left at the end, and that each value was dropped once.
  [[nodiscard]] std::string end_of_round() const {
    std::string all = "\n  /* The end of the round. */\n";
    if (plan_.order != case_order::one_thread) all += fmt::format("  done({});\n", last_number());
    if (plan_.order == case_order::one_thread)
      for (const std::uint32_t made : plan_.left)
        if (values_.contains(made) && has_drop(made))
          all += fmt::format("  is_not_dropped({});\n", value_named(made).reference());
    const auto drop_left = [&](kind of, bool is_of_main) {
      for (const handle& each : objects_)
        if (each.of == of && !dropped_.contains(each) &&
            is_of_main == (of == kind::sender && is_used_by_main_only(each)))
          all += fmt::format("  drop_{}(&{});\n", group_of(of), text_of(each));
    };
    drop_left(kind::sender, true);
    for (std::size_t thread = 1; thread < seen_.threads.size(); ++thread)
      all += fmt::format("  end(&{});\n", seen_.threads[thread]);
    for (const kind of : {kind::sender, kind::receiver, kind::arc, kind::weak, kind::rc, kind::mutex})
      drop_left(of, false);
    for (const auto& [name, count] : arrays_) all += fmt::format("  all_dropped_once({}, {});\n", name, count);
    for (const auto& [made, value] : values_)
      if (!value.element) all += fmt::format("  all_dropped_once(&{}, 1);\n", value.name);
    return all;
  }

  [[nodiscard]] bool is_used_by_main_only(handle one) const {
    return std::ranges::none_of(seen_.steps, [&](const observed_step& each) {
      if (each.is.on == one && each.is.thread != 0) return true;
      if (each.written == nullptr) return false;
      const bool moves = std::ranges::find(each.written->moves, one) != each.written->moves.end() ||
                         (each.written->gives && each.written->gives->carries == one);
      return moves || (each.is.thread != 0 && each.written->makes == one);
    });
  }

  const observed_execution& seen_;
  const case_heading& heading_;
  case_plan plan_;
  std::map<std::uint32_t, named_value> values_;
  std::map<std::string, std::size_t> arrays_;
  std::set<handle> objects_, dropped_;
  std::vector<std::string> functions_;
  std::map<std::string, int> used_names_;
};

}  // namespace

std::string as_source(const observed_execution& seen, const case_heading& heading) {
  return source(seen, heading).text();
}

}  // namespace scenarios
