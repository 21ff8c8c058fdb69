// SPDX-License-Identifier: MIT
#include "scenarios/generator.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "scenarios/dice.hpp"

namespace scenarios {

namespace {

constexpr int most_spawned = 6, deepest = 3;

/// The owner of objects while a scenario is drawn: a thread, as far as can be told.
struct owned {
  std::vector<handle> objects{};
  bool is_main = false;
  int depth = 0;  // of lists within lists
  bool may_panic = false;
  bool in_lock = false;
};

class drawing {
 public:
  explicit drawing(std::uint64_t seed) : dice_(seed) {}

  scenario draw() {
    // Each scenario is about some groups of the port, so that objects of a group meet.
    if (dice_.percent(45)) {
      // Of one group only, so that threads meet at few objects.
      const auto die = dice_.below(100);
      (die < 42 ? has_channels_ : die < 70 ? has_mutexes_ : die < 93 ? has_arcs_ : has_rcs_) = true;
      is_focused_ = true;
    } else {
      has_channels_ = dice_.percent(65);
      has_mutexes_ = dice_.percent(45);
      has_arcs_ = dice_.percent(40);
      has_rcs_ = dice_.percent(12);
    }
    // What is rare in most scenarios is frequent in some, so that it also meets itself.
    odd_values_ = dice_.percent(20) ? 80 : 25;
    carried_ = dice_.percent(20) ? 45 : 10;
    dropping_ = dice_.percent(20) ? 35 : 7;
    panicking_ = dice_.percent(20) ? 55 : 12;
    owned main{.objects = {}, .is_main = true};
    scenario all;
    set_up(all.setup, main);
    if (dice_.percent(45)) repeat(all.setup, main);
    list(all.main, main, dice_.from_to(1, 5));
    if (has_channels_ && dice_.percent(15)) dialogue(all, main);
    if (is_focused_ && !has_rcs_ && dice_.percent(45)) {
      race(all, main);
      return all;
    }
    if (dice_.percent(2)) meeting(all.main);
    if (dice_.percent(88)) threads(all.main, main);
    list(all.main, main, dice_.from_to(0, 5));
    for (const handle& each : std::vector(main.objects))
      if (each.of == kind::thread && dice_.percent(80))
        all.main.push_back({.does = dice_.percent(75) ? action::join : action::join_unwrap, .on = each});
    if (dice_.percent(65))
      look(all.main, main);
    else
      list(all.main, main, dice_.from_to(0, 4));
    return all;
  }

  /// Steps for a thread that owns these objects.
  void list(std::vector<step>& into, owned& by, int count) {
    for (int drawn = 0; drawn < count; ++drawn) one(into, by);
  }

  void knows(const std::vector<handle>& all) {
    for (const handle& each : all) {
      auto& next = next_of(each.of);
      next = std::max(next, each.number + 1);
      if (each.of == kind::mutex) mutexes_.push_back(each);
      if (each.of == kind::sender) has_channels_ = true;
      if (each.of == kind::arc) has_arcs_ = true;
      if (each.of == kind::mutex) has_mutexes_ = true;
    }
  }

 private:
  int& next_of(kind of) {
    constexpr std::string_view kinds = "srmawct";
    return next_[kinds.find(static_cast<char>(of))];
  }
  handle fresh(kind of) {
    int& next = next_of(of);
    if (next >= most_handles) next = 1;
    return {.of = of, .number = next++};
  }

  std::optional<handle> some(const owned& by, std::initializer_list<kind> kinds) {
    std::vector<handle> fitting;
    for (const handle& each : by.objects)
      if (std::ranges::find(kinds, each.of) != kinds.end()) fitting.push_back(each);
    if (fitting.empty()) return std::nullopt;
    return fitting[dice_.below(fitting.size())];
  }
  std::optional<handle> some_mutex() {
    if (mutexes_.empty()) return std::nullopt;
    return mutexes_[dice_.below(mutexes_.size())];
  }
  static void forget(owned& by, handle one) { std::erase(by.objects, one); }

  value a_value(owned& by, bool plain = false) {
    value drawn;
    drawn.number = next_value_;
    next_value_ = next_value_ + 1 < most_values ? next_value_ + 1 : 1;
    if (plain) return drawn;
    if (dice_.percent(odd_values_)) {
      constexpr std::array odd{layout::number, layout::undropped, layout::null,
                               layout::null,   layout::blank,     layout::same};
      drawn.is = odd[dice_.below(odd.size())];
    }
    if (dice_.percent(carried_)) {
      if (const auto carried = some(by, {kind::sender, kind::receiver, kind::arc, kind::weak})) {
        if (drawn.is == layout::undropped || drawn.is == layout::blank) drawn.is = layout::memory;
        drawn.carries = *carried;
        forget(by, *carried);
      }
    }
    if (dice_.percent(dropping_) && by.depth < deepest) {
      owned dropping{.objects = by.objects, .depth = deepest - 1};
      if (drawn.is == layout::undropped || drawn.is == layout::blank) drawn.is = layout::memory;
      list(drawn.dropped, dropping, dice_.from_to(1, 2));
    }
    return drawn;
  }

  void make_channel(std::vector<step>& into, owned& by) {
    const handle tx = fresh(kind::sender), rx = fresh(kind::receiver);
    into.push_back({.does = action::channel, .on = tx, .makes = rx});
    by.objects.push_back(tx);
    by.objects.push_back(rx);
    while (dice_.percent(45)) {
      const handle other = fresh(kind::sender);
      into.push_back({.does = action::clone, .on = tx, .makes = other});
      by.objects.push_back(other);
    }
  }
  void make_mutex(std::vector<step>& into, owned& by) {
    const handle made = fresh(kind::mutex);
    into.push_back({.does = action::mutex, .on = made, .gives = a_value(by)});
    mutexes_.push_back(made);
  }
  void make_owner(std::vector<step>& into, owned& by, kind of) {
    const handle first = fresh(of);
    into.push_back({.does = of == kind::arc ? action::arc : action::rc, .on = first, .gives = a_value(by)});
    by.objects.push_back(first);
    while (dice_.percent(55)) {
      const handle other = fresh(of);
      into.push_back({.does = action::clone, .on = first, .makes = other});
      by.objects.push_back(other);
    }
    while (of == kind::arc && dice_.percent(30)) {
      const handle weak = fresh(kind::weak);
      into.push_back({.does = action::downgrade, .on = first, .makes = weak});
      by.objects.push_back(weak);
    }
  }

  void set_up(std::vector<step>& into, owned& by) {
    if (dice_.percent(1)) {
      constexpr std::array kinds{kind::sender, kind::mutex, kind::arc, kind::weak, kind::rc};
      const kind of = kinds[dice_.below(kinds.size())];
      const bool can_lie_in_another = of != kind::weak;
      into.push_back({.does = can_lie_in_another && dice_.percent(30) ? action::chain : action::many,
                      .on = {.of = of},
                      .times = dice_.boundary(9)});
    }
    for (int count = has_channels_ ? dice_.from_to(1, dice_.percent(75) ? 1 : 3) : 0; count > 0; --count)
      make_channel(into, by);
    for (int count = has_mutexes_ ? dice_.from_to(1, dice_.percent(50) ? 1 : 3) : 0; count > 0; --count)
      make_mutex(into, by);
    for (int count = has_arcs_ ? dice_.from_to(1, dice_.percent(70) ? 1 : 2) : 0; count > 0; --count)
      make_owner(into, by, kind::arc);
    for (int count = has_rcs_ ? dice_.from_to(1, 2) : 0; count > 0; --count) make_owner(into, by, kind::rc);
  }

  /// Many threads at once; few more often than many.
  void meeting(std::vector<step>& into) {
    constexpr std::array kinds{kind::sender, kind::receiver, kind::mutex, kind::arc, kind::weak, kind::thread};
    into.push_back({.does = action::meet, .on = {.of = kinds[dice_.below(kinds.size())]}, .times = dice_.boundary(6)});
  }

  /// Sends many messages and receives some of them, in some phases: what is stored in a ring begins at any place of it.
  void fill(std::vector<step>& into, owned& by, handle tx, std::uint64_t times) {
    const auto rx = some(by, {kind::receiver});
    std::uint64_t in_flight = 0;
    for (int phases = dice_.from_to(1, 4); phases > 0; --phases) {
      into.push_back({.does = action::send, .on = tx, .gives = a_value(by, true), .times = times});
      in_flight += times;
      const auto left = dice_.percent(50) ? dice_.below(3) : dice_.below(in_flight);
      if (rx && dice_.percent(75) && in_flight > left) {
        into.push_back({.does = action::try_recv, .on = *rx, .times = in_flight - left});
        in_flight = left;
      }
      times = dice_.percent(50) ? dice_.boundary(7) : 1 + dice_.below(40);
    }
    if (rx && dice_.percent(30)) into.push_back({.does = action::try_recv, .on = *rx, .times = in_flight + 1});
  }

  /// Brings a count to a boundary, before threads meet there.
  void repeat(std::vector<step>& into, owned& by) {
    const auto times = dice_.boundary(11);
    switch (dice_.below(4)) {
      case 0:
        if (const auto tx = some(by, {kind::sender})) fill(into, by, *tx, times);
        break;
      case 1:
        if (const auto one = some(by, {kind::sender, kind::arc, kind::rc})) {
          into.push_back({.does = action::crowd, .on = *one, .times = times});
          if (one->of != kind::sender && dice_.percent(60)) into.push_back({.does = action::count, .on = *one});
          if (one->of == kind::sender && dice_.percent(60)) {
            const handle last = fresh(kind::sender);
            into.push_back({.does = action::clone, .on = *one, .makes = last});
            into.push_back({.does = action::send, .on = last, .gives = a_value(by)});
            by.objects.push_back(last);
          }
          if (dice_.percent(35)) into.push_back({.does = action::disperse, .on = *one});
        }
        break;
      case 2:
        if (const auto mutex = some_mutex()) into.push_back({.does = action::lock, .on = *mutex, .times = times});
        break;
      default:
        break;
    }
  }

  /// What shows the state that the steps before have left: the messages in flight, the data, the owners.
  void look(std::vector<step>& into, owned& by) {
    const bool closes = dice_.percent(70);
    for (const handle& each : std::vector(by.objects)) {
      switch (each.of) {
        case kind::sender:
          if (!closes) break;
          into.push_back({.does = action::drop, .on = each});
          forget(by, each);
          break;
        case kind::arc:
        case kind::rc:
          into.push_back({.does = dice_.percent(60) ? action::count : action::read, .on = each});
          break;
        case kind::weak:
          into.push_back({.does = action::upgrade, .on = each, .makes = fresh(kind::arc)});
          by.objects.push_back(into.back().makes);
          break;
        default:
          break;
      }
    }
    for (const handle& each : by.objects) {
      if (each.of != kind::receiver) continue;
      const auto die = dice_.below(3);
      if (die == 0)
        into.push_back({.does = action::each, .on = each, .body = {{.does = action::sleep, .times = 0}}});
      else
        into.push_back({.does = die == 1 ? action::recv : action::try_recv,
                        .on = each,
                        .times = static_cast<std::uint64_t>(dice_.from_to(2, 6))});
    }
    for (const handle& each : mutexes_) {
      if (!dice_.percent(60)) continue;
      if (dice_.percent(50))
        into.push_back({.does = action::with_lock, .on = each, .body = {{.does = action::read, .on = each}}});
      else
        into.insert(into.end(), {{.does = dice_.percent(50) ? action::lock : action::try_lock, .on = each},
                                 {.does = action::read, .on = each},
                                 {.does = action::unlock, .on = each}});
    }
  }

  void threads(std::vector<step>& into, owned& by) {
    for (int count = dice_.from_to(1, 4); count > 0; --count) {
      spawn(into, by);
      list(into, by, dice_.from_to(0, 2));
    }
  }

  void spawn(std::vector<step>& into, owned& by) {
    if (spawned_ >= most_spawned) return;
    ++spawned_;
    step made{.does = dice_.percent(3) ? action::refuse : action::spawn, .on = fresh(kind::thread)};
    owned own{.objects = {}, .may_panic = true};
    own.depth = by.depth + 1;
    // A thread often is the only one that receives, or that sends: only then others can wait for it.
    const auto role = dice_.below(100);
    for (const handle& each : std::vector(by.objects)) {
      const std::uint64_t chance = each.of == kind::receiver ? (role < 35 ? 90 : 10)
                                   : each.of == kind::sender ? (role < 35   ? 10
                                                                : role < 70 ? 95
                                                                            : 45)
                                                             : 45;
      if (each.of == kind::rc || !dice_.percent(chance)) continue;
      made.moves.push_back(each);
      own.objects.push_back(each);
      forget(by, each);
    }
    list(made.body, own, dice_.from_to(1, 5));
    if (dice_.percent(20)) look(made.body, own);
    const bool panics = dice_.percent(panicking_);
    if (panics)
      made.body.push_back({.does = action::panic, .gives = a_value(own)});
    else if (dice_.percent(25))
      made.body.push_back({.does = action::finish, .gives = a_value(own)});
    if (dice_.percent(panics ? 35 : 12)) {
      owned dropping{.objects = own.objects, .depth = deepest - 1};
      list(made.dropped, dropping, dice_.from_to(1, 2));
    }
    into.push_back(std::move(made));
    by.objects.push_back(into.back().on);
  }

  /// Two threads that each answer the other's messages.
  void dialogue(scenario& all, owned& by) {
    const handle to = fresh(kind::sender), at_thread = fresh(kind::receiver);
    const handle back = fresh(kind::sender), at_main = fresh(kind::receiver);
    all.setup.push_back({.does = action::channel, .on = to, .makes = at_thread});
    all.setup.push_back({.does = action::channel, .on = back, .makes = at_main});
    step other{.does = action::spawn, .on = fresh(kind::thread), .moves = {at_thread, back}};
    owned own{.objects = {at_thread, back}, .depth = 1, .may_panic = true};
    const bool begins = dice_.percent(50);
    std::vector<step> answers;
    for (int rounds = dice_.from_to(1, 3); rounds > 0; --rounds) {
      const step asks{.does = action::send, .on = to, .gives = a_value(by, true)};
      const step says{.does = action::send, .on = back, .gives = a_value(by, true)};
      answers.push_back(begins ? asks : step{.does = action::recv, .on = at_main});
      answers.push_back(begins ? step{.does = action::recv, .on = at_main} : asks);
      other.body.push_back(begins ? step{.does = action::recv, .on = at_thread} : says);
      other.body.push_back(begins ? says : step{.does = action::recv, .on = at_thread});
      if (dice_.percent(30)) list(other.body, own, 1);
    }
    if (dice_.percent(25)) {
      // In the drop of the closure, which also unwinds.
      other.dropped = std::exchange(other.body, {});
      if (dice_.percent(60)) other.body.push_back({.does = action::panic, .gives = a_value(own, true)});
    }
    all.main.push_back(std::move(other));
    by.objects.push_back(all.main.back().on);
    if (dice_.percent(40)) list(all.main, by, 1);
    all.main.insert(all.main.end(), answers.begin(), answers.end());
    by.objects.push_back(to);
    by.objects.push_back(at_main);
  }

  /// Threads that do the same few steps with one object after the other, each with another thread at the same object:
  /// what needs a rare schedule has several chances.
  void race(scenario& all, owned& by) {
    constexpr std::size_t threads = 3;
    std::array<std::vector<step>, threads> lists;
    std::array<std::vector<handle>, threads> owns;
    const auto seed = dice_.below(UINT64_MAX);
    for (int objects = dice_.from_to(3, 6); objects > 0; --objects) {
      const dice before = std::exchange(dice_, dice(seed));  // the same steps for each object
      if (has_channels_)
        race_for_channel(all.setup, lists, owns);
      else if (has_mutexes_)
        race_for_mutex(all.setup, lists);
      else
        race_for_owners(all.setup, lists, owns);
      dice_ = before;
    }
    // What has a sender left is not disconnected.
    std::vector<step> last_looks;
    for (const handle& each : owns[0])
      if (each.of == kind::receiver)
        last_looks.push_back(
            {.does = action::try_recv, .on = each, .times = static_cast<std::uint64_t>(dice_.from_to(2, 4))});
    const std::size_t count = lists.back().empty() ? 2 : threads;
    for (std::size_t thread = 1; thread < count; ++thread) {
      all.main.push_back({.does = action::spawn,
                          .on = fresh(kind::thread),
                          .moves = owns.at(thread),
                          .body = std::move(lists.at(thread))});
      by.objects.push_back(all.main.back().on);
    }
    all.main.insert(all.main.end(), lists[0].begin(), lists[0].end());
    for (const handle& each : by.objects)
      if (each.of == kind::thread) all.main.push_back({.does = action::join, .on = each});
    all.main.insert(all.main.end(), last_looks.begin(), last_looks.end());
    owned left{.objects = owns[0], .is_main = true};
    look(all.main, left);
  }

  template <class Lists, class Owns>
  void race_for_channel(std::vector<step>& setup, Lists& lists, Owns& owns) {
    const handle tx = fresh(kind::sender), other = fresh(kind::sender), rx = fresh(kind::receiver);
    setup.push_back({.does = action::channel, .on = tx, .makes = rx});
    setup.push_back({.does = action::clone, .on = tx, .makes = other});
    if (dice_.percent(40)) {
      const handle kept = fresh(kind::sender);
      setup.push_back({.does = action::clone, .on = tx, .makes = kept});
      owns[0].push_back(kept);
    }
    owns[0].push_back(rx);
    owns[1].push_back(tx);
    const bool both_send = dice_.percent(60);
    owns[both_send ? 2 : 1].push_back(other);
    owned none{};
    const auto sends = [&](std::vector<step>& into, handle from) {
      for (int count = dice_.from_to(1, 2); count > 0; --count) {
        const auto die = dice_.below(10);
        if (die < 6)
          into.push_back({.does = action::send, .on = from, .gives = a_value(none, true)});
        else
          into.push_back({.does = action::clone, .on = from, .makes = fresh(kind::sender)});
      }
      if (dice_.percent(50)) into.push_back({.does = action::drop, .on = from});
    };
    for (int count = dice_.from_to(0, 3); count > 0; --count)
      lists[0].push_back({.does = dice_.percent(60) ? action::recv : action::try_recv, .on = rx});
    if (dice_.percent(40)) lists[0].push_back({.does = action::drop, .on = rx});
    if (!both_send) lists[1].push_back({.does = action::drop, .on = other});
    sends(lists[1], tx);
    if (both_send) sends(lists[2], other);
  }

  template <class Lists>
  void race_for_mutex(std::vector<step>& setup, Lists& lists) {
    const handle mutex = fresh(kind::mutex);
    owned none{};
    setup.push_back({.does = action::mutex, .on = mutex, .gives = a_value(none, true)});
    mutexes_.push_back(mutex);
    const bool has_third = dice_.percent(50);
    for (std::vector<step>& into : lists) {
      if (&into == &lists.back() && !has_third) break;
      step body{.does = dice_.percent(60) ? action::with_lock : action::with_unwrap,
                .on = mutex,
                .body = {{.does = action::put, .on = mutex, .gives = a_value(none, true)}}};
      const auto die = dice_.below(10);
      if (die < 3) {
        body.body.push_back({.does = action::panic, .gives = a_value(none, true)});
        into.push_back({.does = action::caught, .body = {body}});
      } else if (die < 5) {
        into.push_back(body);
      } else {
        into.push_back({.does = dice_.percent(60) ? action::lock : action::try_lock, .on = mutex});
        if (dice_.percent(50)) into.push_back({.does = action::put, .on = mutex, .gives = a_value(none, true)});
        into.push_back({.does = action::unlock, .on = mutex});
      }
    }
  }

  template <class Lists, class Owns>
  void race_for_owners(std::vector<step>& setup, Lists& lists, Owns& owns) {
    const handle first = fresh(kind::arc), second = fresh(kind::arc), weak = fresh(kind::weak);
    owned none{};
    setup.push_back({.does = action::arc, .on = first, .gives = a_value(none, true)});
    const bool is_shared = dice_.percent(50);
    if (is_shared) setup.push_back({.does = action::clone, .on = first, .makes = second});
    setup.push_back({.does = action::downgrade, .on = first, .makes = weak});
    owns[0].push_back(first);
    owns[is_shared ? 2 : 1].push_back(weak);
    if (is_shared) owns[1].push_back(second);
    const auto uses = [&](std::vector<step>& into, handle own) {
      if (dice_.percent(50)) into.push_back({.does = action::read, .on = own});
      for (int count = dice_.from_to(0, 2); count > 0; --count) {
        const auto die = dice_.below(4);
        if (die == 0) into.push_back({.does = action::clone, .on = own, .makes = fresh(kind::arc)});
        if (die == 1) into.push_back({.does = action::count, .on = own});
        if (die == 2) into.push_back({.does = action::read, .on = own});
        if (die == 3) into.push_back({.does = action::downgrade, .on = own, .makes = fresh(kind::weak)});
      }
      if (dice_.percent(80)) into.push_back({.does = action::drop, .on = own});
    };
    uses(lists[0], first);
    if (is_shared) uses(lists[1], second);
    std::vector<step>& upgrading = lists[is_shared ? 2 : 1];
    const handle upgraded = fresh(kind::arc);
    if (dice_.percent(80)) upgrading.push_back({.does = action::upgrade, .on = weak, .makes = upgraded});
    if (dice_.percent(40)) upgrading.push_back({.does = action::read, .on = upgraded});
    if (dice_.percent(70)) upgrading.push_back({.does = action::drop, .on = weak});
  }

  void lock_with_body(std::vector<step>& into, owned& by) {
    const auto mutex = some_mutex();
    if (!mutex) return;
    step made{.does = dice_.percent(65) ? action::with_lock : action::with_unwrap, .on = *mutex};
    owned inside = by;
    ++inside.depth;
    inside.in_lock = true;
    if (dice_.percent(40)) made.body.push_back({.does = action::put, .on = *mutex, .gives = a_value(inside)});
    list(made.body, inside, dice_.from_to(0, 2));
    if (made.body.empty()) made.body.push_back({.does = action::read, .on = *mutex});
    const bool panics = dice_.percent(panicking_ + 6);
    if (panics) made.body.push_back({.does = action::panic, .gives = a_value(inside)});
    by.objects = inside.objects;
    if (panics && dice_.percent(50)) {
      step caught{.does = action::caught};
      caught.body.push_back(std::move(made));
      into.push_back(std::move(caught));
    } else {
      into.push_back(std::move(made));
    }
  }

  void caught_panic(std::vector<step>& into, owned& by) {
    step caught{.does = action::caught};
    owned inside = by;
    ++inside.depth;
    list(caught.body, inside, dice_.from_to(0, 2));
    caught.body.push_back({.does = action::panic, .gives = a_value(inside)});
    by.objects = inside.objects;
    into.push_back(std::move(caught));
  }

  void held_lock(std::vector<step>& into, owned& by) {
    const auto mutex = some_mutex();
    if (!mutex) return;
    into.push_back({.does = dice_.percent(55) ? action::lock : action::try_lock, .on = *mutex});
    if (dice_.percent(40)) into.push_back({.does = action::put, .on = *mutex, .gives = a_value(by)});
    if (dice_.percent(30) && by.depth < deepest) {
      ++by.depth;
      one(into, by);
      --by.depth;
    }
    if (dice_.percent(85)) into.push_back({.does = action::unlock, .on = *mutex});
  }

  void channel_step(std::vector<step>& into, owned& by) {
    const auto tx = some(by, {kind::sender});
    const auto rx = some(by, {kind::receiver});
    const auto die = rx && !tx ? 42 + dice_.below(58) : dice_.below(100);
    if (die < 42 && tx) {
      into.push_back({.does = action::send, .on = *tx, .gives = a_value(by)});
      if (dice_.percent(15)) into.back().times = static_cast<std::uint64_t>(dice_.from_to(2, 4));
    } else if (die < 66 && rx) {
      into.push_back({.does = action::recv, .on = *rx});
      if (dice_.percent(20)) into.back().times = static_cast<std::uint64_t>(dice_.from_to(2, 3));
    } else if (die < 75 && rx) {
      into.push_back({.does = action::try_recv, .on = *rx});
      if (dice_.percent(15)) into.back().times = static_cast<std::uint64_t>(dice_.from_to(2, 3));
    } else if (die < 84 && rx) {
      step made{.does = action::each, .on = *rx};
      if (dice_.percent(60)) made.times = static_cast<std::uint64_t>(dice_.from_to(1, 4));
      owned inside = by;
      ++inside.depth;
      if (by.depth < deepest && dice_.percent(60)) list(made.body, inside, 1);
      if (made.body.empty()) made.body.push_back({.does = action::sleep, .times = 0});
      by.objects = inside.objects;
      into.push_back(std::move(made));
    } else if (die < 92 && tx) {
      const handle other = fresh(kind::sender);
      into.push_back({.does = action::clone, .on = *tx, .makes = other});
      by.objects.push_back(other);
    } else if (tx || rx) {
      const handle dropped = rx && (!tx || dice_.percent(30)) ? *rx : *tx;
      into.push_back({.does = action::drop, .on = dropped});
      forget(by, dropped);
    }
  }

  void owner_step(std::vector<step>& into, owned& by) {
    const auto strong = some(by, {kind::arc, kind::rc});
    const auto weak = some(by, {kind::weak});
    const auto die = dice_.below(100);
    if (die < 22 && strong) {
      if (dice_.percent(15))
        into.push_back(
            {.does = action::cycle, .on = *strong, .times = static_cast<std::uint64_t>(dice_.from_to(1, 9))});
      into.push_back({.does = action::count, .on = *strong});
    } else if (die < 38 && strong) {
      into.push_back({.does = action::read, .on = *strong});
    } else if (die < 58 && strong) {
      const handle other = fresh(strong->of);
      into.push_back({.does = action::clone, .on = *strong, .makes = other});
      by.objects.push_back(other);
    } else if (die < 66 && strong && strong->of == kind::arc) {
      const handle made = fresh(kind::weak);
      into.push_back({.does = action::downgrade, .on = *strong, .makes = made});
      by.objects.push_back(made);
    } else if (die < 80 && weak) {
      const handle made = fresh(kind::arc);
      into.push_back({.does = action::upgrade, .on = *weak, .makes = made});
      by.objects.push_back(made);
    } else if (strong || weak) {
      const handle dropped = weak && (!strong || dice_.percent(25)) ? *weak : *strong;
      into.push_back({.does = action::drop, .on = dropped});
      forget(by, dropped);
    }
  }

  void thread_step(std::vector<step>& into, owned& by) {
    const auto thread = some(by, {kind::thread});
    const auto die = dice_.below(100);
    if (die < 45 && thread) {
      into.push_back({.does = dice_.percent(70) ? action::join : action::join_unwrap, .on = *thread});
      forget(by, *thread);
    } else if (die < 55 && thread) {
      into.push_back({.does = action::detach, .on = *thread});
      forget(by, *thread);
    } else if (die < 58 && thread) {
      into.push_back({.does = action::interrupt, .on = *thread});
    } else if (die < 65) {
      into.push_back({.does = action::sleep, .times = dice_.below(2) * 1000});
    } else if (by.depth < deepest) {
      spawn(into, by);
    }
  }

  void one(std::vector<step>& into, owned& by) {
    const auto die = dice_.below(100);
    if (die < 3 && by.depth < deepest && (by.may_panic || by.is_main)) return caught_panic(into, by);
    if (has_mutexes_ && die < (is_focused_ ? 94 : 28)) {
      const bool has_body = dice_.percent(by.is_main ? 40 : 57);
      return by.depth < deepest && has_body ? lock_with_body(into, by) : held_lock(into, by);
    }
    if ((has_arcs_ || has_rcs_) && die < (is_focused_ ? 94 : 55) && some(by, {kind::arc, kind::weak, kind::rc}))
      return owner_step(into, by);
    if (die < 92 && some(by, {kind::sender, kind::receiver})) return channel_step(into, by);
    if (die < 97 && some(by, {kind::arc, kind::weak, kind::rc})) return owner_step(into, by);
    if (die < 98) return thread_step(into, by);
    if (has_channels_ && by.depth < deepest) return make_channel(into, by);
    if (has_arcs_) make_owner(into, by, kind::arc);
  }

  dice dice_;
  bool has_channels_ = false, has_mutexes_ = false, has_arcs_ = false, has_rcs_ = false;
  bool is_focused_ = false;  // on one of these
  // Of a hundred: values of another layout than memory, that carry an object, whose drop has steps; closures that
  // panic.
  std::uint64_t odd_values_ = 25, carried_ = 10, dropping_ = 7, panicking_ = 12;
  std::array<int, 7> next_{1, 1, 1, 1, 1, 1, 1};
  std::vector<handle> mutexes_;
  int next_value_ = 1, spawned_ = 0;
};

}  // namespace

scenario generate(std::uint64_t seed) {
  return drawing(seed).draw();
}

std::vector<step> generate_steps(const std::vector<handle>& objects, std::uint64_t seed) {
  drawing fresh(seed);
  fresh.knows(objects);
  owned by{.objects = objects, .depth = 1};
  std::vector<step> drawn;
  fresh.list(drawn, by, 1);
  return drawn;
}

}  // namespace scenarios
