// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
//
// Many objects, or many threads, at once. What they do is judged here, since a recording has no room for each.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <vector>

#include "executing/state.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/free_running.hpp"
#include "system/unseen.hpp"

namespace scenarios {

namespace {

std::uint32_t make_token(layout is, place where) {
  value token;
  token.is = is;
  return make_value(token, where, 0);
}

bool is_dropped_once(std::uint32_t made) {
  return log().value[made].drops == 1;
}

/// Receives a message and drops it. Returns which one it was: `no_value` where there was none.
std::uint32_t take_message(fearless_receiver* from, bool waits) {
  fearless_value given{};
  const auto got = waits ? bindings::channels().recv(from, &given) : bindings::channels().try_recv(from, &given);
  if (got != FEARLESS_RECEIVED) return no_value;
  const auto made = use_value(from_port(given));
  drop_value(given);
  return made;
}

/// Sends a value; where that fails it is dropped.
bool give(const fearless_sender* to, std::uint32_t made) {
  fearless_value returned{};
  if (bindings::channels().send(const_cast<fearless_sender*>(to), to_port(made), &returned)) return true;
  drop_value(returned);
  return false;
}

// Many objects.

/// An object of the implementation, its other half, and its value.
struct made_object {
  void* port = nullptr;
  void* other = nullptr;
  std::uint32_t token = no_value;
};

first_wrong many_channels(std::vector<made_object>& all) {
  first_wrong wrong;
  for (made_object& one : all) {
    fearless_sender* tx = nullptr;
    fearless_receiver* rx = nullptr;
    bindings::channels().channel(&tx, &rx);
    one = {.port = tx, .other = rx, .token = make_token(layout::number, place::channel)};
  }
  for (std::uint64_t number = 0; number < all.size(); ++number)
    wrong.expect(number, give(static_cast<fearless_sender*>(all[number].port), all[number].token));
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    const made_object& one = all[number];
    wrong.expect(number, take_message(static_cast<fearless_receiver*>(one.other), false) == one.token);
    drop_in_port(kind::sender, one.port);
    drop_in_port(kind::receiver, one.other);
    wrong.expect(number, is_dropped_once(one.token));
  }
  return wrong;
}

/// All of the locks are held at once.
first_wrong many_mutexes(std::vector<made_object>& all) {
  first_wrong wrong;
  for (made_object& one : all) {
    one.token = make_token(layout::number, place::thread);
    one.port = bindings::mutexes().create(to_port(one.token));
  }
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    fearless_guard* guard = nullptr;
    const auto got = bindings::mutexes().try_lock(static_cast<fearless_mutex*>(all[number].port), &guard);
    if (got == FEARLESS_LOCKED) all[number].other = guard;
    if (got == FEARLESS_POISONED) wrong.is_poison = true;
    wrong.expect(number, got == FEARLESS_LOCKED && from_port(*bindings::mutexes().deref(guard)) == all[number].token);
  }
  for (const made_object& one : all)
    if (one.other != nullptr) bindings::mutexes().unlock(static_cast<fearless_guard*>(one.other));
  // Every second one is poisoned, and none of the others.
  for (std::uint64_t number = 1; number < all.size(); number += 2) {
    auto outcome = FEARLESS_RETURNS;
    const auto panics = [](void*, fearless_value*) { return FEARLESS_PANICS; };
    const auto got =
        bindings::mutexes().with_lock(static_cast<fearless_mutex*>(all[number].port), panics, nullptr, &outcome);
    if (got == FEARLESS_POISONED) wrong.is_poison = true;
    wrong.expect(number, outcome == FEARLESS_PANICS);
  }
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    fearless_guard* guard = nullptr;
    const auto got = bindings::mutexes().try_lock(static_cast<fearless_mutex*>(all[number].port), &guard);
    if (got == FEARLESS_LOCKED) bindings::mutexes().unlock(guard);
    const bool had_been_right = wrong.number == 0;
    wrong.expect(number, got == (number % 2 == 0 ? FEARLESS_LOCKED : FEARLESS_POISONED));
    wrong.is_poison = wrong.is_poison || (had_been_right && wrong.number != 0);
  }
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    drop_in_port(kind::mutex, all[number].port);
    wrong.expect(number, is_dropped_once(all[number].token));
  }
  return wrong;
}

first_wrong many_owners(std::vector<made_object>& all, kind of) {
  first_wrong wrong;
  for (made_object& one : all) {
    one.token = make_token(layout::number, place::thread);
    one.port = of == kind::arc ? static_cast<void*>(bindings::arcs().create(to_port(one.token)))
                               : static_cast<void*>(bindings::rcs().create(to_port(one.token)));
  }
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    const made_object& one = all[number];
    const auto* const arc = static_cast<const fearless_arc*>(one.port);
    const auto* const rc = static_cast<const fearless_rc*>(one.port);
    wrong.expect(number, (of == kind::arc ? bindings::arcs().count(arc) : bindings::rcs().count(rc)) == 1);
    wrong.expect(number,
                 from_port(of == kind::arc ? *bindings::arcs().deref(arc) : *bindings::rcs().deref(rc)) == one.token);
    drop_in_port(of, one.port);
    wrong.expect(number, is_dropped_once(one.token));
  }
  return wrong;
}

/// Many weak owners of one value.
first_wrong many_weak(std::vector<made_object>& all) {
  first_wrong wrong;
  const auto token = make_token(layout::memory, place::thread);
  fearless_arc* const owner = bindings::arcs().create(to_port(token));
  for (made_object& one : all) one.port = bindings::weak_arcs().downgrade(owner);
  wrong.expect(0, bindings::arcs().count(owner) == 1);
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    fearless_arc* const again = bindings::weak_arcs().upgrade(static_cast<fearless_arc_weak*>(all[number].port));
    wrong.expect(number, again != nullptr && from_port(*bindings::arcs().deref(again)) == token);
    if (again != nullptr) bindings::arcs().drop(again);
  }
  wrong.expect(0, !is_dropped_once(token));
  bindings::arcs().drop(owner);
  wrong.expect(0, is_dropped_once(token));
  for (std::uint64_t number = 0; number < all.size(); ++number) {
    wrong.expect(number, bindings::weak_arcs().upgrade(static_cast<fearless_arc_weak*>(all[number].port)) == nullptr);
    drop_in_port(kind::weak, all[number].port);
  }
  wrong.expect(0, is_dropped_once(token));
  return wrong;
}

// Objects in one another.

/// An object, and the value that holds it.
struct link {
  kind of;
  void* port = nullptr;
  void* other = nullptr;
  std::uint32_t drops = 0;

  static void drop(void* data) {
    auto& own = *static_cast<link*>(data);
    if (++own.drops != 1 || own.port == nullptr) return;
    drop_in_port(own.of, own.port);
    if (own.other != nullptr) drop_in_port(kind::receiver, own.other);
  }
};

/// An object with this value.
void make_around(link& made, fearless_value inside) {
  switch (made.of) {
    case kind::sender: {
      fearless_sender* tx = nullptr;
      fearless_receiver* rx = nullptr;
      bindings::channels().channel(&tx, &rx);
      fearless_value returned{};
      if (!bindings::channels().send(tx, inside, &returned) && returned.drop != nullptr) returned.drop(returned.data);
      made.port = tx;
      made.other = rx;
      return;
    }
    case kind::mutex:
      made.port = bindings::mutexes().create(inside);
      return;
    case kind::arc:
      made.port = bindings::arcs().create(inside);
      return;
    default:
      made.port = bindings::rcs().create(inside);
  }
}

// Many threads.

struct meeting;

/// A thread that takes part, and what it has.
struct participant {
  meeting* at = nullptr;
  void* own = nullptr;             ///< its object
  std::uint32_t token = no_value;  ///< the value that it sends, receives or returns
  bool panics = false;
  bool was_right = false;
  std::atomic<std::uint32_t> calls = 0, drops = 0;
};

/// Threads that all exist before the first one uses its object.
struct meeting {
  kind of;
  std::vector<participant> all;
  void* shared = nullptr;  ///< the mutex
  std::uint32_t shared_token = no_value;
  std::uint32_t arrived = 0, is_open = 0;
  std::atomic<int> holders = 0;  ///< of the mutex

  meeting(kind of_these, std::uint64_t count) : of(of_these), all(count) {}

  /// Blocks: until the meeting is open.
  void arrive() {
    std::atomic_ref(arrived).fetch_add(1);
    scheduling::wake_all(arrived);
    while (std::atomic_ref(is_open).load() == 0) scheduling::wait(is_open, 0);
  }
  /// Blocks: until so many have arrived.
  void open(std::uint32_t count) {
    for (;;) {
      const std::uint32_t seen = std::atomic_ref(arrived).load();
      if (seen == count) break;
      scheduling::wait(arrived, seen);
    }
    std::atomic_ref(is_open).store(1);
    scheduling::wake_all(is_open);
  }
};

bool locks(meeting& at) {
  fearless_guard* guard = nullptr;
  if (bindings::mutexes().lock(static_cast<fearless_mutex*>(at.shared), &guard) != FEARLESS_LOCKED) return false;
  const bool is_alone = at.holders.fetch_add(1) == 0;
  const bool is_right = use_value(from_port(*bindings::mutexes().deref(guard))) == at.shared_token;
  at.holders.fetch_sub(1);
  bindings::mutexes().unlock(guard);
  return is_alone && is_right;
}

bool uses_owner(meeting& at, void* own) {
  auto* const mine_of_it = static_cast<fearless_arc*>(own);
  // All of them clone the same owner, which the calling thread of the meeting keeps.
  fearless_arc* const other = bindings::arcs().clone(static_cast<const fearless_arc*>(at.shared));
  const bool is_right =
      bindings::arcs().count(other) >= 2 && use_value(from_port(*bindings::arcs().deref(other))) == at.shared_token;
  bindings::arcs().drop(mine_of_it);
  bindings::arcs().drop(other);
  return is_right;
}

bool upgrades(meeting& at, void* own) {
  auto* const weak = static_cast<fearless_arc_weak*>(own);
  fearless_arc* const strong = bindings::weak_arcs().upgrade(weak);
  bindings::weak_arcs().drop(weak);
  if (strong == nullptr) return false;
  const bool is_right = use_value(from_port(*bindings::arcs().deref(strong))) == at.shared_token;
  bindings::arcs().drop(strong);
  return is_right;
}

/// What a thread does when all have come. Returns whether it saw what it should.
bool acts(participant& one) {
  switch (one.at->of) {
    case kind::sender: {
      const bool is_sent = give(static_cast<fearless_sender*>(one.own), one.token);
      drop_in_port(kind::sender, one.own);
      return is_sent;
    }
    case kind::receiver: {
      const auto got = take_message(static_cast<fearless_receiver*>(one.own), true);
      drop_in_port(kind::receiver, one.own);
      return got == one.token;
    }
    case kind::mutex:
      return locks(*one.at);
    case kind::arc:
      return uses_owner(*one.at, one.own);
    case kind::weak:
      return upgrades(*one.at, one.own);
    default:
      return true;
  }
}

fearless_outcome take_part(void* environment, fearless_value* result) {
  auto& one = *static_cast<participant*>(environment);
  *result = {};
  if (one.calls.fetch_add(1) != 0) return FEARLESS_RETURNS;
  one.at->arrive();
  one.was_right = acts(one);
  if (one.at->of == kind::thread) *result = to_port(one.token);
  return one.panics ? FEARLESS_PANICS : FEARLESS_RETURNS;
}
void leave(void* environment) {
  static_cast<participant*>(environment)->drops.fetch_add(1);
}

/// Gives each thread its object. Returns what the meeting needs until its end.
std::vector<made_object> prepare(meeting& at) {
  std::vector<made_object> kept;
  if (at.of == kind::mutex || at.of == kind::arc || at.of == kind::weak) {
    at.shared_token = make_token(layout::memory, at.of == kind::mutex ? place::mutex : place::arc);
    const fearless_value given = to_port(at.shared_token);
    at.shared = at.of == kind::mutex ? static_cast<void*>(bindings::mutexes().create(given))
                                     : static_cast<void*>(bindings::arcs().create(given));
  }
  if (at.of == kind::sender) {
    fearless_sender* tx = nullptr;
    fearless_receiver* rx = nullptr;
    bindings::channels().channel(&tx, &rx);
    kept.push_back({.port = tx, .other = rx});
  }
  for (participant& one : at.all) {
    one.at = &at;
    if (at.of == kind::arc) one.own = bindings::arcs().clone(static_cast<fearless_arc*>(at.shared));
    if (at.of == kind::weak) one.own = bindings::weak_arcs().downgrade(static_cast<fearless_arc*>(at.shared));
    if (at.of == kind::sender) one.own = bindings::channels().clone_sender(static_cast<fearless_sender*>(kept[0].port));
    if (at.of == kind::receiver) {
      fearless_sender* tx = nullptr;
      fearless_receiver* rx = nullptr;
      bindings::channels().channel(&tx, &rx);
      kept.push_back({.port = tx});
      one.own = rx;
    }
    const bool has_token = at.of == kind::sender || at.of == kind::receiver || at.of == kind::thread;
    if (has_token) one.token = make_token(layout::memory, at.of == kind::thread ? place::result : place::channel);
    one.panics = at.of == kind::thread && (&one - at.all.data()) % 2 != 0;
  }
  return kept;
}

/// What the calling thread does while the others act.
first_wrong answer(meeting& at, const std::vector<made_object>& kept) {
  first_wrong wrong;
  if (at.of == kind::sender) {
    drop_in_port(kind::sender, kept[0].port);
    for (std::uint64_t number = 0; number < at.all.size(); ++number)
      wrong.expect(number, take_message(static_cast<fearless_receiver*>(kept[0].other), true) < log().values);
    wrong.expect(at.all.size() - 1, take_message(static_cast<fearless_receiver*>(kept[0].other), true) == no_value);
    drop_in_port(kind::receiver, kept[0].other);
  }
  if (at.of == kind::receiver)
    for (std::uint64_t number = 0; number < at.all.size(); ++number) {
      wrong.expect(number, give(static_cast<fearless_sender*>(kept[number].port), at.all[number].token));
      drop_in_port(kind::sender, kept[number].port);
    }
  return wrong;
}

/// Joins the threads.
first_wrong join_all(meeting& at, const std::vector<fearless_thread*>& threads) {
  first_wrong wrong;
  for (std::uint64_t number = 0; number < threads.size(); ++number) {
    participant& one = at.all[number];
    fearless_value given{};
    const auto outcome = bindings::threads().join(threads[number], &given);
    wrong.expect(number, one.calls == 1 && one.drops == 1 && one.was_right);
    wrong.expect(number, outcome == (one.panics ? FEARLESS_PANICS : FEARLESS_RETURNS));
    if (at.of == kind::thread) {
      wrong.expect(number, use_value(from_port(given)) == one.token);
      drop_value(given);
    }
    if (one.token != no_value) wrong.expect(number, is_dropped_once(one.token));
  }
  return wrong;
}

void drop_shared(meeting& at, first_wrong& wrong) {
  if (at.shared == nullptr) return;
  const auto last = at.all.size() - 1;
  wrong.expect(last, !is_dropped_once(at.shared_token));
  if (at.of != kind::mutex) wrong.expect(last, bindings::arcs().count(static_cast<fearless_arc*>(at.shared)) == 1);
  drop_in_port(at.of == kind::mutex ? kind::mutex : kind::arc, at.shared);
  wrong.expect(last, is_dropped_once(at.shared_token));
}

/// Ends a meeting to which not all threads could come, and says that it was not judged.
first_wrong give_up(const meeting& at, const std::vector<made_object>& kept,
                    const std::vector<fearless_thread*>& threads) {
  for (std::uint64_t number = 0; number < threads.size(); ++number) {
    if (at.of == kind::receiver) give(static_cast<fearless_sender*>(kept[number].port), at.all[number].token);
    fearless_value given{};
    bindings::threads().join(threads[number], &given);
    drop_value(given);
  }
  // The values of the threads that were not started were given to nothing.
  for (std::uint64_t number = threads.size(); number < at.all.size(); ++number)
    if (at.all[number].token != no_value) drop_value(to_port(at.all[number].token));
  return {.is_judged = false};
}

}  // namespace

first_wrong many(kind of, std::uint64_t times) {
  std::vector<made_object> all(times);
  switch (of) {
    case kind::sender:
      return many_channels(all);
    case kind::mutex:
      return many_mutexes(all);
    case kind::weak:
      return many_weak(all);
    default:
      return many_owners(all, of);
  }
}

/// The drop of the outermost object drops all of them.
first_wrong chain(kind of, std::uint64_t times) {
  std::vector<link> all(times + 1, link{.of = of});
  for (std::uint64_t number = 1; number <= times; ++number)
    make_around(all[number], {.data = &all[number - 1], .drop = link::drop});
  link::drop(&all[times]);
  first_wrong wrong;
  for (std::uint64_t number = 0; number < all.size(); ++number) wrong.expect(number, all[number].drops == 1);
  return wrong;
}

first_wrong meet(kind of, std::uint64_t times) {
  // The scheduler has room for 64 threads, with those of the scenario.
  constexpr std::uint64_t most_controlled = 40;
  const std::uint64_t count =
      std::max<std::uint64_t>(1, run().is_controlled ? std::min(times, most_controlled) : times);
  // It is never freed: what uses it after a join is at fault, and is to find it.
  meeting& at = *new meeting(of, count);
  const auto kept = prepare(at);
  fearless_guard* guard = nullptr;
  if (of == kind::mutex) bindings::mutexes().lock(static_cast<fearless_mutex*>(at.shared), &guard);
  std::vector<fearless_thread*> threads;
  for (participant& one : at.all) {
    scheduling::free_running::expect_thread();
    fearless_thread* const started = bindings::threads().spawn({.env = &one, .call = take_part, .drop = leave});
    if (started == nullptr) break;
    threads.push_back(started);
  }
  at.open(static_cast<std::uint32_t>(threads.size()));
  if (guard != nullptr) {
    if (!run().is_controlled) unseen::sleep(std::chrono::milliseconds(2));  // the others come to wait for the lock
    bindings::mutexes().unlock(guard);
  }
  // Where the system has no more threads, nothing can be said of so many.
  if (threads.size() < count) return give_up(at, kept, threads);
  first_wrong wrong;
  const auto keep = [&](const first_wrong& seen) {
    if (seen.number != 0) wrong.expect(seen.number - 1, false);
  };
  keep(answer(at, kept));
  keep(join_all(at, threads));
  drop_shared(at, wrong);
  return wrong;
}

}  // namespace scenarios
