// SPDX-License-Identifier: MIT
#include "scenarios/scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <set>
#include <stdexcept>
#include <utility>

namespace scenarios {

namespace {

/// What follows the name of an action in the text.
enum class form : std::uint8_t { nothing, objects, value, spawn, number, kind_of_object };

struct spelling {
  action does;
  std::string_view name;
  form follows;
  int objects;  // how many handles follow
};

constexpr std::array spellings{spelling{action::channel, "channel", form::objects, 2},
                               spelling{action::send, "send", form::value, 1},
                               spelling{action::recv, "recv", form::objects, 1},
                               spelling{action::try_recv, "try_recv", form::objects, 1},
                               spelling{action::each, "each", form::objects, 1},
                               spelling{action::clone, "clone", form::objects, 2},
                               spelling{action::crowd, "crowd", form::objects, 1},
                               spelling{action::disperse, "disperse", form::objects, 1},
                               spelling{action::drop, "drop", form::objects, 1},
                               spelling{action::mutex, "mutex", form::value, 1},
                               spelling{action::lock, "lock", form::objects, 1},
                               spelling{action::try_lock, "try_lock", form::objects, 1},
                               spelling{action::unlock, "unlock", form::objects, 1},
                               spelling{action::with_lock, "with_lock", form::objects, 1},
                               spelling{action::with_unwrap, "with_unwrap", form::objects, 1},
                               spelling{action::put, "put", form::value, 1},
                               spelling{action::read, "read", form::objects, 1},
                               spelling{action::arc, "arc", form::value, 1},
                               spelling{action::rc, "rc", form::value, 1},
                               spelling{action::count, "count", form::objects, 1},
                               spelling{action::downgrade, "downgrade", form::objects, 2},
                               spelling{action::upgrade, "upgrade", form::objects, 2},
                               spelling{action::spawn, "spawn", form::spawn, 1},
                               spelling{action::refuse, "refuse", form::spawn, 1},
                               spelling{action::join, "join", form::objects, 1},
                               spelling{action::join_unwrap, "join_unwrap", form::objects, 1},
                               spelling{action::detach, "detach", form::objects, 1},
                               spelling{action::sleep, "sleep", form::number, 0},
                               spelling{action::panic, "panic", form::value, 0},
                               spelling{action::finish, "return", form::value, 0},
                               spelling{action::caught, "catch", form::nothing, 0},
                               spelling{action::cycle, "cycle", form::objects, 1},
                               spelling{action::chain, "chain", form::kind_of_object, 0},
                               spelling{action::many, "many", form::kind_of_object, 0},
                               spelling{action::meet, "meet", form::kind_of_object, 0},
                               spelling{action::interrupt, "interrupt", form::objects, 1},
                               spelling{action::body, "run", form::nothing, 0},
                               spelling{action::environment, "drop of the closure", form::nothing, 0},
                               spelling{action::use, "use of a value", form::nothing, 0}};

constexpr std::array layouts{std::string_view("memory"), std::string_view("number"), std::string_view("undropped"),
                             std::string_view("null"),   std::string_view("blank"),  std::string_view("same")};
constexpr std::string_view kinds = "srmawct";

bool is_recorded_only(action does) {
  return does == action::body || does == action::environment || does == action::use;
}

const spelling& spelling_of(action does) {
  return *std::ranges::find(spellings, does, &spelling::does);
}

class writer {
 public:
  void list(const std::vector<step>& steps, int depth) {
    for (const step& each : steps) write(each, depth);
  }
  std::string take() { return std::move(text_); }
  void line(int depth, std::string_view what) { text_ += fmt::format("{:{}}{}\n", "", depth * 2, what); }

 private:
  void block(const std::vector<step>& steps, int depth) {
    text_ += " {\n";
    list(steps, depth + 1);
    text_ += fmt::format("{:{}}}}", "", depth * 2);
  }

  void write(const step& each, int depth) {
    const auto& how = spelling_of(each.does);
    text_ += fmt::format("{:{}}{}", "", depth * 2, how.name);
    if (how.follows == form::kind_of_object) text_ += fmt::format(" {}", static_cast<char>(each.on.of));
    if (how.objects >= 1) text_ += " " + text_of(each.on);
    if (how.objects == 2) text_ += " " + text_of(each.makes);
    if (how.follows == form::number) text_ += fmt::format(" {}", each.times);
    if (each.gives) write(*each.gives, depth);
    if (!each.moves.empty()) text_ += " with";
    for (const handle& moved : each.moves) text_ += " " + text_of(moved);
    if (each.times != 0 && how.follows != form::number) text_ += fmt::format(" x {}", each.times);
    if (!each.body.empty() || how.follows == form::spawn) block(each.body, depth);
    if (!each.dropped.empty()) {
      text_ += " dropped";
      block(each.dropped, depth);
    }
    text_ += "\n";
  }

  void write(const value& given, int depth) {
    text_ += fmt::format(" v{}", given.number);
    if (given.is != layout::memory) text_ += fmt::format(":{}", layouts[static_cast<std::size_t>(given.is)]);
    if (given.carries.is_some()) text_ += fmt::format("({})", text_of(given.carries));
    if (given.dropped.empty()) return;
    text_ += " dropped";
    block(given.dropped, depth);
  }

  std::string text_;
};

class reader {
 public:
  explicit reader(std::string_view text) {
    int line = 1;
    std::string word;
    const auto end_word = [&] {
      if (!word.empty()) words_.push_back({std::exchange(word, {}), line});
    };
    bool is_comment = false;
    for (const char each : text) {
      if (each == '#') is_comment = true;
      if (each == '\n' || std::isspace(static_cast<unsigned char>(each)) != 0 || each == '{' || each == '}') end_word();
      if (each == '\n') {
        ++line;
        is_comment = false;
      } else if (!is_comment) {
        if (each == '{' || each == '}')
          words_.push_back({std::string(1, each), line});
        else if (std::isspace(static_cast<unsigned char>(each)) == 0)
          word += each;
      } else {
        word.clear();
      }
    }
    end_word();
    words_.push_back({"", line});
  }

  scenario read() {
    scenario all;
    if (accept("setup")) all.setup = list();
    expect("main");
    all.main = list();
    if (!peek().empty()) fail(fmt::format("unexpected `{}`", peek()));
    return all;
  }

 private:
  struct word_in_line {
    std::string text;
    int line;
  };

  /// Rejects the word that comes next, or the one that was read last.
  [[noreturn]] void fail(const std::string& why) const { fail_at(at_, why); }
  [[noreturn]] void fail_before(const std::string& why) const { fail_at(at_ - 1, why); }
  [[noreturn]] void fail_at(std::size_t word, const std::string& why) const {
    throw std::invalid_argument(fmt::format("line {}: {}", words_[word].line, why));
  }
  [[nodiscard]] const std::string& peek() const { return words_[at_].text; }
  std::string next() {
    if (peek().empty()) fail("the scenario ends in the middle of a step");
    return words_[at_++].text;
  }
  bool accept(std::string_view word) {
    if (peek() != word) return false;
    ++at_;
    return true;
  }
  void expect(std::string_view word) {
    if (!accept(word)) fail(fmt::format("expected `{}` instead of `{}`", word, peek()));
  }

  std::uint64_t number(std::string_view digits, std::uint64_t most) const {
    std::uint64_t read = 0;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), read);
    if (error != std::errc() || rest != digits.data() + digits.size() || read > most)
      fail_before(fmt::format("`{}` is not a number from 0 to {}", digits, most));
    return read;
  }

  [[nodiscard]] handle to_handle(std::string_view word) const {
    if (word.size() < 2 || kinds.find(word.front()) == std::string_view::npos)
      fail_before(fmt::format("`{}` is not the name of an object, as in s1", word));
    return {.of = static_cast<kind>(word.front()),
            .number = static_cast<int>(number(word.substr(1), most_handles - 1))};
  }

  std::vector<step> list() {
    std::vector<step> steps;
    while (!peek().empty() && peek() != "}" && peek() != "main") steps.push_back(read_step());
    return steps;
  }
  std::vector<step> block() {
    expect("{");
    auto steps = list();
    expect("}");
    return steps;
  }

  step read_step() {
    const auto word = peek();
    const auto* const how = std::ranges::find(spellings, word, &spelling::name);
    if (how == spellings.end() || is_recorded_only(how->does)) fail(fmt::format("unknown action `{}`", word));
    ++at_;
    step read{.does = how->does};
    if (how->follows == form::kind_of_object) {
      const auto of = next();
      if (of.size() != 1 || kinds.find(of.front()) == std::string_view::npos)
        fail_before(fmt::format("`{}` is not a kind of objects: they are s, r, m, a, w, c and t", of));
      read.on.of = static_cast<kind>(of.front());
    }
    if (how->objects >= 1) read.on = to_handle(next());
    if (how->objects == 2) read.makes = to_handle(next());
    if (how->follows == form::number) read.times = number(next(), UINT64_MAX);
    if (how->follows == form::value) read.gives = read_value();
    if (how->follows == form::spawn && accept("with"))
      while (peek() != "{") read.moves.push_back(to_handle(next()));
    if (accept("x")) read.times = number(next(), 1'000'000);
    if (peek() == "{") read.body = block();
    if (accept("dropped")) read.dropped = block();
    return read;
  }

  value read_value() {
    std::string word = next();
    value read;
    if (const auto open = word.find('('); open != std::string::npos) {
      if (word.back() != ')') fail_before(fmt::format("`{}` lacks a closing parenthesis", word));
      read.carries = to_handle(std::string_view(word).substr(open + 1, word.size() - open - 2));
      word.resize(open);
    }
    if (const auto colon = word.find(':'); colon != std::string::npos) {
      const auto* const is = std::ranges::find(layouts, std::string_view(word).substr(colon + 1));
      if (is == layouts.end())
        fail_before(fmt::format("unknown layout in `{}`: they are {}", word, fmt::join(layouts, ", ")));
      read.is = static_cast<layout>(is - layouts.begin());
      word.resize(colon);
    }
    if (word.size() < 2 || word.front() != 'v') fail_before(fmt::format("`{}` is not a value, as in v1", word));
    read.number = static_cast<int>(number(std::string_view(word).substr(1), most_values - 1));
    if (accept("dropped")) read.dropped = block();
    return read;
  }

  std::vector<word_in_line> words_;
  std::size_t at_ = 0;
};

}  // namespace

std::string text_of(const handle& one) {
  return fmt::format("{}{}", static_cast<char>(one.of), one.number);
}

std::string text_of(const scenario& all) {
  writer out;
  if (!all.setup.empty()) out.line(0, "setup");
  out.list(all.setup, 1);
  out.line(0, "main");
  out.list(all.main, 1);
  return out.take();
}

scenario parse(std::string_view text) {
  return reader(text).read();
}

std::string_view name(action does) {
  return spelling_of(does).name;
}

std::string line_of(const step& one) {
  step alone = one;
  alone.body.clear();
  alone.dropped.clear();
  if (alone.gives) alone.gives->dropped.clear();
  writer out;
  out.list({alone}, 0);
  const std::string text = out.take();
  // A spawn has a body even where it is empty.
  return text.substr(0, text.find_first_of("\n{")).substr(0, text.find_last_not_of(" \n{}") + 1);
}

extent extent_of(const scenario& all) {
  extent seen;
  std::set<handle> objects;
  const auto count = [&](const std::vector<step>& list) {
    for (const step& each : list) {
      ++seen.steps;
      if (each.does == action::spawn || each.does == action::meet) ++seen.threads;
      if (each.does == action::sleep)
        seen.sleep = std::max(seen.sleep, each.times);
      else
        seen.repetitions += each.times;
      if (each.gives) seen.repetitions += static_cast<std::uint64_t>(each.gives->is);
      if (each.on.number != 0) objects.insert(each.on);
      if (each.makes.is_some()) objects.insert(each.makes);
    }
  };
  scenario copy = all;
  for_each_list(copy.setup, count);
  for_each_list(copy.main, count);
  seen.objects = objects.size();
  return seen;
}

bool is_brief(const scenario& all) {
  const auto how_much = extent_of(all);
  return how_much.repetitions <= 250 && how_much.sleep <= 1'000'000;
}

}  // namespace scenarios
