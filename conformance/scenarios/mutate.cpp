// SPDX-License-Identifier: MIT
#include "scenarios/mutate.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "scenarios/dice.hpp"
#include "scenarios/generator.hpp"

namespace scenarios {

namespace {

constexpr std::uint64_t longest_sleep = 1000;  // nanoseconds
constexpr int most_changes = 4, most_attempts = 20;
constexpr std::size_t most_spliced = 8, most_given_to_a_thread = 4;

/// How often the steps of a list are executed, at most; an iteration without a number ends with the messages.
std::uint64_t work_of(const std::vector<step>& list) {
  constexpr std::uint64_t messages = 8;
  std::uint64_t work = 0;
  for (const step& each : list) {
    const std::uint64_t inner =
        work_of(each.body) + work_of(each.dropped) + (each.gives ? work_of(each.gives->dropped) : 0);
    const std::uint64_t times = each.does == action::sleep                     ? 1
                                : each.does == action::each && each.times == 0 ? messages
                                                                               : std::max<std::uint64_t>(1, each.times);
    work = std::min(most_mutated_work + 1, work + times * (1 + inner));
  }
  return work;
}

bool makes_mutex(const std::vector<step>& list) {
  return std::ranges::any_of(list, [](const step& each) {
    return each.does == action::mutex || makes_mutex(each.body) || makes_mutex(each.dropped) ||
           (each.gives && makes_mutex(each.gives->dropped));
  });
}

/// The name of the object that a step makes first, where it makes one.
handle made_by(const step& one) {
  switch (one.does) {
    case action::channel:
    case action::arc:
    case action::rc:
    case action::spawn:
    case action::refuse:
      return one.on;
    default:
      return one.makes;
  }
}

/// Whether two lists, which two threads may run, make an object of the same name. The setup itself is run before.
bool make_the_same(scenario what) {
  std::map<handle, const std::vector<step>*> made_in;
  bool found = false;
  const auto look = [&](const std::vector<step>& list) {
    if (&list == &what.setup) return;
    for (const step& each : list)
      for (const handle& made : {made_by(each), each.makes})
        if (made.is_some() && made_in.try_emplace(made, &list).first->second != &list) found = true;
  };
  for_each_list(what.setup, look);
  for_each_list(what.main, look);
  return found;
}

/// The highest count of an action, in bits; 0 for one that has no count.
int most_bits_of(action does) {
  switch (does) {
    case action::send:
    case action::recv:
    case action::try_recv:
    case action::each:
    case action::lock:
    case action::crowd:
    case action::cycle:
      return 12;
    case action::many:
    case action::chain:
      return 9;
    case action::meet:
      return 6;
    default:
      return 0;
  }
}

bool can_be_carried(handle one) {
  return one.of == kind::sender || one.of == kind::receiver || one.of == kind::arc || one.of == kind::weak;
}

class mutation {
 public:
  mutation(const scenario& from, const scenario& other, std::uint64_t seed)
      : changed_(from), other_(other), dice_(seed) {}

  scenario changed() {
    int changes = 1;
    while (changes < most_changes && dice_.percent(40)) ++changes;
    for (int attempts = 0; changes > 0 && attempts < most_attempts; ++attempts) {
      scenario before = changed_;
      change();
      if (!can_be_mutated(changed_))
        changed_ = std::move(before);
      else if (text_of(changed_) != text_of(before))
        --changes;
    }
    return std::move(changed_);
  }

 private:
  void change() {
    // No thread is spawned in the setup, so nothing is drawn for it.
    const bool in_setup = dice_.percent(20) && !changed_.setup.empty();
    std::vector<step>& list = in_setup ? changed_.setup : some_list(changed_);
    switch (dice_.below(in_setup ? 7 : 10)) {
      case 0:
        return remove(list);
      case 1:
        return exchange(list);
      case 2:
        return repeat(list);
      case 3:
        return recount(list);
      case 4:
        return rename(list);
      case 5:
        return revalue(list);
      case 6:
        return splice(list, in_setup);
      case 7:
        return insert(list, position(list));
      case 8: {
        const auto at = position(list);
        remove(list, at);
        return insert(list, at);
      }
      default:
        return give_to_a_thread(list);
    }
  }

  /// A list of steps of the main thread or of another one.
  std::vector<step>& some_list(scenario& of) {
    std::vector<std::vector<step>*> lists;
    for_each_list(of.main, [&](std::vector<step>& list) { lists.push_back(&list); });
    return *lists[dice_.below(lists.size())];
  }

  std::ptrdiff_t position(const std::vector<step>& list) {
    return static_cast<std::ptrdiff_t>(dice_.below(list.size() + 1));
  }
  /// Null where there is none.
  step* some_step(std::vector<step>& list) { return list.empty() ? nullptr : &list[dice_.below(list.size())]; }

  /// The objects that the scenario names, of these kinds.
  template <class Fits>
  std::vector<handle> objects(const Fits& fits) {
    std::vector<handle> found;
    const auto add = [&](const std::vector<step>& list) {
      for (const step& each : list)
        for (const handle& one : {each.on, each.makes})
          if (one.is_some() && one.number != 0 && fits(one) && std::ranges::find(found, one) == found.end())
            found.push_back(one);
    };
    for_each_list(changed_.setup, add);
    for_each_list(changed_.main, add);
    return found;
  }

  void remove(std::vector<step>& list) { remove(list, position(list)); }
  static void remove(std::vector<step>& list, std::ptrdiff_t at) {
    if (at < std::ssize(list)) list.erase(list.begin() + at);
  }

  void exchange(std::vector<step>& list) {
    if (!list.empty()) std::swap(*some_step(list), *some_step(list));
  }

  void repeat(std::vector<step>& list) {
    if (list.empty()) return;
    const step copy = *some_step(list);
    list.insert(list.begin() + position(list), copy);
  }

  void recount(std::vector<step>& list) {
    std::vector<step*> counted;
    for (step& each : list)
      if (most_bits_of(each.does) != 0) counted.push_back(&each);
    if (counted.empty()) return;
    step& one = *counted[dice_.below(counted.size())];
    one.times = one.times != 0 && dice_.percent(40) ? one.times * 2 : dice_.boundary(most_bits_of(one.does));
    one.times = std::min(one.times, (std::uint64_t{1} << most_bits_of(one.does)) + 1);
  }

  void rename(std::vector<step>& list) {
    step* const one = some_step(list);
    if (one == nullptr) return;
    if (one->does == action::spawn && dice_.percent(70)) return change_moves(*one);
    handle& name = one->makes.is_some() && dice_.percent(50) ? one->makes : one->on;
    const auto others = objects([&](handle each) { return each.of == name.of; });
    if (name.number != 0 && !others.empty()) name = others[dice_.below(others.size())];
  }

  /// Another object moves into the closure, or one no longer does.
  void change_moves(step& spawning) {
    const auto all = objects(can_be_carried);
    if (all.empty()) return;
    const handle one = all[dice_.below(all.size())];
    if (std::erase(spawning.moves, one) == 0) spawning.moves.push_back(one);
  }

  void revalue(std::vector<step>& list) {
    std::vector<value*> given;
    for (step& each : list)
      if (each.gives) given.push_back(&*each.gives);
    if (given.empty()) return;
    value& one = *given[dice_.below(given.size())];
    const auto carried = objects(can_be_carried);
    switch (dice_.below(3)) {
      case 0:
        one.is = static_cast<layout>(dice_.below(static_cast<std::uint64_t>(layout::same) + 1));
        break;
      case 1:
        one.carries = carried.empty() || dice_.percent(30) ? handle{} : carried[dice_.below(carried.size())];
        break;
      default:
        one.dropped = drawn();
        break;
    }
    // Only a value with a drop can do either.
    const bool has_drop = one.is != layout::undropped && one.is != layout::blank;
    if (!has_drop && (one.carries.is_some() || !one.dropped.empty())) one.is = layout::memory;
  }

  /// Some steps that follow each other in the other scenario.
  void splice(std::vector<step>& list, bool in_setup) {
    scenario other = other_;
    const std::vector<step>& from = in_setup ? other.setup : some_list(other);
    if (from.empty()) return;
    const auto begin = dice_.below(from.size());
    const auto count = std::min(from.size() - begin, 1 + dice_.below(most_spliced));
    const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
    list.insert(list.begin() + position(list), first, first + static_cast<std::ptrdiff_t>(count));
  }

  std::vector<step> drawn() {
    return generate_steps(objects([](handle) { return true; }), dice_.below(UINT64_MAX));
  }
  void insert(std::vector<step>& list, std::ptrdiff_t at) {
    const auto more = drawn();
    list.insert(list.begin() + std::min(at, std::ssize(list)), more.begin(), more.end());
  }

  void give_to_a_thread(std::vector<step>& list) {
    if (list.empty()) return;
    const auto begin = dice_.below(list.size());
    const auto count = std::min(list.size() - begin, 1 + dice_.below(most_given_to_a_thread));
    const auto first = list.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    step spawning{.does = action::spawn,
                  .on = {.of = kind::thread, .number = dice_.from_to(1, most_handles - 1)},
                  .body = {std::move_iterator(first), std::move_iterator(last)}};
    for (const step& each : spawning.body)
      if (can_be_carried(each.on) && std::ranges::find(spawning.moves, each.on) == spawning.moves.end())
        spawning.moves.push_back(each.on);
    *first = std::move(spawning);
    list.erase(first + 1, last);
  }

  scenario changed_;
  const scenario& other_;
  dice dice_;
};

}  // namespace

bool can_be_mutated(const scenario& what) {
  const auto how_much = extent_of(what);
  return how_much.steps <= most_mutated_steps && how_much.sleep <= longest_sleep && !makes_mutex(what.main) &&
         !make_the_same(what) && work_of(what.setup) + work_of(what.main) <= most_mutated_work;
}

scenario mutate(const scenario& from, const scenario& other, std::uint64_t seed) {
  return mutation(from, other, seed).changed();
}

}  // namespace scenarios
