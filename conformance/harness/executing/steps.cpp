// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include <algorithm>
#include <memory>
#include <utility>

#include "executing/state.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/free_running.hpp"
#include "scheduling/interception/interception.hpp"
#include "system/unseen.hpp"

namespace scenarios {

namespace {

record spare;  // of a thread that has taken more steps than can be recorded, or that is not the scenario's own

template <class Handle>
Handle* port_of(handle one) {
  return static_cast<Handle*>(at(one).port);
}

bool is_mine(handle one) {
  const object& found = at(one);
  return found.port != nullptr && (one.of == kind::mutex || found.owner == mine);
}

bool is_free(handle one) {
  return at(one).port == nullptr && at(one).owner == no_owner;
}

bool supports(kind of) {
  const fearless_port& port = bindings::port();
  switch (of) {
    case kind::sender:
    case kind::receiver:
      return port.channels != nullptr;
    case kind::mutex:
      return port.mutexes != nullptr;
    case kind::arc:
      return port.arcs != nullptr;
    case kind::weak:
      return port.arcs != nullptr && port.weak_arcs != nullptr;
    case kind::rc:
      return port.rcs != nullptr;
    case kind::thread:
      return port.threads != nullptr;
    case kind::none:
      break;
  }
  return true;
}

std::uint32_t new_number() {
  return log().objects.fetch_add(1) + 1;
}

void own(handle name, void* port, std::uint32_t number, std::uint32_t owner) {
  object& added = at(name);
  added.port = port;
  added.number = number;
  added.own = owner;
  added.seen = nullptr;
  added.owner = mine;
}

// A thread waits only for threads that do not wait themselves, or that have a message waiting for them, so that no
// cycle comes about. Where it would, the step is left out, or does not wait.

bool can_go_on(int thread) {
  if (thread < 0 || thread == mine) return false;
  const thread_state& state = run().threads[static_cast<std::size_t>(thread)];
  if (state.has_ended) return false;
  return !state.waits || (state.waits_for != 0 && run().channels[state.waits_for].in_flight > 0);
}

bool all_senders_can_go_on(std::uint32_t channel) {
  return std::ranges::all_of(run().objects[0], [&](const object& sender) {
    return sender.number != channel || sender.port == nullptr || can_go_on(sender.owner);
  });
}

bool may_wait_for_all_messages(const object& receiver) {
  return run().channels[receiver.number].senders == 0 || all_senders_can_go_on(receiver.number);
}

bool may_wait_for_message(const object& receiver) {
  return run().channels[receiver.number].in_flight > 0 || may_wait_for_all_messages(receiver);
}

/// Locks are waited for in one order only, and not while the holder waits.
bool may_wait_for_lock(int number) {
  return (me().locked >> number) == 0 && std::ranges::none_of(run().threads, [&](const thread_state& each) {
           return each.waits && (each.locked >> number & 1U) != 0;
         });
}

bool may_wait_for_thread(const object& thread) {
  return run().threads[thread.number].has_ended || can_go_on(static_cast<int>(thread.number));
}

/// The calling thread may wait, for a message of this channel or for something else.
class waiting {
 public:
  explicit waiting(std::uint32_t channel = 0) {
    me().waits_for = channel;
    me().waits = true;
  }
  ~waiting() { me().waits = false; }
  waiting(const waiting&) = delete;
  waiting& operator=(const waiting&) = delete;
};

/// The calling thread is in another context.
class within {
 public:
  explicit within(context more) : before_(me().context) { me().context |= more; }
  ~within() { me().context = before_; }
  within(const within&) = delete;
  within& operator=(const within&) = delete;

 private:
  std::uint8_t before_;
};

// Channels.

void make_channel(const step& what) {
  if (!is_free(what.on) || !is_free(what.makes) || log().objects + 1 >= most_channels) return;
  const auto number = new_number();
  record& noted = open(action::channel, what.on, number, number);
  noted.made = number;
  fearless_sender* tx = nullptr;
  fearless_receiver* rx = nullptr;
  bindings::channels().channel(&tx, &rx);
  run().channels[number].in_flight = 0;
  run().channels[number].senders = 1;
  own(what.on, tx, number, number);
  own(what.makes, rx, number, 0);
  close(noted, result::done);
}

void send(const step& what) {
  const object& tx = at(what.on);
  // A program cannot send a sender through itself: it would move what it borrows.
  const auto made = make_value(*what.gives, place::channel, tx.number, what.on);
  record& noted = open(action::send, what.on, tx.number, tx.own);
  noted.value = made;
  fearless_value returned{};
  if (bindings::channels().send(port_of<fearless_sender>(what.on), to_port(made), &returned)) {
    ++run().channels[tx.number].in_flight;
    return close(noted, result::done);
  }
  const auto back = take_value(returned);
  noted.made = back == made ? 0 : 1;
  close(noted, result::failed);
  drop_value(returned);
}

void note_received(record& noted, fearless_value given, std::uint32_t channel) {
  --run().channels[channel].in_flight;
  noted.value = take_value(given);
  close(noted, result::received);
}

void recv(const step& what) {
  const object& rx = at(what.on);
  const bool waits = what.does == action::recv && may_wait_for_message(rx);
  record& noted = open(waits ? action::recv : action::try_recv, what.on, rx.number);
  fearless_value given{};
  auto got = FEARLESS_EMPTY;
  if (waits) {
    const waiting meanwhile(rx.number);
    got = bindings::channels().recv(port_of<fearless_receiver>(what.on), &given);
  } else {
    got = bindings::channels().try_recv(port_of<fearless_receiver>(what.on), &given);
  }
  if (got == FEARLESS_RECEIVED) {
    note_received(noted, given, rx.number);
    drop_value(given);
  } else {
    close(noted, got == FEARLESS_EMPTY ? result::empty : result::disconnected);
  }
}

struct iteration {
  const step& what;
  std::uint32_t channel;
  record* noted;
  std::uint64_t left;

  static bool call(void* environment, fearless_value given) {
    auto& own = *static_cast<iteration*>(environment);
    me().waits = false;
    record& noted = *std::exchange(own.noted, nullptr);
    note_received(noted, given, own.channel);
    drop_value(given);
    {
      const within body(in_iteration);
      run_list(own.what.body);
    }
    if (own.left != 0 && --own.left == 0) return false;
    if (own.left == 0 && !may_wait_for_all_messages(at(own.what.on))) return false;
    if (own.left != 0 && !may_wait_for_message(at(own.what.on))) return false;
    own.noted = &open(action::each, own.what.on, own.channel);
    me().waits = true;
    return true;
  }
};

void each(const step& what) {
  object& rx = at(what.on);
  if (!(what.times != 0 ? may_wait_for_message(rx) : may_wait_for_all_messages(rx))) return;
  iteration all{
      .what = what, .channel = rx.number, .noted = &open(action::each, what.on, rx.number), .left = what.times};
  rx.owner = moving;  // the body does not use the receiver
  {
    const waiting meanwhile(rx.number);
    bindings::channels().for_each(port_of<fearless_receiver>(what.on), iteration::call, &all);
  }
  rx.owner = mine;
  if (all.noted != nullptr) close(*all.noted, result::disconnected);
}

// Clones.

void* cloned(kind of, const void* port) {
  if (of == kind::sender) return bindings::channels().clone_sender(static_cast<const fearless_sender*>(port));
  if (of == kind::arc) return bindings::arcs().clone(static_cast<const fearless_arc*>(port));
  return bindings::rcs().clone(static_cast<const fearless_rc*>(port));
}

bool can_be_cloned(kind of) {
  return of == kind::sender || of == kind::arc || of == kind::rc;
}

void clone(const step& what) {
  if (!can_be_cloned(what.on.of) || what.makes.of != what.on.of || !is_free(what.makes)) return;
  const object& from = at(what.on);
  record& noted = open(action::clone, what.on, from.number, from.own);
  noted.made = new_number();
  own(what.makes, cloned(what.on.of, from.port), from.number, noted.made);
  if (what.on.of == kind::sender) ++run().channels[from.number].senders;
  close(noted, result::done);
}

void crowd(const step& what) {
  object& from = at(what.on);
  if (!can_be_cloned(what.on.of) || from.crowd != nullptr) return;
  record& noted = open(action::crowd, what.on, from.number, from.own);
  noted.count = what.times;
  auto all = std::make_unique<std::vector<void*>>();
  for (std::uint64_t made = 0; made < what.times; ++made) all->push_back(cloned(what.on.of, from.port));
  from.crowd = all.release();
  if (what.on.of == kind::sender) run().channels[from.number].senders += static_cast<int>(what.times);
  close(noted, result::done);
}

void disperse(handle one) {
  object& of = at(one);
  const std::unique_ptr<std::vector<void*>> all(std::exchange(of.crowd, nullptr));
  if (!all) return;
  record& noted = open(action::disperse, one, of.number, of.own);
  noted.count = all->size();
  for (void* const dropped : *all) drop_in_port(one.of, dropped);
  if (one.of == kind::sender) run().channels[of.number].senders -= static_cast<int>(all->size());
  close(noted, result::done);
}

// Locks.

/// The thread has the lock and the data.
void acquired(handle mutex, fearless_value* slot, record& noted) {
  me().locked |= 1U << mutex.number;
  me().slots[static_cast<std::size_t>(mutex.number)] = slot;
  noted.value = use_value(from_port(*slot));
}
void released(handle mutex) {
  me().locked &= ~(1U << mutex.number);
  me().slots[static_cast<std::size_t>(mutex.number)] = nullptr;
}

result as_result(fearless_locked got) {
  return got == FEARLESS_LOCKED ? result::locked : got == FEARLESS_POISONED ? result::poisoned : result::would_block;
}

void unlock(handle mutex) {
  fearless_guard* const guard = std::exchange(me().guards[static_cast<std::size_t>(mutex.number)], nullptr);
  if (guard == nullptr) return;
  record& noted = open(action::unlock, mutex, at(mutex).number);
  released(mutex);
  bindings::mutexes().unlock(guard);
  close(noted, result::done);
}

void lock(const step& what) {
  const object& mutex = at(what.on);
  if ((me().locked >> what.on.number & 1U) != 0) return;
  const bool waits = what.does == action::lock && may_wait_for_lock(what.on.number);
  record& noted = open(waits ? action::lock : action::try_lock, what.on, mutex.number);
  fearless_guard* guard = nullptr;
  auto got = FEARLESS_WOULD_BLOCK;
  if (waits) {
    const waiting meanwhile;
    got = bindings::mutexes().lock(port_of<fearless_mutex>(what.on), &guard);
  } else {
    got = bindings::mutexes().try_lock(port_of<fearless_mutex>(what.on), &guard);
  }
  close(noted, as_result(got));
  if (got != FEARLESS_LOCKED) return;
  me().guards[static_cast<std::size_t>(what.on.number)] = guard;
  me().locked_in[static_cast<std::size_t>(what.on.number)] = me().context;
  acquired(what.on, bindings::mutexes().deref(guard), noted);
}

struct locked_body {
  const step& what;
  record& noted;
  flow how = flow::on;

  static fearless_outcome call(void* environment, fearless_value* slot) {
    auto& own = *static_cast<locked_body*>(environment);
    me().waits = false;
    own.noted.began = now();
    const within body(in_lock);
    acquired(own.what.on, slot, own.noted);
    own.how = run_list(own.what.body);
    released(own.what.on);
    own.noted.ended = now();
    return own.how == flow::panics ? FEARLESS_PANICS : FEARLESS_RETURNS;
  }
};

flow with_lock(const step& what) {
  const object& mutex = at(what.on);
  if (!may_wait_for_lock(what.on.number)) return flow::on;
  locked_body body{.what = what, .noted = open(what.does, what.on, mutex.number)};
  auto outcome = FEARLESS_RETURNS;
  auto got = FEARLESS_LOCKED;
  {
    const waiting meanwhile;
    if (what.does == action::with_lock)
      got = bindings::mutexes().with_lock(port_of<fearless_mutex>(what.on), locked_body::call, &body, &outcome);
    else
      outcome = bindings::mutexes().with_lock_unwrap(port_of<fearless_mutex>(what.on), locked_body::call, &body);
  }
  const bool panicked = got == FEARLESS_LOCKED && outcome == FEARLESS_PANICS;
  close(body.noted, got == FEARLESS_POISONED ? result::poisoned : panicked ? result::panicked : result::returned);
  // A lock that is poisoned makes the unwrap panic, with a payload of the implementation.
  if (panicked && body.noted.began == 0) me().result = no_value;
  return panicked ? flow::panics : body.how;
}

/// The data of a mutex that the thread holds. The guard is asked each time, since another one may have come meanwhile.
fearless_value* data_of(handle mutex) {
  const auto number = static_cast<std::size_t>(mutex.number);
  fearless_guard* const guard = me().guards[number];
  return guard != nullptr ? bindings::mutexes().deref(guard) : me().slots[number];
}

void put(const step& what) {
  fearless_value* const slot = data_of(what.on);
  if (slot == nullptr) return;
  const std::uint32_t number = at(what.on).number;
  const auto made = make_value(*what.gives, place::mutex, number);
  record& noted = open(action::put, what.on, number);
  noted.value = made;
  const fearless_value before = std::exchange(*slot, to_port(made));
  close(noted, result::done);
  take_value(before);
  drop_value(before);
}

// Owners.

void make_object(const step& what) {
  if (!is_free(what.on)) return;
  const auto number = new_number();
  const auto where = what.does == action::mutex ? place::mutex : what.does == action::arc ? place::arc : place::rc;
  const auto made = make_value(*what.gives, where, number);
  record& noted = open(what.does, what.on, number, number);
  noted.made = number;
  noted.value = made;
  const fearless_value given = to_port(made);
  void* const port = what.does == action::mutex ? static_cast<void*>(bindings::mutexes().create(given))
                     : what.does == action::arc ? static_cast<void*>(bindings::arcs().create(given))
                                                : static_cast<void*>(bindings::rcs().create(given));
  own(what.on, port, number, number);
  close(noted, result::done);
}

/// Uses the value that is now here, and was found there before: what was found stays valid.
std::uint32_t use_found(const fearless_value* now_here, const fearless_value* found_before) {
  const auto made = from_port(*now_here);
  return found_before != nullptr && from_port(*found_before) != made ? unknown_value : use_value(made);
}

void read(const step& what) {
  object& from = at(what.on);
  record& noted = open(action::read, what.on, from.number, from.own);
  if (what.on.of == kind::mutex) {
    const fearless_value* const slot = data_of(what.on);
    const fearless_value* const found_before = me().slots[static_cast<std::size_t>(what.on.number)];
    noted.value = slot != nullptr ? use_found(slot, found_before) : no_value;
    return close(noted, slot != nullptr ? result::done : result::none);
  }
  const auto* const seen = what.on.of == kind::arc ? bindings::arcs().deref(port_of<const fearless_arc>(what.on))
                                                   : bindings::rcs().deref(port_of<const fearless_rc>(what.on));
  noted.value = use_found(seen, std::exchange(from.seen, seen));
  close(noted, result::done);
}

void count(const step& what) {
  const object& of = at(what.on);
  record& noted = open(action::count, what.on, of.number, of.own);
  noted.count = what.on.of == kind::arc ? bindings::arcs().count(port_of<const fearless_arc>(what.on))
                                        : bindings::rcs().count(port_of<const fearless_rc>(what.on));
  close(noted, result::done);
}

void cycle(const step& what) {
  const object& of = at(what.on);
  record& noted = open(action::cycle, what.on, of.number, of.own);
  noted.count = what.times;
  if (what.on.of == kind::arc)
    bindings::arcs().cycle(port_of<const fearless_arc>(what.on), what.times);
  else
    bindings::rcs().cycle(port_of<const fearless_rc>(what.on), what.times);
  close(noted, result::done);
}

void downgrade(const step& what) {
  if (!is_free(what.makes) || bindings::port().weak_arcs == nullptr) return;
  const object& from = at(what.on);
  record& noted = open(action::downgrade, what.on, from.number, from.own);
  noted.made = new_number();
  own(what.makes, bindings::weak_arcs().downgrade(port_of<const fearless_arc>(what.on)), from.number, noted.made);
  close(noted, result::done);
}

void upgrade(const step& what) {
  if (!is_free(what.makes)) return;
  const object& from = at(what.on);
  record& noted = open(action::upgrade, what.on, from.number, from.own);
  noted.made = new_number();
  fearless_arc* const made = bindings::weak_arcs().upgrade(port_of<const fearless_arc_weak>(what.on));
  if (made != nullptr) own(what.makes, made, from.number, noted.made);
  close(noted, made != nullptr ? result::done : result::none);
}

// Threads.

struct environment {
  const step* spawning;
  std::size_t thread;
  std::uint32_t captured;
};

fearless_outcome call(void* data, fearless_value* result) {
  const auto& own = *static_cast<environment*>(data);
  thread_record& noted = log().thread[own.thread];
  if (noted.calls.fetch_add(1) != 0) {
    *result = {};
    return FEARLESS_RETURNS;
  }
  mine = static_cast<std::uint8_t>(own.thread);
  noted.system_id = unseen::this_thread();
  noted.begins = now();
  record& body = open(action::body, {.of = kind::thread, .number = own.spawning->on.number}, mine);
  noted.environment_intact = noted.drops == 0 && use_value(own.captured) == own.captured;
  const flow how = run_list(own.spawning->body);
  unlock_all();
  const auto made = me().result;
  if (made != no_value) log().value[made].at = how == flow::panics ? place::payload : place::result;
  noted.value = made;
  *result = made != no_value ? to_port(made) : fearless_value{};
  noted.outcome = how == flow::panics ? result::panicked : result::returned;
  close(body, noted.outcome);
  noted.ends = now();
  return how == flow::panics ? FEARLESS_PANICS : FEARLESS_RETURNS;
}

void drop_environment(void* data) {
  auto* const own = static_cast<environment*>(data);
  thread_record& noted = log().thread[own->thread];
  if (noted.drops.fetch_add(1) != 0) return;
  const auto before = mine;
  if (mine == foreign_thread && noted.calls != 0) mine = static_cast<std::uint8_t>(own->thread);
  if (mine != foreign_thread) {
    record& dropping = open(action::environment, {.of = kind::thread, .number = own->spawning->on.number},
                            static_cast<std::uint32_t>(own->thread));
    {
      const within context(noted.outcome == result::panicked ? unwinding : in_drop);
      run_list(own->spawning->dropped);
      if (mine == own->thread) unlock_all();
      drop_all_of(static_cast<int>(own->thread));
      drop_value(to_port(own->captured));
    }
    close(dropping, result::done);
  }
  noted.environment_dropped = now();
  run().threads[own->thread].has_ended = true;
  mine = before;
  delete own;
  note_change();
}

/// Whether the system starts no thread for the calling thread.
constinit thread_local bool is_refused = false;

void spawn(const step& what) {
  if (!is_free(what.on) || log().threads >= most_threads) return;
  const auto number = log().threads.fetch_add(1);
  if (number >= most_threads) return;
  at(what.on).owner = moving;
  // The drop of a closure may spawn as well.
  const bool refuses = what.does == action::refuse || is_refused;
  const bool before = std::exchange(is_refused, refuses);
  thread_record& noted = log().thread[number];
  noted.spawned_by = mine;
  noted.is_spawned = true;
  noted.refused = refuses;
  noted.spawned = now();
  const auto captured = make_value({}, place::thread, 0);
  for (const handle moved : what.moves)
    if (moved.of != kind::rc && moved.of != kind::mutex && is_mine(moved)) at(moved).owner = static_cast<int>(number);
  record& step = open(refuses ? action::refuse : action::spawn, what.on, number);
  auto* const own = new environment{.spawning = &what, .thread = number, .captured = captured};
  if (refuses) scheduling::refuse_threads(true);
  scheduling::free_running::expect_thread();
  fearless_thread* const made = bindings::threads().spawn({.env = own, .call = call, .drop = drop_environment});
  if (refuses && !before) scheduling::refuse_threads(false);
  is_refused = before;
  object& thread = at(what.on);
  thread.port = made;
  thread.number = number;
  thread.owner = made != nullptr ? static_cast<int>(mine) : no_owner;
  close(step, made != nullptr ? result::done : result::failed);
}

void join(const step& what) {
  object& thread = at(what.on);
  if (!may_wait_for_thread(thread)) return;
  record& noted = open(what.does, what.on, thread.number);
  auto* const port = static_cast<fearless_thread*>(std::exchange(thread.port, nullptr));
  fearless_value given{};
  auto outcome = FEARLESS_RETURNS;
  {
    const waiting meanwhile;
    outcome = what.does == action::join ? bindings::threads().join(port, &given)
                                        : bindings::threads().join_unwrap(port, &given);
  }
  thread.owner = no_owner;
  log().thread[noted.object].is_joined = true;
  // Only a thread whose result is the value without data and drop can return it.
  const bool is_nothing =
      given.data == nullptr && given.drop == nullptr && log().thread[noted.object].value == no_value;
  noted.value = is_nothing ? no_value : take_value(given);
  close(noted, outcome == FEARLESS_PANICS ? result::panicked : result::returned);
  drop_value(given);
}

void sleep(const step& what) {
  record& noted = open(action::sleep, {});
  noted.count = what.times;
  const auto before = unseen::time();
  bindings::threads().sleep(what.times);
  noted.made = unseen::time() - before >= std::chrono::nanoseconds(what.times) ? 0 : 1;
  // Under controlled scheduling a sleep passes no time.
  close(noted, run().is_controlled ? result::none : result::done);
}

void leave_with(const step& what, place where) {
  if (me().result != no_value) drop_value(to_port(me().result));
  me().result = make_value(*what.gives, where, mine);
}

void note_many(const step& what, first_wrong (*judged)(kind, std::uint64_t)) {
  record& noted = open(what.does, {.of = what.on.of, .number = 0}, new_number());
  const first_wrong wrong = judged(what.on.of, what.times);
  noted.count = wrong.number;
  if (!wrong.is_judged) return close(noted, result::none);
  close(noted, wrong.number == 0 ? result::done : wrong.is_poison ? result::poisoned : result::wrong);
}

void interrupt(const step& what) {
  const thread_record& thread = log().thread[at(what.on).number];
  record& noted = open(action::interrupt, what.on, at(what.on).number);
  // Under controlled scheduling the thread waits in the scheduler, which a signal does not reach.
  const bool can_be = !run().is_controlled && thread.begins != 0 && thread.ends == 0;
  close(noted, can_be && unseen::interrupt(thread.system_id) ? result::done : result::none);
}

flow catch_panic(const step& what) {
  const flow how = run_list(what.body);
  if (how != flow::panics) return how;
  if (me().result != no_value) drop_value(to_port(std::exchange(me().result, no_value)));
  me().context |= after_panic;
  return flow::on;
}

flow run_once(const step& what) {
  switch (what.does) {
    case action::channel:
      make_channel(what);
      break;
    case action::send:
      send(what);
      break;
    case action::recv:
    case action::try_recv:
      recv(what);
      break;
    case action::each:
      each(what);
      break;
    case action::clone:
      clone(what);
      break;
    case action::crowd:
      crowd(what);
      break;
    case action::disperse:
      disperse(what.on);
      break;
    case action::drop:
      drop_object(what.on);
      break;
    case action::mutex:
    case action::arc:
    case action::rc:
      make_object(what);
      break;
    case action::lock:
    case action::try_lock:
      lock(what);
      if (what.times != 0) unlock(what.on);
      break;
    case action::unlock:
      // A drop may be part of an unwinding, which would poison a mutex that was locked before.
      if (me().locked_in[static_cast<std::size_t>(what.on.number)] == me().context) unlock(what.on);
      break;
    case action::with_lock:
    case action::with_unwrap:
      return with_lock(what);
    case action::put:
      put(what);
      break;
    case action::read:
      read(what);
      break;
    case action::count:
      count(what);
      break;
    case action::downgrade:
      downgrade(what);
      break;
    case action::upgrade:
      upgrade(what);
      break;
    case action::spawn:
    case action::refuse:
      spawn(what);
      break;
    case action::join:
    case action::join_unwrap:
      join(what);
      break;
    case action::detach:
      drop_object(what.on);
      break;
    case action::sleep:
      sleep(what);
      break;
    case action::caught:
      return catch_panic(what);
    case action::many:
      note_many(what, many);
      break;
    case action::chain:
      note_many(what, chain);
      break;
    case action::meet:
      note_many(what, meet);
      break;
    case action::cycle:
      cycle(what);
      break;
    case action::interrupt:
      interrupt(what);
      break;
    case action::panic:
      // Where a panic would end the process, or is not allowed by the port, there is none.
      if ((me().context & (in_drop | unwinding | in_iteration)) != 0) break;
      close(open(action::panic, {}), result::done);
      leave_with(what, place::payload);
      unlock_all();
      return flow::panics;
    case action::finish:
      if (mine == 0 || (me().context & (in_drop | unwinding | in_iteration)) != 0) break;
      leave_with(what, place::result);
      return flow::finishes;
    case action::body:
    case action::environment:
    case action::use:
      break;
  }
  return flow::on;
}

/// Whether the step repeats as a whole for its number.
bool repeats(action does) {
  return does == action::send || does == action::recv || does == action::try_recv || does == action::lock ||
         does == action::count || does == action::read;
}

/// Whether the step uses an object that this thread must own, or that must exist.
bool needs_object(action does) {
  switch (does) {
    case action::channel:
    case action::mutex:
    case action::arc:
    case action::rc:
    case action::spawn:
    case action::refuse:
    case action::sleep:
    case action::panic:
    case action::caught:
    case action::finish:
    case action::many:
    case action::chain:
    case action::meet:
    case action::unlock:
      return false;
    default:
      return true;
  }
}

/// The kinds of objects that the action is for.
std::string_view kinds_for(action does) {
  switch (does) {
    case action::send:
      return "s";
    case action::recv:
    case action::try_recv:
    case action::each:
      return "r";
    case action::clone:
    case action::crowd:
    case action::disperse:
      return "sac";
    case action::drop:
      return "srawc";
    case action::lock:
    case action::try_lock:
    case action::unlock:
    case action::with_lock:
    case action::with_unwrap:
    case action::put:
    case action::mutex:
      return "m";
    case action::read:
      return "mac";
    case action::count:
    case action::cycle:
      return "ac";
    case action::downgrade:
    case action::arc:
      return "a";
    case action::upgrade:
      return "w";
    case action::rc:
      return "c";
    case action::spawn:
    case action::refuse:
    case action::join:
    case action::join_unwrap:
    case action::detach:
    case action::interrupt:
      return "t";
    case action::many:
      return "smawc";
    case action::chain:
      return "smac";
    case action::meet:
      return "srmawt";
    case action::channel:
      return "s";
    default:
      return "";
  }
}

void drop_kind_of(int thread, kind of) {
  for (int number = 0; number < most_handles; ++number) {
    const handle one{.of = of, .number = number};
    int expected = thread;
    if (at(one).port != nullptr && at(one).owner.compare_exchange_strong(expected, mine)) drop_object(one);
  }
}

bool is_possible(const step& what) {
  if ((what.does == action::sleep || what.does == action::meet) && !supports(kind::thread)) return false;
  if (what.on.is_some() && !supports(what.on.of)) return false;
  const auto kinds = kinds_for(what.does);
  if (!kinds.empty() && kinds.find(static_cast<char>(what.on.of)) == std::string_view::npos) return false;
  return !needs_object(what.does) || is_mine(what.on);
}

}  // namespace

void drop_in_port(kind of, void* port) {
  switch (of) {
    case kind::sender:
      return bindings::channels().drop_sender(static_cast<fearless_sender*>(port));
    case kind::receiver:
      return bindings::channels().drop_receiver(static_cast<fearless_receiver*>(port));
    case kind::arc:
      return bindings::arcs().drop(static_cast<fearless_arc*>(port));
    case kind::weak:
      return bindings::weak_arcs().drop(static_cast<fearless_arc_weak*>(port));
    case kind::rc:
      return bindings::rcs().drop(static_cast<fearless_rc*>(port));
    case kind::mutex:
      return bindings::mutexes().drop(static_cast<fearless_mutex*>(port));
    case kind::thread:
      return bindings::threads().detach(static_cast<fearless_thread*>(port));
    case kind::none:
      break;
  }
}

void note_change() {
  std::atomic_ref(run().changes).fetch_add(1);
  scheduling::wake_all(run().changes);
}

void unlock_all() {
  for (int number = 0; number < most_handles; ++number) unlock({.of = kind::mutex, .number = number});
}

record& open(action does, handle on, std::uint32_t object, std::uint32_t owner) {
  if (mine >= most_threads) return spare;
  const std::uint32_t number = log().steps[mine];
  if (number + 1 >= (mine == 0 ? most_main_steps : most_steps)) {
    log().is_incomplete = true;
    return spare;
  }
  record& added = step_of(log(), mine, number);
  added = {};
  added.on = on;
  added.does = does;
  added.object = object;
  added.owner = owner;
  added.thread = mine;
  added.context = me().context;
  added.called = now();
  log().steps[mine] = number + 1;
  return added;
}

void close(record& done, result gave) {
  done.gave = gave;
  done.returned = now();
}

void drop_object(handle one) {
  if (!is_mine(one)) return;
  disperse(one);
  object& dropped = at(one);
  void* const port = std::exchange(dropped.port, nullptr);
  record& noted = open(one.of == kind::thread ? action::detach : action::drop, one, dropped.number, dropped.own);
  drop_in_port(one.of, port);
  if (one.of == kind::sender) --run().channels[dropped.number].senders;
  dropped.owner = no_owner;
  close(noted, result::done);
}

void drop_objects_of(int thread) {
  for (const kind of : {kind::sender, kind::receiver, kind::arc, kind::weak, kind::rc}) drop_kind_of(thread, of);
}

void drop_all_of(int thread) {
  drop_objects_of(thread);
  drop_kind_of(thread, kind::thread);
}

flow run_step(const step& what) {
  const std::uint64_t times = repeats(what.does) && what.times != 0 ? what.times : 1;
  for (std::uint64_t done = 0; done < times && is_possible(what); ++done)
    if (const flow how = run_once(what); how != flow::on) return how;
  return flow::on;
}

flow run_list(const std::vector<step>& list) {
  for (const step& each : list)
    if (const flow how = run_step(each); how != flow::on) return how;
  return flow::on;
}

}  // namespace scenarios
