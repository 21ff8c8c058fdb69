// SPDX-License-Identifier: MIT
// The model of Rc and Arc: chapter spec/shared-ownership.md.
#include <fmt/format.h>

#include <algorithm>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

/// The owners of one value.
class shared_value {
 public:
  shared_value(history& all, const std::vector<known_step>& steps, const record& made)
      : all_(all), steps_(steps), made_(made), is_arc_(made.does == action::arc) {}

  void judge() {
    for (const known_step& each : steps_) {
      if (each->does == action::count && each.has_returned()) count(each);
      if (each->does == action::read && each.has_returned() && each->value != made_.value)
        all_.add(
            is_arc_ ? claims{"arc.like-rc", "arc.atomic.last", "shared.memory-like-many-owners"} : claims{"rc.owners"},
            fmt::format("{} found {} instead of {}", described(*each.is), all_.name_of(each->value),
                        all_.name_of(made_.value)));
      if (each->does == action::upgrade && each.has_returned()) upgrade(each);
    }
    drop();
  }

 private:
  using claims = std::vector<std::string>;

  [[nodiscard]] claims of_count() const {
    return is_arc_ ? claims{"arc.atomic.count", "arc.like-rc"} : claims{"rc.owners"};
  }
  [[nodiscard]] claims of_drop() const {
    return is_arc_ ? claims{"arc.atomic.last", "arc.atomic.use", "arc.like-rc"} : claims{"rc.owners"};
  }

  static std::int64_t owners_in(const record& step) {
    switch (step.does) {
      case action::arc:
      case action::rc:
      case action::clone:
        return 1;
      case action::crowd:
      case action::disperse:
        return static_cast<std::int64_t>(step.count);
      case action::upgrade:
        return step.gave == result::none ? 0 : 1;
      case action::drop:
        return step.on.of == kind::weak ? 0 : 1;
      default:
        return 0;
    }
  }
  static bool takes_away(const record& step) { return step.does == action::drop || step.does == action::disperse; }

  /// The least and the most owners that there were in this time.
  struct bounds {
    std::int64_t least = 0, most = 0;
  };
  [[nodiscard]] bounds owners_between(stamp from, stamp to) const {
    const auto surely = [from](const known_step& each) { return each.has_returned() && each->returned < from; };
    return owners_as_of(surely, to, nullptr);
  }

  /// The least and the most owners that the step may see, besides its own.
  [[nodiscard]] bounds owners_seen_by(const known_step& step) const {
    const auto surely = [&](const known_step& each) { return all_.is_surely_seen(*each.is, step); };
    return owners_as_of(surely, step->returned, step.is);
  }

  template <class Surely>
  [[nodiscard]] bounds owners_as_of(Surely is_sure, stamp to, const record* but) const {
    bounds all;
    for (const known_step& each : steps_) {
      if (each.is == but) continue;
      const std::int64_t owners = owners_in(*each.is);
      const bool surely = is_sure(each);
      const bool maybe = each->called < to;
      // Its clones exist only while it runs.
      if (each->does == action::cycle && maybe && !surely) all.most += static_cast<std::int64_t>(each->count);
      if (takes_away(*each.is)) {
        if (maybe) all.least -= owners;
        if (surely) all.most -= owners;
      } else {
        if (surely) all.least += owners;
        if (maybe) all.most += owners;
      }
    }
    return all;
  }

  void count(const known_step& step) {
    const record& is = *step.is;
    const auto [least, most] = owners_seen_by(step);
    const auto seen = static_cast<std::int64_t>(is.count);
    if (seen < least || seen > most)
      all_.add(of_count(),
               fmt::format("{} returned {} with {} owners", described(is), seen,
                           least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most)));
  }

  void upgrade(const known_step& step) {
    const record& is = *step.is;
    const auto [least, most] = owners_seen_by(step);
    if (is.gave == result::none && least > 0)
      all_.add({"arc.atomic.count", "arc.atomic.last"},
               fmt::format("{} returned nothing although there was an owner", described(is)));
    if (is.gave == result::done && most <= 0)
      all_.add({"arc.atomic.last", "arc.atomic.count"},
               fmt::format("{} returned an owner although the last one had been dropped", described(is)));
  }

  void drop() {
    const value_record& value = *all_.value(made_.value);
    if (value.is == layout::undropped || value.is == layout::blank) return;
    if (value.drops == 0) {
      if (all_.is_finished() && owners_between(UINT64_MAX, UINT64_MAX).most <= 0)
        all_.add(of_drop(), fmt::format("{} was never dropped", all_.name_of(made_.value)));
      return;
    }
    if (owners_between(value.drop_begins, value.drop_begins).least > 0)
      all_.add(of_drop(), fmt::format("{} was dropped although it had an owner", all_.name_of(made_.value)));
    // The drop of an owner during which the value is dropped is the last one.
    const bool by_an_owner = std::ranges::any_of(steps_, [&](const known_step& each) {
      return takes_away(*each.is) && each->on.of != kind::weak && each->thread == value.dropped_by &&
             each->called < value.drop_begins && (!each.has_returned() || each->returned > value.drop_begins);
    });
    if (!by_an_owner && made_.returned != 0)
      all_.add(of_drop(), fmt::format("{} was dropped, but not in the drop of an owner by the same thread",
                                      all_.name_of(made_.value)));
  }

  history& all_;
  const std::vector<known_step>& steps_;
  const record& made_;
  bool is_arc_;
};

}  // namespace

void judge_owners(history& all) {
  for (const auto& [number, steps] : all.of_objects()) {
    const auto made = std::ranges::find_if(
        steps, [](const known_step& each) { return each->does == action::arc || each->does == action::rc; });
    if (made != steps.end() && all.value(made->is->value) != nullptr) shared_value(all, steps, *made->is).judge();
  }
}

}  // namespace scenarios
