// SPDX-License-Identifier: MIT
#include "scenarios/case_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace scenarios {

namespace {

constexpr std::size_t most_planned_steps = 150'000;
/// Of more steps, it takes too long to find out what holds in each order.
constexpr std::size_t most_compared_steps = 5000;

bool has_body(action does) {
  return does == action::with_lock || does == action::with_unwrap;
}
bool joins(action does) {
  return does == action::join || does == action::join_unwrap;
}
bool receives(action does) {
  return does == action::recv || does == action::try_recv || does == action::each;
}

/// Whether it is a step of a thread, and not what a step consists of or is part of.
bool is_step(const record& is) {
  return is.does != action::use && is.does != action::body && is.does != action::environment;
}

/// Why a step cannot be part of a case; empty where it can.
std::string_view why_not(const record& is) {
  switch (is.does) {
    case action::meet:
      return "many threads meet in it, which only the test program of Fearless can have";
    case action::refuse:
      return "it needs a system that starts no thread";
    case action::interrupt:
      return "it needs a signal that comes during a wait";
    default:
      return "";
  }
}

/// Puts the steps that were observed into frames: the functions of the case.
class framing {
 public:
  framing(const observed_execution& seen, case_plan& into) : seen_(seen), into_(into) {}

  void run() {
    into_.frames.push_back({.what = planned_frame::of::main});
    add_areas();
    for (std::size_t number = 0; number < seen_.steps.size(); ++number) {
      const record& is = seen_.steps[number].is;
      if (const auto why = why_not(is); !why.empty())
        throw std::invalid_argument(fmt::format("`{}`: {}", name(is.does), why));
      if (!is_step(is)) continue;
      if (into_.steps.size() == most_planned_steps)
        throw std::invalid_argument(fmt::format("it has more than {} steps", most_planned_steps));
      const std::size_t planned = into_.steps.size();
      into_.steps.push_back({.observed = number, .frame = frame_at(is)});
      into_.frames[into_.steps.back().frame].steps.push_back(planned);
      planned_[number] = planned;
    }
    for (planned_frame& each : into_.frames)
      if (each.what == planned_frame::of::lock) each.step = planned_.at(each.step);
    for (std::size_t frame = 0; frame < into_.frames.size(); ++frame) split_iterations(frame);
  }

 private:
  /// The time in which a thread takes the steps of a frame.
  struct area {
    std::uint8_t thread;
    stamp from, to;
    std::size_t frame;
  };

  void add(const planned_frame& added, std::uint8_t thread, stamp from, stamp to) {
    areas_.push_back({thread, from, to != 0 ? to : UINT64_MAX, into_.frames.size()});
    into_.frames.push_back(added);
  }

  void add_areas() {
    for (std::size_t number = 0; number < seen_.steps.size(); ++number) {
      const record& is = seen_.steps[number].is;
      // The drop of a closure that is still observed belongs to the thread of the closure.
      if (is.does == action::body)
        add({.what = planned_frame::of::closure, .thread = is.thread}, is.thread, is.called, is.returned);
      if (is.does == action::environment)
        add({.what = planned_frame::of::environment, .thread = static_cast<std::uint8_t>(is.object)}, is.thread,
            is.called, is.returned);
      if (has_body(is.does) && is.began != 0)
        add({.what = planned_frame::of::lock, .step = number}, is.thread, is.began, is.ended);
    }
    for (std::uint32_t made = 0; made < seen_.values.size(); ++made) {
      const observed_value& value = seen_.values[made];
      if (value.drop_begins != 0 && any_step_between(value))
        add({.what = planned_frame::of::drop, .value = made}, value.dropped_by, value.drop_begins, value.drop_ends);
    }
  }

  /// Whether a step was taken in the drop of the value.
  [[nodiscard]] bool any_step_between(const observed_value& value) const {
    const auto first = std::ranges::upper_bound(seen_.steps, value.drop_begins, {},
                                                [](const observed_step& each) { return each.is.called; });
    const stamp end = value.drop_ends != 0 ? value.drop_ends : UINT64_MAX;
    for (auto each = first; each != seen_.steps.end() && each->is.called < end; ++each)
      if (each->is.thread == value.dropped_by) return true;
    return false;
  }

  [[nodiscard]] std::size_t frame_at(const record& is) const {
    const area* innermost = nullptr;
    for (const area& each : areas_)
      if (each.thread == is.thread && each.from < is.called && is.called < each.to &&
          (innermost == nullptr || each.from > innermost->from))
        innermost = &each;
    return innermost != nullptr ? innermost->frame : 0;
  }

  /// Moves the steps that were taken in an iteration into frames of their own, one for each message.
  void split_iterations(std::size_t frame) {
    std::vector<std::size_t> outside;
    std::optional<std::size_t> inside;
    for (const std::size_t planned : std::vector(into_.frames[frame].steps)) {
      const record& is = seen_.steps[into_.steps[planned].observed].is;
      const bool is_inside = inside && (is.context & in_iteration) != 0;
      if (!is_inside) inside.reset();
      if (is_inside) {
        into_.frames[*inside].steps.push_back(planned);
        into_.steps[planned].frame = *inside;
        continue;
      }
      outside.push_back(planned);
      if (is.does != action::each || is.gave != result::received) continue;
      inside = into_.frames.size();
      into_.frames.push_back({.what = planned_frame::of::iteration, .step = planned});
    }
    into_.frames[frame].steps = outside;
  }

  const observed_execution& seen_;
  case_plan& into_;
  std::vector<area> areas_;
  std::map<std::size_t, std::size_t> planned_;  // by the observed one
};

/// Takes the steps one after the other, as a right implementation does. What a thread waits for comes later.
class sequence {
 public:
  sequence(const observed_execution& seen, case_plan& plan) : seen_(seen), plan_(plan) {}

  /// Returns a step that would wait for ever, if there is one.
  std::optional<std::size_t> run() {
    prepare();
    for (;;) {
      end_waits();
      if (const auto next = next_thread()) {
        take(*next);
        continue;
      }
      if (!is_cleaned_up_) {
        clean_up();
        continue;
      }
      break;
    }
    for (std::size_t thread = 0; thread < threads_.size(); ++thread)
      if (threads_[thread].waits_in) return stuck();
    find_sure_results();
    find_left_values();
    plan_.order = seen_.threads.size() == 1                                        ? case_order::one_thread
                  : taken_.size() <= most_compared_steps && can_be_without_order() ? case_order::any_order
                                                                                   : case_order::in_order;
    return std::nullopt;
  }

 private:
  using knowledge_of_threads = std::array<int, most_threads>;

  /// A step begins, or the body of a lock ends.
  struct moment {
    stamp at;
    std::size_t step;
    bool is_end;
  };
  struct thread_of_plan {
    std::vector<moment> moments;
    std::size_t next = 0;
    bool is_spawned = false;
    std::optional<std::size_t> waits_in;
    knowledge_of_threads knows{};
  };
  struct channel_of_plan {
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_senders;  // the messages of each, the oldest first
    std::int64_t senders = 0;
    bool has_receiver = true, is_undetermined = false;
    [[nodiscard]] std::size_t in_flight() const {
      std::size_t all = 0;
      for (const auto& [sender, messages] : of_senders) all += messages.size();
      return all;
    }
  };
  struct mutex_of_plan {
    std::optional<std::uint8_t> holder;
    bool is_poisoned = false;
    std::uint32_t data = no_value;
  };
  struct owners_of_plan {
    std::int64_t owners = 0;
    std::uint32_t value = no_value;
  };
  /// A step that was taken, and what its thread knew.
  struct taken_step {
    std::size_t step;
    std::uint8_t thread;
    int tick;
    knowledge_of_threads knows;
  };

  [[nodiscard]] const record& record_of(std::size_t step) const { return seen_.steps[plan_.steps[step].observed].is; }
  [[nodiscard]] action action_of(std::size_t step) const {
    const action does = record_of(step).does;
    if (!plan_.steps[step].tries) return does;
    return does == action::recv ? action::try_recv : does;
  }

  void prepare() {
    threads_.resize(seen_.threads.size());
    threads_[0].is_spawned = true;
    for (std::size_t step = 0; step < plan_.steps.size(); ++step) {
      planned_step& each = plan_.steps[step];
      each = {.observed = each.observed, .tries = each.tries, .frame = each.frame};
      const record& is = record_of(step);
      threads_[is.thread].moments.push_back({position_of(each.observed), step, false});
      if (has_body(is.does) && is.began != 0)
        threads_[is.thread].moments.push_back({is.ended != 0 ? is.ended : UINT64_MAX, step, true});
    }
    for (auto& each : threads_) std::ranges::sort(each.moments, {}, &moment::at);
  }

  /// When a step comes. The one that broke a claim may have done so because of those that overlapped it. If it waits,
  /// they come during it; otherwise it comes after them.
  [[nodiscard]] stamp position_of(std::size_t observed) const {
    const record& is = seen_.steps[observed].is;
    if (!seen_.broken) return is.called;
    const record& broken = seen_.steps[*seen_.broken].is;
    const bool waits =
        receives(broken.does) || joins(broken.does) || has_body(broken.does) || broken.does == action::lock;
    if (seen_.broken == observed) return waits || has_inside(is) ? is.called : end_of(is);
    const bool holds = is.began != 0 && is.began < end_of(broken);
    const bool overlaps =
        is.thread != broken.thread && is.called < broken.called && end_of(is) > broken.called && !holds;
    const bool comes_later = waits && overlaps && !has_arrived(is, broken.called) && !has_inside(is);
    return comes_later ? broken.called + 1 : is.called;
  }

  /// Whether the message of a send was received by a step that began earlier than this.
  [[nodiscard]] bool has_arrived(const record& sent, stamp before) const {
    return sent.does == action::send && std::ranges::any_of(seen_.steps, [&](const observed_step& each) {
             return each.is.gave == result::received && each.is.value == sent.value && each.is.called < before;
           });
  }

  static stamp end_of(const record& is) { return is.returned != 0 ? is.returned : UINT64_MAX; }

  [[nodiscard]] bool has_inside(const record& is) const {
    return std::ranges::any_of(seen_.steps, [&](const observed_step& each) {
      return each.is.thread == is.thread && each.is.called > is.called && each.is.called < end_of(is) &&
             is_step(each.is);
    });
  }

  [[nodiscard]] bool can_go_on(const thread_of_plan& thread) const {
    return thread.is_spawned && !thread.waits_in && thread.next < thread.moments.size();
  }

  [[nodiscard]] std::optional<std::size_t> next_thread() const {
    std::optional<std::size_t> found;
    for (std::size_t thread = 0; thread < threads_.size(); ++thread)
      if (can_go_on(threads_[thread]) && (!found || at(thread) < at(*found))) found = thread;
    return found;
  }
  [[nodiscard]] stamp at(std::size_t thread) const { return threads_[thread].moments[threads_[thread].next].at; }

  void take(std::size_t thread) {
    thread_of_plan& own = threads_[thread];
    const moment now = own.moments[own.next++];
    planned_step& step = plan_.steps[now.step];
    if (now.is_end) {
      release(record_of(now.step));
      step.ends_at = begin_number(thread, step.end_follows);
      return;
    }
    std::optional<std::uint8_t> follows;
    step.number = begin_number(thread, follows);
    step.follows = follows;
    ++own.knows[thread];
    if (!perform(now.step)) {
      own.waits_in = now.step;
      step.lets_others_begin = true;
      return;
    }
    note_taken(now.step, thread);
  }

  int begin_number(std::size_t thread, std::optional<std::uint8_t>& follows) {
    if (last_thread_ && *last_thread_ != thread) follows = last_thread_;
    last_thread_ = static_cast<std::uint8_t>(thread);
    return ++last_number_;
  }

  void note_taken(std::size_t step, std::size_t thread) {
    const auto own = static_cast<std::uint8_t>(thread);
    taken_.push_back({step, own, threads_[thread].knows[thread], threads_[thread].knows});
    skip_body(step);
  }

  /// Where a lock was not acquired, its body is not run.
  void skip_body(std::size_t step) {
    const record& is = record_of(step);
    if (!has_body(is.does) || is.began == 0 || plan_.steps[step].expects.what == expectation::of::value) return;
    auto& own = threads_[is.thread];
    while (own.next < own.moments.size() && own.moments[own.next].at <= is.ended) ++own.next;
  }

  void end_waits() {
    for (std::size_t thread = 0; thread < threads_.size(); ++thread) {
      auto& own = threads_[thread];
      if (!own.waits_in || !perform(*own.waits_in)) continue;
      const std::size_t step = *std::exchange(own.waits_in, std::nullopt);
      note_taken(step, thread);
    }
  }

  void expect(std::size_t step, expectation::of what, std::uint32_t value = no_value, std::int64_t number = 0) {
    plan_.steps[step].expects = {.what = what, .value = value, .number = number};
  }

  /// Takes the step, or returns that it waits.
  bool perform(std::size_t step) {
    using of = expectation::of;
    const record& is = record_of(step);
    switch (action_of(step)) {
      case action::channel:
        channels_[is.object].senders = 1;
        break;
      case action::send: {
        channel_of_plan& own = channels_[is.object];
        if (own.has_receiver) own.of_senders[is.owner].push_back(is.value);
        expect(step, own.has_receiver ? of::success : of::failure);
        break;
      }
      case action::recv:
      case action::try_recv:
      case action::each:
        return receive(step);
      case action::clone:
      case action::crowd:
      case action::disperse:
        add_owners(step, is.does == action::clone      ? 1
                         : is.does == action::disperse ? -static_cast<std::int64_t>(is.count)
                                                       : static_cast<std::int64_t>(is.count));
        break;
      case action::drop:
        drop(step);
        break;
      case action::mutex:
        mutexes_[is.object].data = is.value;
        break;
      case action::lock:
      case action::try_lock:
      case action::with_lock:
      case action::with_unwrap:
        return acquire(step);
      case action::unlock:
        // There is nothing to release where the lock should not have been acquired.
        if (mutexes_[is.object].holder != is.thread) plan_.steps[step].number = 0;
        if (mutexes_[is.object].holder == is.thread) mutexes_[is.object].holder.reset();
        break;
      case action::put:
        if (mutexes_[is.object].holder == is.thread) mutexes_[is.object].data = is.value;
        break;
      case action::read:
        expect(step, of::value, is.on.of == kind::mutex ? mutexes_[is.object].data : owners_[is.object].value);
        break;
      case action::arc:
      case action::rc:
        owners_[is.object] = {.owners = 1, .value = is.value};
        break;
      case action::count:
        expect(step, of::number, no_value, owners_[is.object].owners);
        break;
      case action::upgrade:
        expect(step, owners_[is.object].owners > 0 ? of::success : of::failure);
        if (owners_[is.object].owners > 0) ++owners_[is.object].owners;
        break;
      case action::spawn:
        if (is.object < threads_.size()) {
          threads_[is.object].is_spawned = true;
          threads_[is.object].knows = threads_[is.thread].knows;
        }
        break;
      case action::join:
      case action::join_unwrap:
        if (is.object >= threads_.size()) break;
        if (!has_ended(is.object)) return false;
        for (std::size_t thread = 0; thread < most_threads; ++thread)
          threads_[is.thread].knows.at(thread) =
              std::max(threads_[is.thread].knows.at(thread), threads_[is.object].knows.at(thread));
        break;
      default:
        break;
    }
    return true;
  }

  [[nodiscard]] bool has_ended(std::size_t thread) const {
    const auto& own = threads_[thread];
    return own.is_spawned && !own.waits_in && own.next == own.moments.size();
  }

  bool receive(std::size_t step) {
    using of = expectation::of;
    const record& is = record_of(step);
    const action does = action_of(step);
    channel_of_plan& own = channels_[is.object];
    // An iteration that came to its end takes all that is left.
    if (does == action::each && is.gave != result::received) {
      const auto taken = plan_.steps[step].expects.number + static_cast<std::int64_t>(own.in_flight());
      own.of_senders.clear();
      expect(step, of::end_of_channel, no_value, taken);
      return own.senders <= 0;
    }
    std::vector<std::uint32_t> with_messages;
    for (const auto& [sender, messages] : own.of_senders)
      if (!messages.empty()) with_messages.push_back(sender);
    if (with_messages.empty()) {
      if (does == action::each && own.senders <= 0)
        throw std::invalid_argument(fmt::format("`each r{}` should get fewer messages than it got", is.on.number));
      if (own.senders > 0 && does != action::try_recv) return false;
      expect(step, own.senders > 0 ? of::nothing : of::end_of_channel);
      return true;
    }
    if (with_messages.size() > 1) own.is_undetermined = true;
    auto& messages = own.of_senders[with_messages.front()];
    expect(step, own.is_undetermined ? of::any_value : of::value, messages.front());
    messages.erase(messages.begin());
    if (own.in_flight() == 0) own.is_undetermined = false;
    return true;
  }

  void add_owners(std::size_t step, std::int64_t count) {
    const record& is = record_of(step);
    if (is.on.of == kind::sender)
      channels_[is.object].senders += count;
    else if (is.on.of != kind::weak)
      take_owners(step, count);
  }

  void take_owners(std::size_t step, std::int64_t count) {
    owners_of_plan& own = owners_[record_of(step).object];
    own.owners += count;
    if (own.owners == 0) plan_.steps[step].drops.push_back(own.value);
  }

  void drop(std::size_t step) {
    const record& is = record_of(step);
    if (is.on.of == kind::receiver) {
      channel_of_plan& own = channels_[is.object];
      own.has_receiver = false;
      if (!own.is_undetermined)
        for (const auto& [sender, messages] : own.of_senders)
          plan_.steps[step].drops.insert(plan_.steps[step].drops.end(), messages.begin(), messages.end());
      own.of_senders.clear();
    } else if (is.on.of == kind::mutex) {
      plan_.steps[step].drops.push_back(mutexes_[is.object].data);
    } else {
      add_owners(step, -1);
    }
  }

  bool acquire(std::size_t step) {
    using of = expectation::of;
    const record& is = record_of(step);
    mutex_of_plan& own = mutexes_[is.object];
    if (own.holder && is.does != action::try_lock) return false;
    if (own.holder || own.is_poisoned) {
      expect(step, own.holder ? of::another_holder : of::poison);
      return true;
    }
    expect(step, of::value, own.data);
    // The guard of an attempt that did not succeed in the execution is released at once.
    const bool is_kept = has_body(is.does) ? is.began != 0 : is.gave == result::locked;
    if (is_kept) own.holder = is.thread;
    return true;
  }

  /// The body of a lock has ended.
  void release(const record& is) {
    mutex_of_plan& own = mutexes_[is.object];
    own.holder.reset();
    if (is.gave == result::panicked && (is.context & unwinding) == 0) own.is_poisoned = true;
  }

  /// At the end, the main thread drops the senders that only it has used.
  void clean_up() {
    is_cleaned_up_ = true;
    std::map<std::uint32_t, std::pair<std::uint32_t, bool>>
        left;  // by owner: the channel, and whether it is the main thread's
    for (const planned_step& each : plan_.steps) {
      const record& is = seen_.steps[each.observed].is;
      if (is.does == action::channel) left[is.owner] = {is.object, is.thread == 0};
      if (is.on.of != kind::sender) continue;
      if (is.does == action::clone) left[is.made] = {is.object, is.thread == 0};
      if (is.thread != 0 && left.contains(is.owner)) left[is.owner].second = false;
      if (is.does == action::drop) left.erase(is.owner);
    }
    for (const auto& [owner, of] : left) {
      has_left_senders_.insert(of.first);
      if (of.second && !is_moved(owner)) --channels_[of.first].senders;
    }
  }

  /// Whether a step moves the sender into a thread or a value.
  [[nodiscard]] bool is_moved(std::uint32_t owner) const {
    handle name;
    for (const planned_step& each : plan_.steps) {
      const observed_step& step = seen_.steps[each.observed];
      const bool makes = (step.is.does == action::channel && step.is.owner == owner) ||
                         (step.is.does == action::clone && step.is.made == owner && step.written != nullptr);
      if (makes) name = step.is.does == action::channel ? step.is.on : step.written->makes;
    }
    return std::ranges::any_of(seen_.steps, [&](const observed_step& each) {
      return each.written != nullptr && (std::ranges::find(each.written->moves, name) != each.written->moves.end() ||
                                         (each.written->gives && each.written->gives->carries == name));
    });
  }

  /// A step that waits for ever: a receive where there is one, since other ones may wait for its thread.
  [[nodiscard]] std::optional<std::size_t> stuck() const {
    std::optional<std::size_t> found;
    for (const auto& each : threads_)
      if (each.waits_in && (!found || action_of(*each.waits_in) == action::recv)) found = each.waits_in;
    return found;
  }

  // What holds in each order.

  [[nodiscard]] static bool is_before(const taken_step& one, const taken_step& other) {
    return one.tick <= other.knows.at(one.thread);
  }
  [[nodiscard]] static bool is_ordered(const taken_step& one, const taken_step& other) {
    return one.thread == other.thread || is_before(one, other) || is_before(other, one);
  }

  /// The number of the step's object. Threads are numbered by themselves.
  [[nodiscard]] std::uint32_t object_of(std::size_t step) const {
    const record& is = record_of(step);
    return is.on.of == kind::thread ? most_made + is.object : is.object;
  }

  void find_sure_results() {
    const bool is_alone = threads_.size() == 1;
    if (is_alone || taken_.size() > most_compared_steps) {
      for (const taken_step& each : taken_)
        plan_.steps[each.step].is_sure = is_alone || joins(record_of(each.step).does);
      return;
    }
    std::map<std::uint32_t, std::vector<const taken_step*>> of_objects;
    std::map<std::uint32_t, bool> is_ordered_object;
    for (const taken_step& each : taken_) of_objects[object_of(each.step)].push_back(&each);
    for (const auto& [object, steps] : of_objects) {
      bool all_ordered = true;
      for (std::size_t one = 0; one < steps.size() && all_ordered; ++one)
        for (std::size_t other = 0; other < one && all_ordered; ++other)
          all_ordered = is_ordered(*steps[one], *steps[other]);
      is_ordered_object[object] = all_ordered;
    }
    for (const taken_step& each : taken_) {
      const record& is = record_of(each.step);
      const auto& others = of_objects[object_of(each.step)];
      const bool is_of_owners = is.does == action::count || is.on.of == kind::arc || is.on.of == kind::rc;
      plan_.steps[each.step].is_sure = joins(is.does) || is.does == action::sleep || is.does == action::spawn ||
                                       is_ordered_object[object_of(each.step)] ||
                                       (is_of_owners && std::ranges::all_of(others, [&](const taken_step* other) {
                                          return is_ordered(*other, each);
                                        }));
    }
  }

  void find_left_values() {
    plan_.left.clear();
    for (const auto& [number, own] : channels_)
      for (const auto& [sender, messages] : own.of_senders)
        if (!own.is_undetermined) plan_.left.insert(plan_.left.end(), messages.begin(), messages.end());
    for (const auto& [number, own] : owners_)
      if (own.owners > 0) plan_.left.push_back(own.value);
  }

  // Whether the case ends in each order: no step may wait for a step that comes only after it.

  /// For each step that was taken, the steps that must end before it does.
  using dependencies = std::vector<std::vector<std::size_t>>;

  [[nodiscard]] bool can_be_without_order() const {
    dependencies needs(taken_.size());
    std::map<std::size_t, std::size_t> latest;  // by thread
    for (std::size_t number = 0; number < taken_.size(); ++number) {
      const record& is = record_of(taken_[number].step);
      if (const auto before = latest.find(taken_[number].thread); before != latest.end())
        needs[number].push_back(before->second);
      latest[taken_[number].thread] = number;
      if (!add_needs(number, needs[number])) return false;
      if (is.does == action::spawn)
        for (std::size_t other = 0; other < taken_.size(); ++other)
          if (taken_[other].thread == is.object) needs[other].push_back(number);
    }
    return !has_cycle(needs);
  }

  /// What a step waits for. False where it relies on the end of the case.
  bool add_needs(std::size_t number, std::vector<std::size_t>& needs) const {
    const taken_step& step = taken_[number];
    const record& is = record_of(step.step);
    const action does = action_of(step.step);
    for (std::size_t other = 0; other < taken_.size(); ++other) {
      const bool is_joined = joins(does) && taken_[other].thread == is.object;
      const bool holds = (does == action::lock || has_body(does)) && taken_[other].thread != step.thread &&
                         waits_with_lock(taken_[other]);
      if (is_joined || holds) needs.push_back(other);
    }
    return (does != action::recv && does != action::each) || add_needs_of_receive(step, needs);
  }

  bool add_needs_of_receive(const taken_step& step, std::vector<std::size_t>& needs) const {
    const record& is = record_of(step.step);
    std::size_t received = 0, sent_before = 0;
    std::vector<std::size_t> sends, leaves;  // those that may still come
    for (std::size_t other = 0; other < taken_.size(); ++other) {
      const record& of = record_of(taken_[other].step);
      if (of.object != is.object) continue;
      if (receives(of.does) && is_before(taken_[other], step)) ++received;  // this one too
      if (of.on.of != kind::sender) continue;
      const bool has_ended = is_before(taken_[other], step);
      if (of.does == action::send && has_ended) ++sent_before;
      if (of.does == action::send && !has_ended && !is_before(step, taken_[other])) sends.push_back(other);
      if (!has_ended) leaves.push_back(other);
    }
    if (is.does == action::recv && sent_before >= received) return true;
    const bool gets_a_message = is.does == action::recv && sent_before + sends.size() >= received;
    needs.insert(needs.end(), (gets_a_message ? sends : leaves).begin(), (gets_a_message ? sends : leaves).end());
    return gets_a_message || !has_left_senders_.contains(is.object);
  }

  /// Whether the step may wait for another thread while its own one holds a lock.
  [[nodiscard]] bool waits_with_lock(const taken_step& step) const {
    const record& is = record_of(step.step);
    if (!receives(is.does) && !joins(is.does)) return false;
    int held = (is.context & in_lock) != 0 ? 1 : 0;
    for (const taken_step& other : taken_) {
      const record& of = record_of(other.step);
      if (other.thread != step.thread || other.tick >= step.tick) continue;
      const bool locks = of.does == action::lock || of.does == action::try_lock;
      if (locks && plan_.steps[other.step].expects.what == expectation::of::value) ++held;
      if (of.does == action::unlock) --held;
    }
    return held > 0;
  }

  static bool has_cycle(const dependencies& needs) {
    enum class visit : std::uint8_t { none, begun, done };
    std::vector<visit> visited(needs.size());
    std::vector<std::pair<std::size_t, std::size_t>> path;  // a step, and which of its needs comes next
    for (std::size_t first = 0; first < needs.size(); ++first) {
      if (visited[first] == visit::none) path.emplace_back(first, 0);
      while (!path.empty()) {
        auto& [step, next] = path.back();
        visited[step] = visit::begun;
        if (next == needs[step].size()) {
          visited[step] = visit::done;
          path.pop_back();
          continue;
        }
        const std::size_t needed = needs[step][next++];
        if (visited[needed] == visit::begun) return true;
        if (visited[needed] == visit::none) path.emplace_back(needed, 0);
      }
    }
    return false;
  }

  const observed_execution& seen_;
  case_plan& plan_;
  std::vector<thread_of_plan> threads_;
  std::map<std::uint32_t, channel_of_plan> channels_;
  std::map<std::uint32_t, mutex_of_plan> mutexes_;
  std::map<std::uint32_t, owners_of_plan> owners_;
  std::vector<taken_step> taken_;
  std::set<std::uint32_t> has_left_senders_;
  std::optional<std::uint8_t> last_thread_;
  int last_number_ = 0;
  bool is_cleaned_up_ = false;
};

/// Steps in the drop of a value run where the plan expects them only if the value is dropped where it was observed.
void require_drops_in_place(const observed_execution& seen, const case_plan& plan) {
  for (const planned_frame& frame : plan.frames) {
    if (frame.what != planned_frame::of::drop || frame.steps.empty()) continue;
    const observed_value& value = seen.values[frame.value];
    for (const planned_step& each : plan.steps) {
      if (std::ranges::find(each.drops, frame.value) == each.drops.end()) continue;
      const record& is = seen.steps[each.observed].is;
      if (is.thread != value.dropped_by || is.called > value.drop_begins ||
          (is.returned != 0 && is.returned < value.drop_begins))
        throw std::invalid_argument(
            fmt::format("v{} was dropped elsewhere than it should be, and its drop has steps", value.number));
    }
  }
}

}  // namespace

case_plan plan_case(const observed_execution& seen) {
  case_plan plan;
  framing(seen, plan).run();
  // A receive that would wait for ever does not wait: then it shows that there is nothing to receive.
  while (const auto stuck = sequence(seen, plan).run()) {
    planned_step& step = plan.steps[*stuck];
    const record& is = seen.steps[step.observed].is;
    if (step.tries || is.does != action::recv)
      throw std::invalid_argument(
          fmt::format("`{}` would wait for ever, as it should", line_of({.does = is.does, .on = is.on})));
    step.tries = true;
  }
  require_drops_in_place(seen, plan);
  return plan;
}

}  // namespace scenarios
