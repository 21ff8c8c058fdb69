/* SPDX-License-Identifier: MIT */
/*
 * Tools of a case that `fearless search --save-as` wrote: a program that repeats what broke a claim, and expects what
 * the claims promise. It is C11 and C++; a case is one file, and includes this header first.
 *
 * A case of several threads runs in three kinds of rounds:
 *
 *  - in order: each step begins when the one before it has ended, in the order in which the steps were seen. There each
 *    step has one right result.
 *  - together: each step begins when the one before it begins, so that they overlap. In most of these rounds one step
 *    is stopped for a moment within the library, at an instruction that is drawn at random.
 *  - in no order: the system decides.
 *
 * Where steps overlap, only what holds in each order is expected.
 *
 * A step whose object does not exist, since another step did not succeed, does nothing.
 *
 * Exit code: 0 if all expectations held, 1 if not; each one that broke is a line on standard error. 2 if the library
 * lacks functions that the case needs.
 */
#ifndef FEARLESS_CASE_H
#define FEARLESS_CASE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for the registers of a thread that is stopped */
#endif

#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#include "fearless_port.h"

/* A round that takes longer counts as one that hangs. It is a limit and no proof: raise it on a slow machine. */
#ifndef CASE_SECONDS_OF_A_ROUND
#define CASE_SECONDS_OF_A_ROUND 30
#endif
/* How long the rounds of a case of several threads are repeated. */
#ifndef CASE_SECONDS
#define CASE_SECONDS 5
#endif

/* The turns of the rounds in order must not order memory accesses where the race detector looks for races. */
#if defined(__SANITIZE_THREAD__)
#define CASE_DETECTS_RACES 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CASE_DETECTS_RACES 1
#endif
#endif
#ifdef CASE_DETECTS_RACES
#define CASE_ACQUIRE __ATOMIC_RELAXED
#define CASE_RELEASE __ATOMIC_RELAXED
#ifdef __cplusplus
extern "C" const char* __tsan_default_options(void);
#else
const char* __tsan_default_options(void);
#endif
const char* __tsan_default_options(void) {
  return "exitcode=1:halt_on_error=1";
}
#else
#define CASE_ACQUIRE __ATOMIC_ACQUIRE
#define CASE_RELEASE __ATOMIC_RELEASE
#endif

#ifdef __cplusplus
#define CASE_THREAD_LOCAL thread_local
#else
#define CASE_THREAD_LOCAL _Thread_local
#endif

enum { most_threads = 13, intact = 42, destroyed = -1 };

/* What a value is to the library: see fearless_value. */
enum layout { in_memory, as_number, undropped, without_data, blank };

struct value {
  const char* name;
  enum layout is;
  void (*own_drop)(void* data); /* of a value that is not in memory */
  void (*then)(void);           /* the steps in its drop */
  long content;
  int is_given, drops;
  struct sender* sent_by; /* until it arrives */
  int sent_as;            /* the number of the message among those of its sender */
  int is_listed;
  struct value* next; /* of all values */
};
#define VALUE(name) static struct value name = {#name, in_memory, NULL, NULL, 0, 0, 0, NULL, 0, 0, NULL}
#define VALUE_THEN(name, then) static struct value name = {#name, in_memory, NULL, then, 0, 0, 0, NULL, 0, 0, NULL}
#define VALUE_LIKE(name, layout, own_drop, then) \
  static struct value name = {#name, layout, own_drop, then, 0, 0, 0, NULL, 0, 0, NULL}
#define VALUES(name, count) static struct value name[count]

struct thread {
  const char* name;
  int number;
  fearless_outcome (*body)(void);
  void (*dropped)(void);
  fearless_thread* handle;
  struct value* result;
  fearless_outcome outcome;
  long captured;
  int calls, drops, runs, is_spawned, has_ended;
  int done;       /* all of its steps up to this one have ended, or let others begin */
  int begun;      /* all of its steps up to this one have begun */
  const char* at; /* the step that it is in */
  bool checks;    /* whether the result of this step is checked */
};
#define THREAD(name, number)                                                                        \
  static struct thread name = {#name, number, NULL, NULL, NULL, NULL, FEARLESS_RETURNS, 0, 0, 0, 0, \
                               0,     0,      0,    0,    NULL, true}

struct sender {
  fearless_sender *port, **crowd;
  size_t crowded;
  struct receiver* to;
  int sent, latest_received;
};
struct receiver {
  fearless_receiver* port;
  int senders; /* that have not begun to leave */
};
struct mutex {
  fearless_mutex* port;
  fearless_guard* guards[most_threads];
  fearless_value* slots[most_threads];
  int holders;
};
struct arc {
  fearless_arc *port, **crowd;
  size_t crowded;
};
struct weak {
  fearless_arc_weak* port;
};
struct rc {
  fearless_rc *port, **crowd;
  size_t crowded;
};

static struct thread main_thread = {"main", 0, NULL, NULL, NULL, NULL, FEARLESS_RETURNS, intact, 1, 0, 1,
                                    1,      0, 0,    0,    NULL, true};
static struct thread foreign_thread = {"a thread of the library",
                                       most_threads - 1,
                                       NULL,
                                       NULL,
                                       NULL,
                                       NULL,
                                       FEARLESS_RETURNS,
                                       intact,
                                       1,
                                       0,
                                       1,
                                       1,
                                       0,
                                       0,
                                       0,
                                       NULL,
                                       false};
static const fearless_port* the_port;
static struct thread* all_threads[most_threads];
static CASE_THREAD_LOCAL struct thread* me;
static enum { in_order, together, in_no_order } this_round;
static int order_is_lost, broken_expectations, is_over;

/* What a step may find in place of a value. */
static struct value* all_values;
static struct value nothing_there, the_end, any_value, poison, another_holder;
#define NOTHING (&nothing_there) /* an empty channel */
#define END (&the_end)           /* a disconnected channel */
#define ANY (&any_value)         /* any value of the case */
#define POISONED (&poison)       /* a poisoned mutex */
#define HELD (&another_holder)   /* a mutex that another thread holds */

static inline struct thread* self(void) {
  return me != NULL ? me : &foreign_thread;
}

/* Reports an expectation that broke. */
__attribute__((format(printf, 1, 2))) static inline void broke(const char* format, ...) {
  char what[256];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(what, sizeof what, format, arguments);
  va_end(arguments);
  __atomic_fetch_add(&broken_expectations, 1, __ATOMIC_RELAXED);
  const char* const at = __atomic_load_n(&self()->at, __ATOMIC_RELAXED);
  fprintf(stderr, "%s on %s: %s\n", at != NULL ? at : "at the end", self()->name, what);
}
#define broke_here(...) (self()->checks ? broke(__VA_ARGS__) : (void)0)

/* Steps. */

/* Spends no time, or up to as much as a thread needs to start, so that the rounds in no order differ. */
static inline void pause_at_random(void) {
  static CASE_THREAD_LOCAL uint32_t random;
  if (random == 0) random = (uint32_t)(uintptr_t)&random | 1u;
  random ^= random << 13;
  random ^= random >> 17;
  random ^= random << 5;
  if (random % 64 == 0) sched_yield();
  if (random % 2 == 0) return;
  const uint32_t most = 1u << (random >> 4) % (this_round == together ? 10 : 17);
  for (volatile uint32_t left = (random >> 8) % most; left > 0; left = left - 1) continue;
}

/* A thread is stopped by the processor's trap flag: after each instruction comes a signal, which counts. Not where the
 * race detector runs, which has no need of it. */
#if defined(__x86_64__) && !defined(CASE_DETECTS_RACES)
#define CASE_STOPS 1
#else
#define CASE_STOPS 0
#endif

static bool can_stop;
static int stopped_step;  /* in this round; 0: none */
static int stopped_after; /* so many instructions */
static CASE_THREAD_LOCAL volatile int instructions_left, is_counting;

#if CASE_STOPS
static inline void on_instruction(int number, siginfo_t* why, void* context) {
  const greg_t trap_flag = 0x100;
  greg_t* const flags = &((ucontext_t*)context)->uc_mcontext.gregs[REG_EFL];
  const struct timespec moment = {0, 100000L << stopped_after % 5};
  const int error = errno;
  (void)number;
  (void)why;
  if (!is_counting) {
    *flags &= ~trap_flag;
    return;
  }
  *flags |= trap_flag;
  instructions_left = instructions_left - 1;
  if (instructions_left > 0) return;
  is_counting = 0;
  *flags &= ~trap_flag;
  __atomic_store_n(&self()->begun, stopped_step, CASE_RELEASE); /* now the step after it begins */
  nanosleep(&moment, NULL);
  errno = error;
}
#endif

/* Has the calling thread be stopped soon. */
static inline void stop_soon(void) {
  instructions_left = stopped_after;
  is_counting = 1;
  raise(SIGTRAP);
}
static inline void stop_no_more(void) {
  is_counting = 0;
}

struct place {
  const char* at;
  bool checks;
};

static inline struct place enter_step(int number, int done, const char* text, bool is_sure) {
  struct thread* const own = self();
  const struct place before = {own->at, own->checks};
  __atomic_store_n(&own->at, text, __ATOMIC_RELAXED);
  own->checks = is_sure || (this_round == in_order && !__atomic_load_n(&order_is_lost, __ATOMIC_RELAXED));
  __atomic_store_n(&own->done, done, CASE_RELEASE);
  if (this_round != in_order) pause_at_random();
  if (number == stopped_step)
    stop_soon();
  else
    __atomic_store_n(&own->begun, number, CASE_RELEASE);
  return before;
}
static inline void leave_step(int number, struct place before) {
  stop_no_more();
  if (number == stopped_step) __atomic_store_n(&self()->begun, number, CASE_RELEASE);
  __atomic_store_n(&self()->at, before.at, __ATOMIC_RELAXED);
  self()->checks = before.checks;
}
#define CASE_STEP(number, done, text, call, is_sure)                          \
  do {                                                                        \
    const struct place before_step = enter_step(number, done, text, is_sure); \
    call;                                                                     \
    leave_step(number, before_step);                                          \
  } while (0)

/* A step with its number. Its result is expected in each round. */
#define STEP(number, call) CASE_STEP(number, (number) - 1, #call, call, true)
/* Its result is expected in the rounds in order. */
#define ORDERED(number, call) CASE_STEP(number, (number) - 1, #call, call, false)
/* The same, of a step that waits for those after it. */
#define WAITING(number, call) CASE_STEP(number, number, #call, call, false)

/* All steps of the calling thread up to this one have ended. */
static inline void done(int number) {
  __atomic_store_n(&self()->done, number, CASE_RELEASE);
  __atomic_store_n(&self()->begun, number, CASE_RELEASE);
}

/* The steps that another thread's step follows: each is a bit. Only these are stopped. */
enum { words_of_steps = 128 };
static uint64_t followed_steps[words_of_steps];

/* In a round together: waits until another thread has begun this step, unless that takes long. */
static inline void meets(struct thread* other, int number) {
  const int most_looks = stopped_step != 0 ? 2000000 : 20000;
  __atomic_fetch_or(&followed_steps[number / 64 % words_of_steps], UINT64_C(1) << number % 64, __ATOMIC_RELAXED);
  if (this_round != together) return;
  for (int looks = 0; looks < most_looks && __atomic_load_n(&other->begun, CASE_ACQUIRE) < number; ++looks)
    if (looks % 1024 == 1023) sched_yield();
}

/* In a round in order: waits until this step of another thread has ended; where that takes too long, the round goes on
 * in no order. In a round together: waits until it has begun, unless that takes long. */
static inline void after(struct thread* other, int number) {
  if (other == self()) return;
  meets(other, number);
  if (this_round != in_order) return;
  const time_t patience = 2;
  done(number);
  for (const time_t from = time(NULL); __atomic_load_n(&other->done, CASE_ACQUIRE) < number; sched_yield()) {
    if (time(NULL) - from > patience) __atomic_store_n(&order_is_lost, 1, __ATOMIC_RELAXED);
    if (__atomic_load_n(&order_is_lost, __ATOMIC_RELAXED) != 0) return;
  }
}

/* Values. */

static inline void drop_of(struct value* own) {
  if (__atomic_fetch_add(&own->drops, 1, __ATOMIC_RELAXED) != 0) {
    broke("%s was dropped a second time", own->name != NULL ? own->name : "a value");
    return;
  }
  own->content = destroyed;
  if (own->then != NULL) own->then();
}
static inline void drop_value(void* data) {
  if (data != NULL)
    drop_of((struct value*)data);
  else
    broke("a value was dropped without its data");
}
static inline void drop_words(fearless_value words) {
  if (words.drop != NULL) words.drop(words.data);
}

/* A number in place of an address. */
static inline void* no_address(uintptr_t number) {
  return (void*)(number | 1u);
}

/* The value as the library has it. */
static inline fearless_value words_of(struct value* own) {
  fearless_value words = {own, drop_value};
  if (own->is == without_data || own->is == blank) words.data = NULL;
  if (own->is == as_number || own->is == undropped) words.data = no_address((uintptr_t)own & 0xfff0);
  if (own->is != in_memory) words.drop = own->own_drop;
  return words;
}
static inline bool is_it(fearless_value found, struct value* own) {
  const fearless_value words = words_of(own);
  return found.data == words.data && found.drop == words.drop;
}
static inline bool is_given(const struct value* own) {
  return __atomic_load_n(&own->is_given, __ATOMIC_RELAXED) != 0;
}

/* Gives a value away. */
static inline fearless_value give(struct value* own) {
  if (__atomic_exchange_n(&own->is_listed, 1, __ATOMIC_RELAXED) == 0) {
    own->next = __atomic_load_n(&all_values, __ATOMIC_RELAXED);
    while (!__atomic_compare_exchange_n(&all_values, &own->next, own, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
      continue;
  }
  own->content = intact;
  __atomic_store_n(&own->drops, 0, __ATOMIC_RELAXED);
  __atomic_store_n(&own->is_given, 1, __ATOMIC_RELAXED);
  return words_of(own);
}

static inline bool is_special(const struct value* expected) {
  return expected == NOTHING || expected == END || expected == ANY || expected == POISONED || expected == HELD;
}

/* Looks at a value that is where this one should be. */
static inline void look(fearless_value found, struct value* expected) {
  const bool is_expected = !is_special(expected) && is_it(found, expected);
  struct value* const seen = is_expected ? expected : found.drop == drop_value ? (struct value*)found.data : NULL;
  if (!is_expected && !is_special(expected))
    broke_here("found %s instead of %s", seen != NULL && seen->name != NULL ? seen->name : "another value",
               expected->name != NULL ? expected->name : "its value");
  if (seen == NULL || seen->is != in_memory) return;
  if (__atomic_load_n(&seen->drops, __ATOMIC_RELAXED) != 0)
    broke("%s had been dropped before", seen->name != NULL ? seen->name : "the value");
  else if (seen->content != intact)
    broke("%s was changed", seen->name != NULL ? seen->name : "the value");
}

/* Takes a value that comes out of the library, and drops it. */
static inline void arrived(fearless_value found, struct value* expected) {
  look(found, expected);
  drop_words(found);
}

static inline void is_dropped(const struct value* own) {
  if (is_given(own) && __atomic_load_n(&own->drops, __ATOMIC_RELAXED) == 0)
    broke_here("%s should have been dropped", own->name != NULL ? own->name : "a value");
}
static inline void is_not_dropped(const struct value* own) {
  if (is_given(own) && __atomic_load_n(&own->drops, __ATOMIC_RELAXED) != 0)
    broke_here("%s was dropped too early", own->name != NULL ? own->name : "a value");
}

static inline void are_dropped(const struct value* all, size_t count) {
  for (size_t number = 0; number < count; ++number) is_dropped(&all[number]);
}
static inline void are_not_dropped(const struct value* all, size_t count) {
  for (size_t number = 0; number < count; ++number) is_not_dropped(&all[number]);
}

/* At the end of a round: each value that was given away was dropped once. A thread that no other one joins may drop its
 * result a little later. */
static inline void all_dropped_once(struct value* all, size_t count) {
  const struct timespec moment = {0, 1000000};
  for (size_t number = 0; number < count; ++number) {
    struct value* const own = &all[number];
    const bool has_drop = own->is != undropped && own->is != blank;
    for (int left = 2000; is_given(own) && has_drop && left > 0; --left) {
      if (__atomic_load_n(&own->drops, __ATOMIC_ACQUIRE) != 0) break;
      nanosleep(&moment, NULL);
      if (left == 1) broke("%s was not dropped", own->name != NULL ? own->name : "a value");
    }
    __atomic_store_n(&own->is_given, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&own->sent_by, (struct sender*)NULL, __ATOMIC_RELAXED);
  }
}

/* Channels. */

static inline void make_channel(struct sender* sender, struct receiver* receiver) {
  sender->to = receiver;
  sender->sent = sender->latest_received = 0;
  receiver->senders = 1;
  the_port->channels->channel(&sender->port, &receiver->port);
}
static inline void clone_sender(const struct sender* from, struct sender* to) {
  if (from->port == NULL) return;
  to->to = from->to;
  to->sent = to->latest_received = 0;
  __atomic_fetch_add(&from->to->senders, 1, __ATOMIC_RELAXED);
  to->port = the_port->channels->clone_sender(from->port);
}
static inline void disperse_senders(struct sender* own) {
  for (; own->crowded > 0; --own->crowded) {
    __atomic_fetch_sub(&own->to->senders, 1, __ATOMIC_RELAXED);
    the_port->channels->drop_sender(own->crowd[own->crowded - 1]);
  }
  free(own->crowd);
  own->crowd = NULL;
}
static inline void crowd_senders(struct sender* own, size_t count) {
  if (own->port == NULL || own->crowded != 0) return;
  own->crowd = (fearless_sender**)malloc(count * sizeof *own->crowd);
  for (; own->crowd != NULL && own->crowded < count; ++own->crowded) {
    __atomic_fetch_add(&own->to->senders, 1, __ATOMIC_RELAXED);
    own->crowd[own->crowded] = the_port->channels->clone_sender(own->port);
  }
}
static inline void drop_sender(struct sender* own) {
  fearless_sender* const dropped = own->port;
  if (dropped == NULL) return;
  disperse_senders(own);
  own->port = NULL;
  __atomic_fetch_sub(&own->to->senders, 1, __ATOMIC_RELAXED);
  the_port->channels->drop_sender(dropped);
}
static inline void drop_receiver(struct receiver* own) {
  fearless_receiver* const dropped = own->port;
  own->port = NULL;
  if (dropped != NULL) the_port->channels->drop_receiver(dropped);
}

static inline void send_and_expect(struct sender* to, struct value* what, bool works) {
  if (to->port == NULL) return;
  fearless_value returned = {NULL, NULL};
  const fearless_value given = give(what);
  what->sent_as = ++to->sent;
  __atomic_store_n(&what->sent_by, to, __ATOMIC_RELAXED);
  if (the_port->channels->send(to->port, given, &returned)) {
    if (!works) broke_here("succeeded although the receiver had been dropped");
    return;
  }
  __atomic_store_n(&what->sent_by, (struct sender*)NULL, __ATOMIC_RELAXED);
  if (works) broke_here("failed although the receiver existed");
  if (!is_it(returned, what)) broke("returned another value than was sent");
  if (is_it(returned, what)) arrived(returned, what);
}
static inline void send_value(struct sender* to, struct value* what) {
  send_and_expect(to, what, true);
}
static inline void send_fails(struct sender* to, struct value* what) {
  send_and_expect(to, what, false);
}

/* What holds of each message: those of one sender arrive in their order. */
static inline void message(fearless_value got, struct value* expected) {
  struct value* own = !is_special(expected) && is_given(expected) && is_it(got, expected) ? expected : NULL;
  struct value* each = own == NULL ? __atomic_load_n(&all_values, __ATOMIC_ACQUIRE) : NULL;
  for (; each != NULL; each = each->next)
    if (is_given(each) && is_it(got, each)) own = each;
  struct sender* const by =
      own != NULL ? __atomic_exchange_n(&own->sent_by, (struct sender*)NULL, __ATOMIC_RELAXED) : NULL;
  if (own == NULL) broke("returned something that was never sent");
  if (own != NULL && by == NULL) broke("returned a message a second time");
  if (by != NULL && own->sent_as < by->latest_received) broke("returned a message after a later one of its sender");
  if (by != NULL) by->latest_received = own->sent_as;
  look(got, expected);
  if (own != NULL && by != NULL) drop_words(got);
}

/* What holds of each end of a channel: every sender has left, and every message has arrived. */
static inline void ended(struct receiver* own) {
  if (__atomic_load_n(&own->senders, __ATOMIC_RELAXED) > 0) broke("returned disconnected although a sender was left");
  for (struct value* each = __atomic_load_n(&all_values, __ATOMIC_ACQUIRE); each != NULL; each = each->next) {
    const struct sender* const by = __atomic_load_n(&each->sent_by, __ATOMIC_RELAXED);
    if (by != NULL && by->to == own) broke("returned disconnected although a message had not been received");
    if (by != NULL && by->to == own) return;
  }
}

static inline void received(struct receiver* from, fearless_received how, fearless_value got, struct value* expected) {
  if (how == FEARLESS_RECEIVED) {
    if (expected == NOTHING || expected == END)
      broke_here("returned a value from a channel that %s", expected == NOTHING ? "was empty" : "had ended");
    message(got, expected);
    return;
  }
  const bool has_ended = how == FEARLESS_DISCONNECTED;
  if (has_ended) ended(from);
  if (expected == (has_ended ? END : NOTHING)) return;
  if (expected == ANY) expected = NULL;
  broke_here("returned %s instead of %s", has_ended ? "disconnected" : "empty",
             expected == END       ? "disconnected"
             : expected == NOTHING ? "empty"
                                   : "a message");
}
static inline void receive(struct receiver* from, struct value* expected) {
  fearless_value got = {NULL, NULL};
  if (from->port == NULL) return;
  const fearless_received how = the_port->channels->recv(from->port, &got);
  if (how == FEARLESS_EMPTY) broke("returned without a message");
  received(from, how, got, expected);
}
static inline void try_receive(struct receiver* from, struct value* expected) {
  fearless_value got = {NULL, NULL};
  if (from->port != NULL) received(from, the_port->channels->try_recv(from->port, &got), got, expected);
}

struct iteration {
  bool (*next)(int number, fearless_value got);
  int number;
  bool goes_on;
};
static inline bool next_of(void* environment, fearless_value got) {
  struct iteration* const own = (struct iteration*)environment;
  own->goes_on = own->next(own->number++, got);
  return own->goes_on;
}
/* Calls `next` with each message and its number, from 0. There are so many messages. */
static inline void iterate(struct receiver* over, bool (*next)(int number, fearless_value got), int messages) {
  struct iteration own = {next, 0, true};
  if (over->port == NULL) return;
  the_port->channels->for_each(over->port, next_of, &own);
  if (own.goes_on) ended(over);
  if (own.number != messages) broke_here("got %d messages instead of %d", own.number, messages);
}

/* Mutexes. */

static inline void make_mutex(struct mutex* own, struct value* what) {
  memset(own, 0, sizeof *own);
  own->port = the_port->mutexes->create(give(what));
}
static inline void drop_mutex(struct mutex* own) {
  fearless_mutex* const dropped = own->port;
  own->port = NULL;
  if (dropped != NULL) the_port->mutexes->drop(dropped);
}
static inline void hold(struct mutex* own, fearless_value* slot, struct value* expected) {
  if (__atomic_fetch_add(&own->holders, 1, __ATOMIC_RELAXED) != 0)
    broke("acquired the lock while another thread held it");
  if (expected == POISONED) broke_here("acquired the lock although a holder had panicked");
  if (expected == HELD) broke_here("acquired the lock although another thread held it");
  look(*slot, expected);
  own->slots[self()->number] = slot;
}
static inline void release(struct mutex* own) {
  own->slots[self()->number] = NULL;
  __atomic_fetch_sub(&own->holders, 1, __ATOMIC_RELAXED);
}
static inline void not_locked(fearless_locked how, struct value* expected) {
  const struct value* const seen = how == FEARLESS_POISONED ? POISONED : HELD;
  if (expected == ANY || expected == seen) return;
  broke_here(how == FEARLESS_POISONED ? "found the mutex poisoned although no holder had panicked"
                                      : "did not acquire the lock although it was free");
}
static inline void unlock(struct mutex* own) {
  fearless_guard* const guard = own->guards[self()->number];
  if (guard == NULL) return;
  own->guards[self()->number] = NULL;
  release(own);
  the_port->mutexes->unlock(guard);
}
static inline void locked(struct mutex* own, fearless_locked how, fearless_guard* guard, struct value* expected) {
  if (how != FEARLESS_LOCKED) {
    not_locked(how, expected);
    return;
  }
  own->guards[self()->number] = guard;
  hold(own, the_port->mutexes->deref(guard), expected);
  /* No step would release it. */
  if (expected == POISONED || expected == HELD) unlock(own);
}
static inline void lock(struct mutex* own, struct value* expected) {
  fearless_guard* guard = NULL;
  if (own->port == NULL || own->slots[self()->number] != NULL) return;
  const fearless_locked how = the_port->mutexes->lock(own->port, &guard);
  if (how == FEARLESS_WOULD_BLOCK) broke("returned without the lock");
  locked(own, how, guard, expected);
}
static inline void try_lock(struct mutex* own, struct value* expected) {
  fearless_guard* guard = NULL;
  if (own->port == NULL || own->slots[self()->number] != NULL) return;
  const fearless_locked how = the_port->mutexes->try_lock(own->port, &guard);
  locked(own, how, guard, expected);
}

struct locked_body {
  struct mutex* of;
  fearless_outcome (*body)(void);
  struct value* expected;
  bool ran;
  fearless_outcome outcome;
};
static inline fearless_outcome run_locked(void* environment, fearless_value* slot) {
  struct locked_body* const own = (struct locked_body*)environment;
  own->ran = true;
  hold(own->of, slot, own->expected);
  own->outcome = own->body();
  release(own->of);
  return own->outcome;
}
static inline void with_lock(struct mutex* own, fearless_outcome (*body)(void), struct value* expected) {
  struct locked_body all = {own, body, expected, false, FEARLESS_RETURNS};
  fearless_outcome outcome = FEARLESS_RETURNS;
  if (own->port == NULL || own->slots[self()->number] != NULL) return;
  const fearless_locked how = the_port->mutexes->with_lock(own->port, run_locked, &all, &outcome);
  if (how != FEARLESS_LOCKED) not_locked(how, expected);
  if (all.ran && outcome != all.outcome) broke("says that its body ended in another way than it did");
}
static inline void with_unwrap(struct mutex* own, fearless_outcome (*body)(void), struct value* expected) {
  struct locked_body all = {own, body, expected, false, FEARLESS_RETURNS};
  if (own->port == NULL || own->slots[self()->number] != NULL) return;
  const fearless_outcome outcome = the_port->mutexes->with_lock_unwrap(own->port, run_locked, &all);
  if (!all.ran && outcome != FEARLESS_PANICS) broke("returned without the lock and without a panic");
  if (!all.ran && outcome == FEARLESS_PANICS) not_locked(FEARLESS_POISONED, expected);
  if (all.ran && outcome != all.outcome) broke("says that its body ended in another way than it did");
}

static inline fearless_value* data_of(struct mutex* own) {
  fearless_guard* const guard = own->guards[self()->number];
  return guard != NULL ? the_port->mutexes->deref(guard) : own->slots[self()->number];
}
static inline void put(struct mutex* into, struct value* what) {
  fearless_value* const slot = data_of(into);
  if (slot == NULL) return;
  const fearless_value before = *slot;
  *slot = give(what);
  arrived(before, ANY);
}
static inline void read_mutex(struct mutex* own, struct value* expected) {
  const fearless_value* const slot = data_of(own);
  if (slot != NULL) look(*slot, expected);
}

/* Owners: of arcs and of rcs. */

#define CASE_OWNERS(kind)                                                                           \
  static inline void make_##kind(struct kind* own, struct value* what) {                            \
    own->port = the_port->kind##s->create(give(what));                                              \
  }                                                                                                 \
  static inline void clone_##kind(const struct kind* from, struct kind* to) {                       \
    if (from->port != NULL) to->port = the_port->kind##s->clone(from->port);                        \
  }                                                                                                 \
  static inline void disperse_##kind##s(struct kind* own) {                                         \
    for (; own->crowded > 0; --own->crowded) the_port->kind##s->drop(own->crowd[own->crowded - 1]); \
    free(own->crowd);                                                                               \
    own->crowd = NULL;                                                                              \
  }                                                                                                 \
  static inline void crowd_##kind##s(struct kind* own, size_t count) {                              \
    if (own->port == NULL || own->crowded != 0) return;                                             \
    own->crowd = (fearless_##kind**)malloc(count * sizeof *own->crowd);                             \
    for (; own->crowd != NULL && own->crowded < count; ++own->crowded)                              \
      own->crowd[own->crowded] = the_port->kind##s->clone(own->port);                               \
  }                                                                                                 \
  static inline void drop_##kind(struct kind* own) {                                                \
    fearless_##kind* const dropped = own->port;                                                     \
    disperse_##kind##s(own);                                                                        \
    own->port = NULL;                                                                               \
    if (dropped != NULL) the_port->kind##s->drop(dropped);                                          \
  }                                                                                                 \
  static inline void read_##kind(const struct kind* own, struct value* expected) {                  \
    if (own->port != NULL) look(*the_port->kind##s->deref(own->port), expected);                    \
  }                                                                                                 \
  static inline void count_##kind(const struct kind* own, size_t expected) {                        \
    if (own->port == NULL) return;                                                                  \
    const size_t seen = the_port->kind##s->count(own->port);                                        \
    if (seen != expected) broke_here("returned %zu with %zu owners", seen, expected);               \
  }                                                                                                 \
  static inline void cycle_##kind(const struct kind* own, size_t times) {                           \
    if (own->port != NULL) the_port->kind##s->cycle(own->port, times);                              \
  }
CASE_OWNERS(arc)
CASE_OWNERS(rc)

static inline void downgrade(const struct arc* from, struct weak* to) {
  if (from->port != NULL) to->port = the_port->weak_arcs->downgrade(from->port);
}
static inline void upgrade_and_expect(const struct weak* from, struct arc* to, bool works) {
  if (from->port == NULL) return;
  to->port = the_port->weak_arcs->upgrade(from->port);
  if (works && to->port == NULL) broke_here("returned nothing although there was an owner");
  if (!works && to->port != NULL) {
    broke_here("returned an owner although the last one had been dropped");
    drop_arc(to);
  }
}
static inline void upgrade(const struct weak* from, struct arc* to) {
  upgrade_and_expect(from, to, true);
}
static inline void upgrade_fails(const struct weak* from, struct arc* to) {
  upgrade_and_expect(from, to, false);
}
static inline void drop_weak(struct weak* own) {
  fearless_arc_weak* const dropped = own->port;
  own->port = NULL;
  if (dropped != NULL) the_port->weak_arcs->drop(dropped);
}

/* Threads. */

/* The last statement of a closure: its result, or NOTHING. */
static inline fearless_outcome returns(struct value* result) {
  self()->result = result == NOTHING ? NULL : result;
  return FEARLESS_RETURNS;
}
static inline fearless_outcome panics(struct value* payload) {
  self()->result = payload == NOTHING ? NULL : payload;
  return FEARLESS_PANICS;
}

static inline fearless_outcome run_closure(void* environment, fearless_value* result) {
  struct thread* const own = (struct thread*)environment;
  result->data = NULL;
  result->drop = NULL;
  if (__atomic_fetch_add(&own->calls, 1, __ATOMIC_RELAXED) != 0) {
    broke("the closure of %s was called a second time", own->name);
    return FEARLESS_RETURNS;
  }
  struct thread* const before = me;
  if (before != NULL) broke("the closure of %s ran on the thread of %s", own->name, before->name);
  me = own;
  if (own->captured != intact) broke("the environment of %s was dropped or changed before its call", own->name);
  __atomic_store_n(&own->runs, 1, __ATOMIC_RELAXED);
  own->outcome = own->body();
  if (own->result != NULL) *result = give(own->result);
  __atomic_store_n(&own->runs, 0, __ATOMIC_RELAXED);
  me = before;
  return own->outcome;
}
static inline void drop_closure(void* environment) {
  struct thread* const own = (struct thread*)environment;
  if (__atomic_fetch_add(&own->drops, 1, __ATOMIC_RELAXED) != 0) {
    broke("the environment of %s was dropped a second time", own->name);
    return;
  }
  struct thread* const before = me;
  if (before == NULL) me = own;
  if (__atomic_load_n(&own->runs, __ATOMIC_RELAXED) != 0)
    broke("the environment of %s was dropped during its call", own->name);
  if (own->dropped != NULL) own->dropped();
  own->captured = destroyed;
  me = before;
  __atomic_store_n(&own->at, NULL, __ATOMIC_RELAXED);
  __atomic_store_n(&own->done, INT_MAX, CASE_RELEASE);
  __atomic_store_n(&own->begun, INT_MAX, CASE_RELEASE);
  __atomic_store_n(&own->has_ended, 1, __ATOMIC_RELEASE);
}

static inline void spawn(struct thread* own, fearless_outcome (*body)(void), void (*dropped)(void)) {
  const fearless_closure closure = {own, run_closure, drop_closure};
  own->body = body;
  own->dropped = dropped;
  own->result = NULL;
  own->outcome = FEARLESS_RETURNS;
  own->captured = intact;
  own->calls = own->drops = own->runs = own->has_ended = own->done = own->begun = 0;
  own->is_spawned = 1;
  stop_no_more(); /* a thread that starts another one blocks signals */
  __atomic_store_n(&all_threads[own->number], own, __ATOMIC_RELAXED);
  own->handle = the_port->threads->spawn(closure);
  if (own->handle == NULL) broke("started no thread");
}
static inline void joined(struct thread* own, fearless_outcome how, fearless_value got, bool is_unwrapped) {
  if (__atomic_load_n(&own->has_ended, CASE_ACQUIRE) == 0) {
    broke("returned before the thread had finished");
    return;
  }
  if (own->calls == 0) broke("returned, and the closure was not called");
  if (how != own->outcome)
    broke("says that the thread %s, and it %s", how == FEARLESS_PANICS ? "panicked" : "returned",
          own->outcome == FEARLESS_PANICS ? "panicked" : "returned");
  else if (own->result == NULL && got.drop == NULL && got.data == NULL)
    return;
  else if (own->result == NULL)
    broke("returned a value, and the thread returned none");
  else if (!is_unwrapped || how == FEARLESS_RETURNS)
    look(got, own->result);
  drop_words(got);
}
static inline void join(struct thread* own) {
  fearless_value got = {NULL, NULL};
  fearless_thread* const handle = own->handle;
  own->handle = NULL;
  if (handle == NULL) return;
  const fearless_outcome how = the_port->threads->join(handle, &got);
  joined(own, how, got, false);
}
static inline void join_unwrap(struct thread* own) {
  fearless_value got = {NULL, NULL};
  fearless_thread* const handle = own->handle;
  own->handle = NULL;
  if (handle == NULL) return;
  const fearless_outcome how = the_port->threads->join_unwrap(handle, &got);
  joined(own, how, got, true);
}
static inline void detach(struct thread* own) {
  fearless_thread* const handle = own->handle;
  own->handle = NULL;
  if (handle != NULL) the_port->threads->detach(handle);
}
static inline void sleep_for(uint64_t nanoseconds) {
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  the_port->threads->sleep(nanoseconds);
  clock_gettime(CLOCK_MONOTONIC, &to);
  const int64_t passed = (int64_t)(to.tv_sec - from.tv_sec) * 1000000000 + (to.tv_nsec - from.tv_nsec);
  if (passed < (int64_t)nanoseconds) broke("returned before the time had passed");
}

/* Waits until a thread has ended, joined or not. */
static inline void end(struct thread* own) {
  join(own);
  while (own->is_spawned && __atomic_load_n(&own->has_ended, __ATOMIC_ACQUIRE) == 0) sched_yield();
  own->is_spawned = 0;
}

/* Many objects at once, each used and dropped. */

static CASE_THREAD_LOCAL struct value* many; /* those of the step that the thread is in */
static inline struct value* many_values(size_t count) {
  struct value* const all = (struct value*)calloc(count, sizeof *all);
  if (all == NULL) abort();
  many = all;
  return all;
}
static inline void drop_one_of_many(void* data) {
  drop_of(&many[((uintptr_t)data >> 4) - 1]);
}
/* A value of many: it is in no list, and its data is its number. */
static inline fearless_value one_of_many(size_t number) {
  const fearless_value words = {no_address((number + 1) << 4), drop_one_of_many};
  return words;
}
static inline bool is_number(fearless_value words, size_t number) {
  return words.data == no_address((number + 1) << 4) && words.drop == drop_one_of_many;
}
static inline void number_is_wrong_unless(bool right, size_t number) {
  if (!right) broke("number %zu was wrong", number + 1);
}

static inline void many_channels(size_t count) {
  struct value* const values = many_values(count);
  fearless_sender** const senders = (fearless_sender**)calloc(count, sizeof *senders);
  fearless_receiver** const receivers = (fearless_receiver**)calloc(count, sizeof *receivers);
  if (senders == NULL || receivers == NULL) abort();
  for (size_t each = 0; each < count; ++each) the_port->channels->channel(&senders[each], &receivers[each]);
  for (size_t each = 0; each < count; ++each) {
    fearless_value returned = {NULL, NULL};
    number_is_wrong_unless(the_port->channels->send(senders[each], one_of_many(each), &returned), each);
  }
  for (size_t each = 0; each < count; ++each) {
    fearless_value got = {NULL, NULL};
    const bool is_here = the_port->channels->try_recv(receivers[each], &got) == FEARLESS_RECEIVED;
    number_is_wrong_unless(is_here && is_number(got, each) && values[each].drops == 0, each);
    if (is_here) drop_words(got);
    the_port->channels->drop_sender(senders[each]);
    the_port->channels->drop_receiver(receivers[each]);
    number_is_wrong_unless(values[each].drops == 1, each);
  }
  free(receivers);
  free(senders);
  free(values);
}

static inline fearless_outcome panics_with_lock(void* environment, fearless_value* slot) {
  (void)environment;
  (void)slot;
  return FEARLESS_PANICS;
}
/* All locks are held at once; then every second mutex is poisoned, and none of the others. */
static inline void many_mutexes(size_t count) {
  struct value* const values = many_values(count);
  fearless_mutex** const all = (fearless_mutex**)calloc(count, sizeof *all);
  fearless_guard** const guards = (fearless_guard**)calloc(count, sizeof *guards);
  if (all == NULL || guards == NULL) abort();
  for (size_t each = 0; each < count; ++each) all[each] = the_port->mutexes->create(one_of_many(each));
  for (size_t each = 0; each < count; ++each) {
    const bool is_locked = the_port->mutexes->try_lock(all[each], &guards[each]) == FEARLESS_LOCKED;
    number_is_wrong_unless(is_locked && is_number(*the_port->mutexes->deref(guards[each]), each), each);
  }
  for (size_t each = 0; each < count; ++each)
    if (guards[each] != NULL) the_port->mutexes->unlock(guards[each]);
  for (size_t each = 1; each < count; each += 2) {
    fearless_outcome outcome = FEARLESS_RETURNS;
    the_port->mutexes->with_lock(all[each], panics_with_lock, NULL, &outcome);
    number_is_wrong_unless(outcome == FEARLESS_PANICS, each);
  }
  for (size_t each = 0; each < count; ++each) {
    fearless_guard* guard = NULL;
    const fearless_locked how = the_port->mutexes->try_lock(all[each], &guard);
    number_is_wrong_unless(how == (each % 2 == 0 ? FEARLESS_LOCKED : FEARLESS_POISONED), each);
    if (how == FEARLESS_LOCKED) the_port->mutexes->unlock(guard);
  }
  for (size_t each = 0; each < count; ++each) {
    the_port->mutexes->drop(all[each]);
    number_is_wrong_unless(values[each].drops == 1, each);
  }
  free(guards);
  free(all);
  free(values);
}

#define CASE_MANY_OWNERS(kind)                                                                               \
  static inline void many_##kind##s(size_t count) {                                                          \
    struct value* const values = many_values(count);                                                         \
    fearless_##kind** const all = (fearless_##kind**)calloc(count, sizeof *all);                             \
    if (all == NULL) abort();                                                                                \
    for (size_t each = 0; each < count; ++each) all[each] = the_port->kind##s->create(one_of_many(each));    \
    for (size_t each = 0; each < count; ++each) {                                                            \
      const bool is_whole =                                                                                  \
          the_port->kind##s->count(all[each]) == 1 && is_number(*the_port->kind##s->deref(all[each]), each); \
      number_is_wrong_unless(is_whole&& values[each].drops == 0, each);                                      \
      the_port->kind##s->drop(all[each]);                                                                    \
      number_is_wrong_unless(values[each].drops == 1, each);                                                 \
    }                                                                                                        \
    free(all);                                                                                               \
    free(values);                                                                                            \
  }
CASE_MANY_OWNERS(arc)
CASE_MANY_OWNERS(rc)

/* Weak owners of one value. */
static inline void many_weaks(size_t count) {
  struct value own;
  memset(&own, 0, sizeof own);
  many = &own;
  fearless_arc* const owner = the_port->arcs->create(one_of_many(0));
  fearless_arc_weak** const all = (fearless_arc_weak**)calloc(count, sizeof *all);
  if (all == NULL) abort();
  for (size_t each = 0; each < count; ++each) all[each] = the_port->weak_arcs->downgrade(owner);
  number_is_wrong_unless(the_port->arcs->count(owner) == 1, 0);
  for (size_t each = 0; each < count; ++each) {
    fearless_arc* const again = the_port->weak_arcs->upgrade(all[each]);
    number_is_wrong_unless(again != NULL && is_number(*the_port->arcs->deref(again), 0), each);
    if (again != NULL) the_port->arcs->drop(again);
  }
  number_is_wrong_unless(own.drops == 0, 0);
  the_port->arcs->drop(owner);
  number_is_wrong_unless(own.drops == 1, 0);
  for (size_t each = 0; each < count; ++each) {
    number_is_wrong_unless(the_port->weak_arcs->upgrade(all[each]) == NULL, each);
    the_port->weak_arcs->drop(all[each]);
  }
  free(all);
}

/* Objects of which each lies in the value of the next one: the drop of the outermost drops all. */

enum kind_of_link { of_channel, of_mutex, of_arc, of_rc };
struct link {
  enum kind_of_link is;
  void *object, *receiver;
  int drops;
};
static inline void drop_link(void* data) {
  struct link* const own = (struct link*)data;
  if (__atomic_fetch_add(&own->drops, 1, __ATOMIC_RELAXED) != 0 || own->object == NULL) return;
  if (own->is == of_channel) the_port->channels->drop_sender((fearless_sender*)own->object);
  if (own->is == of_channel) the_port->channels->drop_receiver((fearless_receiver*)own->receiver);
  if (own->is == of_mutex) the_port->mutexes->drop((fearless_mutex*)own->object);
  if (own->is == of_arc) the_port->arcs->drop((fearless_arc*)own->object);
  if (own->is == of_rc) the_port->rcs->drop((fearless_rc*)own->object);
}
static inline void put_link_around(struct link* own, struct link* inside) {
  const fearless_value value = {inside, drop_link};
  if (own->is == of_channel) {
    fearless_value returned = {NULL, NULL};
    fearless_sender* sender = NULL;
    fearless_receiver* receiver = NULL;
    the_port->channels->channel(&sender, &receiver);
    if (!the_port->channels->send(sender, value, &returned)) broke("a send failed although the receiver existed");
    own->object = sender;
    own->receiver = receiver;
  }
  if (own->is == of_mutex) own->object = the_port->mutexes->create(value);
  if (own->is == of_arc) own->object = the_port->arcs->create(value);
  if (own->is == of_rc) own->object = the_port->rcs->create(value);
}
static inline void chain(enum kind_of_link is, size_t count) {
  struct link* const all = (struct link*)calloc(count + 1, sizeof *all);
  if (all == NULL) abort();
  for (size_t each = 0; each <= count; ++each) all[each].is = is;
  for (size_t each = 1; each <= count; ++each) put_link_around(&all[each], &all[each - 1]);
  drop_link(&all[count]);
  for (size_t each = 0; each <= count; ++each) number_is_wrong_unless(all[each].drops == 1, each);
  free(all);
}

/* Runs of a case. */

static inline void write_text(const char* text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) _exit(1);
}
static inline void write_threads(void) {
  for (int number = 0; number < most_threads; ++number) {
    const struct thread* const each = __atomic_load_n(&all_threads[number], __ATOMIC_RELAXED);
    const char* const at = each != NULL ? __atomic_load_n(&each->at, __ATOMIC_RELAXED) : NULL;
    if (at == NULL) continue;
    write_text("; ");
    write_text(each->name);
    write_text(" is in ");
    write_text(at);
  }
  write_text("\n");
}
#define CASE_TEXT_OF(number) #number
#define CASE_TEXT(number) CASE_TEXT_OF(number)
static inline void on_signal(int number) {
  if (number == SIGALRM)
    write_text("a round did not end within " CASE_TEXT(CASE_SECONDS_OF_A_ROUND) " s");
  else
    write_text(number == SIGABRT ? "the process was aborted" : "the process crashed");
  write_threads();
  _exit(1);
}
static inline void on_exit_of_process(void) {
  if (is_over) return;
  write_text("the process was ended");
  write_threads();
  _exit(1);
}

/* How the rounds of a case are. */
enum rounds { of_one_thread, in_order_only, in_order_and_without };

static inline void begin_round(enum rounds how, int number, int steps) {
  static uint32_t random = 1;
  random = random * 1664525u + 1013904223u;
  this_round = how != in_order_and_without || number % 8 == 0 ? in_order : number % 4 == 3 ? in_no_order : together;
  order_is_lost = 0;
  main_thread.done = main_thread.begun = 0;
  /* One of the steps that another thread's step follows. */
  stopped_step = can_stop && this_round == together && steps > 0 ? 1 + (int)((random >> 8) % (uint32_t)steps) : 0;
  for (int tried = 0; tried < steps && stopped_step != 0; ++tried) {
    if ((followed_steps[stopped_step / 64 % words_of_steps] >> stopped_step % 64 & 1) != 0) break;
    stopped_step = 1 + stopped_step % steps;
  }
  random = random * 1664525u + 1013904223u;
  stopped_after = 1 + (int)((random >> 8) % (16u << (random >> 4) % 6));
}

/* Repeats a round with so many steps. Returns the exit code. */
static inline int run_rounds(void (*round)(void), enum rounds how, int steps) {
  const int most_rounds = how == of_one_thread ? 1 : how == in_order_only ? 100 : 100000;
  const time_t from = time(NULL);
  const int signals[] = {SIGALRM, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
  for (size_t each = 0; each < sizeof signals / sizeof *signals; ++each) signal(signals[each], on_signal);
  atexit(on_exit_of_process);
  me = all_threads[0] = &main_thread;
  the_port = fearless_port_v1();
  for (int number = 0; number < most_rounds && broken_expectations == 0; ++number) {
    if (number > 1 && time(NULL) - from >= CASE_SECONDS) break;
    alarm(CASE_SECONDS_OF_A_ROUND);
    begin_round(how, number, steps);
    round();
  }
  alarm(0);
  is_over = 1;
  return broken_expectations == 0 ? 0 : 1;
}

/* Whether the library has these groups of functions. */
static inline bool has_groups(const char* needed) {
  const fearless_port* const own = fearless_port_v1();
  const struct {
    const char* name;
    const void* table;
  } groups[] = {{"threads", own->threads}, {"channels", own->channels},   {"mutexes", own->mutexes},
                {"rcs", own->rcs},         {"weak_arcs", own->weak_arcs}, {"arcs", own->arcs}};
  for (size_t each = 0; each < sizeof groups / sizeof *groups; ++each) {
    if (strstr(needed, groups[each].name) == NULL || groups[each].table != NULL) continue;
    fprintf(stderr, "the library has no %s, which this case needs\n", groups[each].name);
    return false;
  }
  return true;
}

/* Repeats a round with so many steps, which needs these groups of functions. Returns the exit code: 2 if the library
 * does not have them. Blocks: for CASE_SECONDS, and for one round. */
static inline int run_case(void (*round)(void), enum rounds how, int steps, const char* needed) {
  if (!has_groups(needed)) return 2;
#if CASE_STOPS
  /* The signal that counts instructions ends a process that blocks it, as a library may do. Then no step is stopped. */
  const pid_t process = how == in_order_and_without ? fork() : -1;
  if (process > 0) {
    int status = 0;
    waitpid(process, &status, 0);
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGTRAP) return 1;
  } else if (process == 0) {
    struct sigaction counts;
    memset(&counts, 0, sizeof counts);
    counts.sa_sigaction = on_instruction;
    counts.sa_flags = SA_SIGINFO | SA_RESTART;
    can_stop = sigaction(SIGTRAP, &counts, NULL) == 0;
  }
#endif
  return run_rounds(round, how, steps);
}

#endif
