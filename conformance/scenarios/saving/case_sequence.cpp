// SPDX-License-Identifier: MIT
#include "scenarios/saving/case_sequence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "scenarios/saving/case_steps.hpp"

namespace scenarios {

namespace {

/// Takes the steps one after the other, as a right implementation does. What a thread waits for comes later.
class sequence {
 public:
  sequence(const observed_execution& seen, case_plan& plan) : seen_(seen), plan_(plan) {}

  case_sequence run() {
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
      if (threads_[thread].waits_in) return {.stuck = stuck()};
    find_left_values();
    return {.taken = std::move(taken_), .with_left_senders = std::move(with_left_senders_)};
  }

 private:
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

  [[nodiscard]] const record& record_of(std::size_t step) const { return seen_.steps[plan_.steps[step].observed].is; }
  [[nodiscard]] action action_of(std::size_t step) const {
    return scenarios::action_of(plan_.steps[step], record_of(step));
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
      with_left_senders_.insert(of.first);
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

  void find_left_values() {
    plan_.left.clear();
    for (const auto& [number, own] : channels_)
      for (const auto& [sender, messages] : own.of_senders)
        if (!own.is_undetermined) plan_.left.insert(plan_.left.end(), messages.begin(), messages.end());
    for (const auto& [number, own] : owners_)
      if (own.owners > 0) plan_.left.push_back(own.value);
  }

  const observed_execution& seen_;
  case_plan& plan_;
  std::vector<thread_of_plan> threads_;
  std::map<std::uint32_t, channel_of_plan> channels_;
  std::map<std::uint32_t, mutex_of_plan> mutexes_;
  std::map<std::uint32_t, owners_of_plan> owners_;
  std::vector<taken_step> taken_;
  std::set<std::uint32_t> with_left_senders_;
  std::optional<std::uint8_t> last_thread_;
  int last_number_ = 0;
  bool is_cleaned_up_ = false;
};

}  // namespace

case_sequence take_in_turns(const observed_execution& seen, case_plan& plan) {
  return sequence(seen, plan).run();
}

}  // namespace scenarios
