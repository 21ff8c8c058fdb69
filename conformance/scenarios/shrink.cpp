// SPDX-License-Identifier: MIT
#include "scenarios/shrink.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace scenarios {

namespace {

/// The lists of a scenario's steps. Changing a list makes them invalid.
std::vector<std::vector<step>*> lists_of(scenario& all) {
  std::vector<std::vector<step>*> lists;
  const auto add = [&](std::vector<step>& list) { lists.push_back(&list); };
  for_each_list(all.setup, add);
  for_each_list(all.main, add);
  return lists;
}

class shrinking {
 public:
  shrinking(scenario failing, std::size_t most, const std::function<bool(const scenario&)>& still_fails)
      : best_(std::move(failing)), left_(most), still_fails_(still_fails) {}

  scenario run() {
    for (extent before; before = extent_of(best_), left_ > 0;) {
      remove_steps();
      unwrap_bodies();
      simplify();
      if (extent_of(best_) == before) break;
    }
    return std::move(best_);
  }

 private:
  bool accept(const scenario& smaller) {
    if (left_ == 0) return false;
    --left_;
    if (!still_fails_(smaller)) return false;
    best_ = smaller;
    return true;
  }

  /// Removes steps, many at once first.
  void remove_steps() {
    for (std::size_t list = 0; list < lists_of(best_).size(); ++list)
      for (std::size_t chunk = std::max<std::size_t>(1, lists_of(best_)[list]->size()); chunk > 0; chunk /= 2)
        for (std::size_t from = 0; list < lists_of(best_).size() && from < lists_of(best_)[list]->size();) {
          scenario smaller = best_;
          auto& steps = *lists_of(smaller)[list];
          const auto first = steps.begin() + static_cast<std::ptrdiff_t>(from);
          const auto count = std::min(chunk, steps.size() - from);
          steps.erase(first, first + static_cast<std::ptrdiff_t>(count));
          if (!accept(smaller)) from += chunk;
          if (left_ == 0) return;
        }
  }

  /// The steps inside a step: in its body, and in drops.
  static std::vector<step> all_inside(const step& outer) {
    std::vector<step> inside = outer.body;
    inside.insert(inside.end(), outer.dropped.begin(), outer.dropped.end());
    if (outer.gives) inside.insert(inside.end(), outer.gives->dropped.begin(), outer.gives->dropped.end());
    return inside;
  }

  /// Puts what is inside a step in its place.
  void unwrap_bodies() {
    for (std::size_t list = 0; list < lists_of(best_).size(); ++list)
      for (std::size_t at = 0; list < lists_of(best_).size() && at < lists_of(best_)[list]->size(); ++at) {
        scenario smaller = best_;
        auto& steps = *lists_of(smaller)[list];
        std::vector<step> body = all_inside(steps[at]);
        if (body.empty()) continue;
        const auto where = steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(at));
        steps.insert(where, std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
        accept(smaller);
      }
  }

  template <class Change>
  bool try_change(std::size_t list, std::size_t at, const Change& change) {
    if (list >= lists_of(best_).size() || at >= lists_of(best_)[list]->size()) return false;
    scenario smaller = best_;
    return change((*lists_of(smaller)[list])[at]) && accept(smaller);
  }

  /// Makes single steps simpler.
  void simplify() {
    for (std::size_t list = 0; list < lists_of(best_).size(); ++list)
      for (std::size_t at = 0; list < lists_of(best_).size() && at < lists_of(best_)[list]->size(); ++at) {
        try_change(list, at, [](step& each) { return !std::exchange(each.dropped, {}).empty(); });
        try_change(list, at, [](step& each) { return each.gives && !std::exchange(each.gives->dropped, {}).empty(); });
        try_change(list, at, [](step& each) { return each.gives && std::exchange(each.gives->carries, {}).is_some(); });
        try_change(list, at, [](step& each) {
          return each.gives && std::exchange(each.gives->is, layout::memory) != layout::memory;
        });
        drop_moves(list, at);
        lower(list, at);
      }
  }

  /// Moves fewer objects into a closure.
  void drop_moves(std::size_t list, std::size_t at) {
    for (std::size_t moved = 0; moved < moves_of(list, at);) {
      const bool is_smaller = try_change(list, at, [&](step& each) {
        each.moves.erase(each.moves.begin() + static_cast<std::ptrdiff_t>(moved));
        return true;
      });
      if (!is_smaller) ++moved;
    }
  }

  [[nodiscard]] std::size_t moves_of(std::size_t list, std::size_t at) {
    const auto lists = lists_of(best_);
    return list < lists.size() && at < lists[list]->size() ? (*lists[list])[at].moves.size() : 0;
  }

  /// Finds the lowest number of repetitions that fails, by halving the distance.
  void lower(std::size_t list, std::size_t at) {
    if (try_change(list, at, [](step& each) { return std::exchange(each.times, 0) > 0; })) return;
    std::uint64_t low = 0;
    while (list < lists_of(best_).size() && at < lists_of(best_)[list]->size()) {
      const std::uint64_t times = (*lists_of(best_)[list])[at].times;
      const std::uint64_t middle = low + (times - low) / 2;
      if (times <= low + 1 || left_ == 0) return;
      if (!try_change(list, at, [&](step& each) { return std::exchange(each.times, middle) != middle; })) low = middle;
    }
  }

  scenario best_;
  std::size_t left_;
  const std::function<bool(const scenario&)>& still_fails_;
};

}  // namespace

scenario shrink(scenario failing, std::size_t most, const std::function<bool(const scenario&)>& still_fails) {
  return shrinking(std::move(failing), most, still_fails).run();
}

}  // namespace scenarios
