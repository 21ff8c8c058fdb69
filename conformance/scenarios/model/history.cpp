// SPDX-License-Identifier: MIT
#include "scenarios/model/history.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace scenarios {

namespace {

void learn(knowledge& own, const knowledge& other) {
  for (std::size_t thread = 0; thread < own.size(); ++thread) own[thread] = std::max(own[thread], other[thread]);
}

/// A call or a return, by its stamp.
struct moment {
  stamp at;
  std::size_t step;
  enum class part : std::uint8_t { call, body_begins, body_ends, returns } is;
};

}  // namespace

history::history(const recording& of) : all_(of) {
  std::vector<moment> moments;
  const auto threads = std::min<std::size_t>(of.threads.load(), most_threads);
  for (std::size_t thread = 0; thread < threads; ++thread) {
    const auto most = thread == 0 ? most_main_steps : most_steps;
    const auto count = std::min<std::size_t>(of.steps[thread].load(), most);
    for (std::uint32_t number = 0; number < count; ++number)
      steps_.push_back({.is = thread == 0 ? &of.of_main[number] : &of.of_thread[thread][number]});
  }
  std::ranges::sort(steps_, {}, [](const known_step& each) { return each.is->called; });
  moments.reserve(steps_.size() * 2);
  for (std::size_t step = 0; step < steps_.size(); ++step) {
    const record& is = *steps_[step].is;
    using part = moment::part;
    moments.push_back({is.called, step, part::call});
    if (is.began != 0) moments.push_back({is.began, step, part::body_begins});
    if (is.ended != 0) moments.push_back({is.ended, step, part::body_ends});
    if (is.returned != 0) moments.push_back({is.returned, step, part::returns});
  }
  std::ranges::sort(moments, {}, &moment::at);

  std::array<knowledge, most_threads> knows{};
  std::map<std::uint32_t, knowledge> sent, unlocked;  // by value, by mutex
  for (const moment& each : moments) {
    known_step& step = steps_[each.step];
    const record& is = *step.is;
    knowledge& own = knows[is.thread];
    using part = moment::part;
    switch (each.is) {
      case part::call:
        if (is.does == action::body && is.object < most_threads) learn(own, sent[most_made + is.object]);
        step.knows = own;
        if (is.does == action::send) sent[is.value] = own;
        if (is.does == action::spawn && is.object < most_threads) {
          own[is.thread] = each.at;
          sent[most_made + is.object] = own;
        }
        if (is.does == action::unlock) {
          own[is.thread] = each.at;
          unlocked[is.object] = own;
        }
        break;
      case part::body_begins:
        learn(own, unlocked[is.object]);
        break;
      case part::body_ends:
        own[is.thread] = each.at;
        unlocked[is.object] = own;
        break;
      case part::returns:
        if (is.gave == result::received) learn(own, sent[is.value]);
        if (is.gave == result::locked) learn(own, unlocked[is.object]);
        if ((is.does == action::join || is.does == action::join_unwrap) && is.object < most_threads)
          learn(own, knows[is.object]);
        own[is.thread] = each.at;
        break;
    }
  }
  for (const known_step& each : steps_) of_objects_[each->object].push_back(each);
}

void history::add(std::vector<std::string> claims, std::string what, action does, std::source_location rule) {
  found_.push_back({.claims = std::move(claims),
                    .what = std::move(what),
                    .rule = fmt::format("{}:{}:{}", rule.file_name(), rule.line(), name(does))});
}

std::string history::name_of(std::uint32_t made) const {
  if (made == no_value) return "no value";
  const value_record* const found = value(made);
  return found != nullptr ? fmt::format("v{}", found->number) : "a value that was never given";
}

std::string described(const record& step) {
  std::string text(name(step.does));
  if (step.on.is_some()) text += " " + text_of(step.on);
  text += fmt::format(" on thread {}", step.thread);
  if ((step.context & unwinding) != 0) text += ", while it unwinds";
  if ((step.context & in_drop) != 0) text += ", in a drop";
  if ((step.context & in_lock) != 0) text += ", with a lock";
  if ((step.context & in_iteration) != 0) text += ", in an iteration";
  if ((step.context & after_panic) != 0) text += ", after a panic";
  return text;
}

}  // namespace scenarios
