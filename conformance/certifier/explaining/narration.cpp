// SPDX-License-Identifier: MIT
#include "narration.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "object_names.hpp"

namespace fearless::certifier {

namespace {

using event_kind = traced_event::kind;

/// Which thread each event is of, from 1, and what each thread is.
struct thread_numbers {
  std::vector<std::size_t> of_event;
  std::vector<std::string> threads;
};

thread_numbers number_threads(const std::vector<traced_event>& events) {
  thread_numbers found;
  std::map<std::uint64_t, std::size_t> at_place;
  std::deque<std::size_t> starters;
  for (const traced_event& each : events) {
    const bool is_of_thread = each.is != event_kind::departs && each.is != event_kind::deadlock;
    if (is_of_thread && !at_place.contains(each.place)) {
      std::string what = found.threads.empty() ? "the case" : "started outside the case";
      if (each.is == event_kind::starts && !starters.empty()) {
        what = fmt::format("started by thread {}", starters.front());
        starters.pop_front();
      }
      found.threads.push_back(std::move(what));
      at_place[each.place] = found.threads.size();
    }
    const auto known = at_place.find(each.place);
    found.of_event.push_back(known == at_place.end() ? 0 : known->second);
    if (each.is == event_kind::operation && each.text == "spawn") starters.push_back(found.of_event.back());
    if (each.is == event_kind::ends) at_place.erase(each.place);
  }
  return found;
}

/// The memory that more than one thread touches, or that one waits for.
std::set<std::string> shared_memory(const std::vector<traced_event>& events, const thread_numbers& threads) {
  std::map<std::string, std::set<std::size_t>> users;
  std::set<std::string> shared;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].is == event_kind::waits) shared.insert(events[i].object);
    if (events[i].is != event_kind::operation || events[i].object.empty()) continue;
    auto& of = users[events[i].object];
    of.insert(threads.of_event[i]);
    if (of.size() > 1) shared.insert(events[i].object);
  }
  return shared;
}

/// A store to a piece of memory.
struct past_store {
  std::size_t thread;
  source_place at;
};

/// What is known of a thread while its events are told.
struct thread_state {
  std::vector<std::string> calls;        ///< of the port that have not returned, as they are shown
  std::vector<std::string> locks;        ///< the mutexes that those calls are to lock
  std::optional<std::string> waits_for;  ///< an address
  source_place waits_at{};
  std::optional<std::string> taking{};  ///< the address of a lock that it will hold if it does not wait
  bool has_ended = false;
};

class narrator {
 public:
  narrator(const std::vector<traced_event>& events, const source_places& places)
      : events_(events),
        places_(places),
        threads_(number_threads(events)),
        shared_(shared_memory(events, threads_)),
        names_(events, places),
        states_(threads_.threads.size() + 1) {}

  narration tell() {
    for (std::size_t i = 0; i < events_.size(); ++i) tell(i);
    constexpr std::ptrdiff_t most_steps = 2000;
    if (std::ssize(steps_) > most_steps) steps_.erase(steps_.begin(), steps_.end() - most_steps);
    return {.threads = threads_.threads, .steps = std::move(steps_), .end = end()};
  }

 private:
  void tell(std::size_t index) {
    const traced_event& event = events_[index];
    if (event.is == event_kind::departs) return note_departure(event);
    if (event.is == event_kind::deadlock) {
      is_deadlock_ = true;
      return;
    }
    const std::size_t thread = threads_.of_event[index];
    last_ = thread;
    thread_state& state = states_[thread];
    const bool waits_for_lock = event.is == event_kind::waits && state.taking == event.object;
    if (state.taking && !waits_for_lock && event.is != event_kind::goes_on)
      take(thread, *std::exchange(state.taking, {}));
    switch (event.is) {
      case event_kind::call:
        return call(event, thread);
      case event_kind::returned:
        return returned(event, thread);
      case event_kind::operation:
        return operation(index, thread);
      case event_kind::waits:
        return waits(event, thread);
      case event_kind::goes_on:
        return goes_on(event, thread);
      case event_kind::starts:
        has_started_ = true;
        if (!pending_[event.place].empty()) add(event, thread, explained_step::kind::wait, "goes on: it starts");
        return;
      case event_kind::remark:
        add(event, thread, explained_step::kind::operation, event.text);
        return;
      default:
        state.has_ended = true;
        return;
    }
  }

  void note_departure(const traced_event& event) {
    const auto add = [&](std::uint64_t place, step_mark mark) {
      auto& marks = pending_[place];
      if (std::ranges::find(marks, mark) == marks.end()) marks.push_back(mark);
    };
    if (event.text == "switches") add(event.to, step_mark::switched);
    if (event.text == "times_out") add(event.place, step_mark::timed_out);
    if (event.text == "wakes") add(event.place, step_mark::woken_for_none);
    if (event.text == "is_woken") add(event.to, step_mark::other_woken);
    if (event.text == "goes_on") add(event.place, step_mark::yield_ignored);
    if (event.text == "is_late") add(event.place, step_mark::late);
    if (event.text == "fails") exchange_fails_ = true;
  }

  static bool is_of_memory(const traced_event& event) {
    const bool is_of_port = event.is == event_kind::call || event.is == event_kind::returned;
    return !is_of_port && !event.object.empty() && !event.frames.empty();
  }

  /// Adds a step with the marks that wait for the thread.
  explained_step& add(const traced_event& event, std::size_t thread, explained_step::kind is, std::string text) {
    const source_place at = place_in(event.frames, places_);
    steps_.push_back({.is = is,
                      .thread = thread,
                      .text = std::move(text),
                      .object = is_of_memory(event) ? names_.of_memory(event.object) : "",
                      .file = at.file,
                      .line = at.line,
                      .code = at.code,
                      .marks = std::exchange(pending_[event.place], {})});
    return steps_.back();
  }

  void call(const traced_event& event, std::size_t thread) {
    std::vector<std::string> arguments;
    if (!event.object_kind.empty()) arguments.push_back(names_.of_object(event.object_kind, event.object));
    if (!event.value.empty()) arguments.push_back(event.value);
    std::string text = arguments.empty() ? event.text : fmt::format("{}({})", event.text, fmt::join(arguments, ", "));
    const bool locks = event.text == "lock" || event.text == "try_lock";
    states_[thread].calls.push_back(text);
    states_[thread].locks.push_back(locks ? event.object : "");
    if (event.text == "unlock") guards_.erase(event.object);
    add(event, thread, explained_step::kind::call, std::move(text));
  }

  void returned(const traced_event& event, std::size_t thread) {
    thread_state& state = states_[thread];
    if (state.calls.empty()) return;
    const std::string called = std::exchange(state.calls.back(), {});
    const std::string mutex = state.locks.back();
    state.calls.pop_back();
    state.locks.pop_back();
    std::string result = event.value.empty() ? event.text : event.value;
    if (!event.object.empty()) {
      names_.made(event.object_kind, event.object);
      if (event.object_kind == "guard") guards_[event.object] = {mutex, thread};
      // A guard says no more than that the lock is held.
      if (event.object_kind != "guard") result = names_.of_object(event.object_kind, event.object);
    }
    count_message(called, event);
    if (result.empty()) return;
    const bool nothing_between = !steps_.empty() && steps_.back().thread == thread &&
                                 steps_.back().is == explained_step::kind::call && steps_.back().text == called;
    if (nothing_between)
      steps_.back().text += ": " + result;
    else
      add(event, thread, explained_step::kind::result,
          fmt::format("{}: {}", called.substr(0, called.find('(')), result));
  }

  /// Keeps the balance of the messages. `called`: the call that has returned.
  void count_message(const std::string& called, const traced_event& event) {
    const bool receives = called.starts_with("recv") || called.starts_with("try_recv");
    if (called == "channel") ++channels_;
    if (called.starts_with("for_each")) is_iterated_ = true;  // it receives messages that no event shows
    if (called.starts_with("send(") && event.text == "true") ++sent_;
    if (receives && event.text == "value") ++received_;
  }

  void operation(std::size_t index, std::size_t thread) {
    const traced_event& event = events_[index];
    thread_state& state = states_[thread];
    if (event.text == "spawn") has_started_ = true;  // the other thread may run before this one knows it
    if (event.text == "lock") state.taking = event.object;
    if (event.text == "unlock") locks_.erase(event.object);
    const bool fails_for_no_reason = event.text == "failed exchange" && std::exchange(exchange_fails_, false);
    const bool is_marked = !pending_[event.place].empty() || event.newest || fails_for_no_reason;
    if (!is_marked && !is_of_interest(index, thread)) return note_store(event, thread);
    explained_step& step = add(event, thread, explained_step::kind::operation, text_of(event));
    if (fails_for_no_reason) step.marks.push_back(step_mark::exchange_failed);
    if (event.newest) {
      step.marks.push_back(step_mark::older_value);
      step.note = note_on_newest(event);
    }
    note_store(event, thread);
  }

  [[nodiscard]] bool is_of_interest(std::size_t index, std::size_t thread) const {
    const traced_event& event = events_[index];
    // Before a second thread there is nothing that could be seen in another order.
    if (!has_started_) return false;
    if (event.object.empty()) return event.text == "fence" || (event.text != "yield" && states_[thread].calls.empty());
    if (event.text == "wait" && comes_to_wait(index)) return false;
    return shared_.contains(event.object);
  }

  /// Whether what the thread does next, but for releasing a lock, is to wait there.
  [[nodiscard]] bool comes_to_wait(std::size_t index) const {
    for (std::size_t i = index + 1; i < events_.size(); ++i) {
      const traced_event& next = events_[i];
      const bool is_unlock = next.is == event_kind::operation && next.text == "unlock";
      if (threads_.of_event[i] != threads_.of_event[index] || next.is == event_kind::departs || is_unlock) continue;
      return next.is == event_kind::waits;
    }
    return false;
  }

  std::string text_of(const traced_event& event) {
    const std::string on = event.object.empty() ? "" : names_.of_memory(event.object);
    const auto value = [&](const std::optional<std::string>& of) { return names_.of_value(of.value_or("?")); };
    const std::string order = fmt::format(" ({})", event.order);
    if (event.text == "load") return fmt::format("{} is {}{}", on, value(event.read), order);
    if (event.text == "store") return fmt::format("{} = {}{}", on, value(event.wrote), order);
    if (event.text == "change") return fmt::format("{}: {} -> {}{}", on, value(event.read), value(event.wrote), order);
    if (event.text == "failed exchange") return fmt::format("{} is {}, no exchange{}", on, value(event.read), order);
    if (event.text == "fence") return fmt::format("fence{}", order);
    if (event.text == "spawn") return "starts a thread";
    if (event.text == "join") return "joins a thread";
    if (event.text == "yield") return "yields";
    return fmt::format("{}s {}", event.text, on);  // locks, unlocks, waits, wakes
  }

  void note_store(const traced_event& event, std::size_t thread) {
    if (event.wrote) newest_[event.object] = {.thread = thread, .at = place_in(event.frames, places_)};
  }

  /// `the newest is 1, stored by thread 1 at ring.hpp:31`
  std::string note_on_newest(const traced_event& event) {
    std::string note = fmt::format("the newest is {}", names_.of_value(*event.newest));
    const auto known = newest_.find(event.object);
    if (known == newest_.end()) return note;
    note += fmt::format(", stored by thread {}", known->second.thread);
    return known->second.at.is_known() ? fmt::format("{} at {}", note, known->second.at.in_short()) : note;
  }

  void waits(const traced_event& event, std::size_t thread) {
    thread_state& state = states_[thread];
    state.waits_for = event.object;
    state.waits_at = place_in(event.frames, places_);
    const bool is_in_case = event.frames.empty();
    add(event, thread, explained_step::kind::wait,
        is_in_case ? "waits in the case" : fmt::format("waits for {}", names_.of_memory(event.object)));
  }

  void goes_on(const traced_event& event, std::size_t thread) {
    states_[thread].waits_for.reset();
    add(event, thread, explained_step::kind::wait, fmt::format("goes on: {}", event.text));
  }

  /// The thread holds the lock, unless another one does, so that its attempt has failed.
  void take(std::size_t thread, const std::string& lock) { locks_.try_emplace(lock, thread); }

  [[nodiscard]] std::vector<std::string> end() const {
    std::vector<std::string> lines;
    for (std::size_t thread = 1; thread < states_.size(); ++thread) {
      const thread_state& state = states_[thread];
      if (is_deadlock_ && !state.has_ended)
        lines.push_back(end_of(thread));
      else if (!is_deadlock_ && thread == last_ && !state.calls.empty())
        lines.push_back(fmt::format("thread {} was in {}", thread, state.calls.back()));
    }
    // Of several channels it is not known which one a message is in.
    if (channels_ == 1 && !is_iterated_ && sent_ > received_)
      lines.push_back(fmt::format("{} message{} sent, {} received", sent_, sent_ == 1 ? "" : "s", received_));
    return lines;
  }

  /// Where a thread stands in a deadlock: `thread 1 waits for bell in recv(receiver), since ring.hpp:31`
  [[nodiscard]] std::string end_of(std::size_t thread) const {
    const thread_state& state = states_[thread];
    std::string line = fmt::format("thread {} waits", thread);
    if (state.waits_for && state.waits_at.is_known())
      line += fmt::format(" for {}", names_.of_memory(*state.waits_for));
    if (!state.calls.empty()) line += fmt::format(" in {}", state.calls.back());
    if (state.waits_at.is_known()) line += fmt::format(", since {}", state.waits_at.in_short());
    if (const auto holder = holder_of(state); holder && *holder != thread)
      line += fmt::format("; thread {} holds it", *holder);
    const auto held = held_by(thread);
    for (const std::string& each : held) line += fmt::format("; it holds {}", each);
    return line;
  }

  /// Who holds what the thread waits for.
  [[nodiscard]] std::optional<std::size_t> holder_of(const thread_state& waiting) const {
    if (!waiting.locks.empty() && !waiting.locks.back().empty())
      for (const auto& [guard, held] : guards_)
        if (held.first == waiting.locks.back()) return held.second;
    if (waiting.waits_for)
      if (const auto found = locks_.find(*waiting.waits_for); found != locks_.end()) return found->second;
    return std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> held_by(std::size_t thread) const {
    std::vector<std::string> held;
    for (const auto& [guard, of] : guards_)
      if (of.second == thread && !of.first.empty()) held.push_back(names_.of_object("mutex", of.first));
    if (!held.empty()) return held;  // the locks below are how the implementation does it
    for (const auto& [address, holder] : locks_)
      if (holder == thread) held.push_back(names_.of_memory(address));
    return held;
  }

  const std::vector<traced_event>& events_;
  const source_places& places_;
  thread_numbers threads_;
  std::set<std::string> shared_;
  object_names names_;
  std::vector<thread_state> states_;                                   // of each thread, by its number
  std::map<std::uint64_t, std::vector<step_mark>> pending_;            // for the next step of the thread in this place
  std::map<std::string, past_store> newest_;                           // by address
  std::map<std::string, std::size_t> locks_;                           // the system's, by address: who holds it
  std::map<std::string, std::pair<std::string, std::size_t>> guards_;  // by address: of which mutex, and who holds it
  std::vector<explained_step> steps_;
  std::size_t channels_ = 0, sent_ = 0, received_ = 0;
  bool is_iterated_ = false;
  std::size_t last_ = 0;
  bool has_started_ = false, is_deadlock_ = false, exchange_fails_ = false;
};

}  // namespace

narration narrated(const std::vector<traced_event>& events, const source_places& places) {
  return narrator(events, places).tell();
}

}  // namespace fearless::certifier
