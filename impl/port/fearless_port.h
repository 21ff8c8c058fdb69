/* SPDX-License-Identifier: MIT */
/*
 * The port: the C interface behind which an implementation is judged.
 *
 * An implementation is a shared library that exports one function, fearless_port_v1, which returns a table of functions
 * for each group that it has. The port maps what the implementation has and adds nothing: its own iteration, its own
 * unwrap, its own panic.
 *
 * Rules that hold for every function here, and that each comment below only adds to:
 *
 *  - Ownership. A fearless_value or fearless_closure that is passed by value is owned by the callee from then on; one
 *    that is written through a pointer is owned by the caller from then on. Whoever owns it last calls its drop,
 *    exactly once.
 *  - Unwinding. Nothing unwinds across the port, in either direction. Code of the suite that panics returns
 *    FEARLESS_PANICS, and the implementation then panics natively on its own frames; a native panic that reaches the
 *    port's edge is caught there and returned as FEARLESS_PANICS.
 *  - Threads. Unless a comment says otherwise, a function may be called from any thread, and two calls may overlap
 *    when they are on different objects. "Shared" marks an object on which calls from several threads may overlap.
 *  - Blocking. Only functions whose comment says "Blocks" may wait for another thread.
 *  - Pointers to objects are never null, and are not used after the call that uses them up.
 *  - Output parameters are written before the function returns, and only in the cases that the comment names.
 */
#ifndef FEARLESS_PORT_H
#define FEARLESS_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this header. A library built against another one is refused. */
#define FEARLESS_PORT_VERSION 1u

/* An owned value, opaque to the implementation: it may be moved (these two words copied, the old ones forgotten), never
 * duplicated. drop(data) destroys it; a null drop means that there is nothing to destroy. A value may be moved to and
 * dropped on any thread. */
typedef struct fearless_value {
  void* data;
  void (*drop)(void* data);
} fearless_value;

/* How a piece of code ended. */
typedef enum fearless_outcome {
  FEARLESS_RETURNS = 0, /* it returned; its value is the value */
  FEARLESS_PANICS = 1   /* it panicked; its value is the payload */
} fearless_outcome;

/* A closure: code and the environment that it owns.
 * call(env, &result) runs it, at most once, and writes *result: the value on RETURNS, the payload on PANICS.
 * drop(env) destroys the environment, exactly once, whether call ran or not, and after it if it did. */
typedef struct fearless_closure {
  void* env;
  fearless_outcome (*call)(void* env, fearless_value* result);
  void (*drop)(void* env);
} fearless_closure;

/* The implementation's own objects, opaque to the suite. */
typedef struct fearless_thread fearless_thread;     /* a join handle */
typedef struct fearless_sender fearless_sender;     /* a transmitter */
typedef struct fearless_receiver fearless_receiver; /* a receiver */
typedef struct fearless_mutex fearless_mutex;       /* a mutex around one fearless_value */
typedef struct fearless_guard fearless_guard;       /* a held lock */
typedef struct fearless_rc fearless_rc;             /* an owner of a value shared within one thread */
typedef struct fearless_arc fearless_arc;           /* an owner of a value shared among threads */
typedef struct fearless_arc_weak fearless_arc_weak; /* a weak owner of such a value: it does not keep it */

/* Threads. */
typedef struct fearless_threads {
  /* Starts a new thread that calls the closure, once, and drops it before the thread counts as finished.
   * Returns the join handle, or null when the system can't start a thread; the closure is then dropped, not called.
   * The handle may be used on any thread, by one thread at a time. */
  fearless_thread* (*spawn)(fearless_closure closure);

  /* Waits until the thread has finished, and uses the handle up. Blocks.
   * RETURNS: *result is the closure's value. PANICS: *result is the panic's payload, the very value that the closure
   * panicked with; a payload that the suite did not make is {null, null}. All that the thread did is visible to the
   * caller. */
  fearless_outcome (*join)(fearless_thread* handle, fearless_value* result);

  /* Joins and unwraps the result, as the implementation's own unwrap does. Blocks. Uses the handle up.
   * RETURNS: *result is the closure's value. PANICS: the thread had panicked, so the unwrap panicked too, here; *result
   * is the payload of that second panic where it is the suite's own, otherwise {null, null}. */
  fearless_outcome (*join_unwrap)(fearless_thread* handle, fearless_value* result);

  /* Drops the handle without joining, as the implementation does when a handle goes out of scope. */
  void (*detach)(fearless_thread* handle);

  /* Stops the calling thread for at least so many nanoseconds. */
  void (*sleep)(uint64_t nanoseconds);
} fearless_threads;

/* What a receiver was given. */
typedef enum fearless_received {
  FEARLESS_RECEIVED = 0,    /* a value */
  FEARLESS_EMPTY = 1,       /* none is there now, and transmitters live: try_recv only */
  FEARLESS_DISCONNECTED = 2 /* none is there, and none will come */
} fearless_received;

/* Channels: many transmitters, one receiver, no bound. */
typedef struct fearless_channels {
  /* Makes a channel and gives its two ends. */
  void (*channel)(fearless_sender** sender, fearless_receiver** receiver);

  /* Gives a second transmitter to the same channel. Shared: other calls on this transmitter may overlap where the
   * implementation's own transmitter allows it; the suite clones only on the thread that owns it. */
  fearless_sender* (*clone_sender)(const fearless_sender* sender);
  void (*drop_sender)(fearless_sender* sender);       /* the last one closes the channel */
  void (*drop_receiver)(fearless_receiver* receiver); /* drops the values that are still in the channel */

  /* Sends the value and does not wait for the receiver. True: sent. False: the receiver is gone, and the value is back
   * in *returned. */
  bool (*send)(fearless_sender* sender, fearless_value value, fearless_value* returned);

  /* Waits for a value. Blocks, while the channel is empty and a transmitter lives. RECEIVED: *value is written. Never
   * EMPTY. */
  fearless_received (*recv)(fearless_receiver* receiver, fearless_value* value);

  /* Gives a value if one is there, without waiting. RECEIVED: *value is written. */
  fearless_received (*try_recv)(fearless_receiver* receiver, fearless_value* value);

  /* Runs the implementation's own iteration over the receiver: body(env, value) for each value in turn, until it
   * returns false or the channel is closed. Blocks, as recv does. body owns the value, is called on the calling thread,
   * and does not panic. */
  void (*for_each)(fearless_receiver* receiver, bool (*body)(void* env, fearless_value value), void* env);
} fearless_channels;

/* What became of an attempt to lock. */
typedef enum fearless_locked {
  FEARLESS_LOCKED = 0,     /* the caller holds the lock */
  FEARLESS_POISONED = 1,   /* a holder panicked: the lock failed, and the caller does not hold it */
  FEARLESS_WOULD_BLOCK = 2 /* another holds it: try_lock only */
} fearless_locked;

/* Code that runs with the lock held: slot is the value inside, which it may change or exchange while it runs.
 * PANICS: the implementation panics natively, with the guard on its own frames. */
typedef fearless_outcome (*fearless_locked_body)(void* env, fearless_value* slot);

/* Mutexes. A fearless_mutex is shared: all calls on it but drop may overlap. */
typedef struct fearless_mutexes {
  fearless_mutex* (*create)(fearless_value value); /* owns the value from then on */
  void (*drop)(fearless_mutex* mutex);             /* drops the value too; nobody holds the lock */

  /* Waits for the lock. Blocks. LOCKED: *guard is written. POISONED: it is not, and the lock is free again. */
  fearless_locked (*lock)(fearless_mutex* mutex, fearless_guard** guard);
  fearless_locked (*try_lock)(fearless_mutex* mutex, fearless_guard** guard); /* the same without waiting */

  fearless_value* (*deref)(
      fearless_guard* guard);            /* the slot inside, valid while the guard lives; on the thread that locked */
  void (*unlock)(fearless_guard* guard); /* drops the guard, on the thread that locked */

  /* Locks, runs body with a native guard on the native stack, and gives the guard up as the scope ends. Blocks.
   * LOCKED: body ran, and *outcome says how it ended; after PANICS the native panic has passed the guard. POISONED: it
   * did not run. */
  fearless_locked (*with_lock)(fearless_mutex* mutex, fearless_locked_body body, void* env, fearless_outcome* outcome);

  /* The same through the implementation's own unwrap of the lock's result: PANICS when that unwrap panicked, or when
   * body did. Blocks. */
  fearless_outcome (*with_lock_unwrap)(fearless_mutex* mutex, fearless_locked_body body, void* env);
} fearless_mutexes;

/* Shared ownership within one thread. All owners of one value stay on one thread, but where a hazard is shown on
 * purpose. */
typedef struct fearless_rcs {
  fearless_rc* (*create)(fearless_value value);
  fearless_rc* (*clone)(const fearless_rc* owner);
  const fearless_value* (*deref)(const fearless_rc* owner); /* the value, valid while this owner lives */
  size_t (*count)(const fearless_rc* owner);                /* how many owners there are */
  void (*drop)(fearless_rc* owner);                         /* the last one drops the value */
  void (*cycle)(const fearless_rc* owner, size_t times); /* clones and drops natively, so many times: what it costs */
} fearless_rcs;

/* Shared ownership among threads. A value's owners may live on different threads; calls on one owner may overlap but
 * for drop. */
typedef struct fearless_arcs {
  fearless_arc* (*create)(fearless_value value);
  fearless_arc* (*clone)(const fearless_arc* owner);
  const fearless_value* (*deref)(const fearless_arc* owner);
  size_t (*count)(const fearless_arc* owner);
  void (*drop)(fearless_arc* owner);
  void (*cycle)(const fearless_arc* owner, size_t times);
} fearless_arcs;

/* Weak owners of the arcs above. No claim speaks of them: with them the count of an arc is tested more sharply. Calls
 * on one weak owner may overlap but for drop. */
typedef struct fearless_weak_arcs {
  fearless_arc_weak* (*downgrade)(const fearless_arc* owner);
  /* Gives an owner, or null where the last one is gone. Does not wait, and gives none of a value that is being
   * dropped. */
  fearless_arc* (*upgrade)(const fearless_arc_weak* weak);
  void (*drop)(fearless_arc_weak* weak); /* never drops the value */
} fearless_weak_arcs;

/* The port. A null table is a group that the implementation does not have: its claims read UNSUPPORTED.
 * A table that is there is whole: none of its functions is null. All of it lives as long as the library is loaded. */
typedef struct fearless_port {
  size_t size;         /* sizeof(fearless_port), as the library was built */
  uint32_t version;    /* FEARLESS_PORT_VERSION, as the library was built */
  const char* name;    /* the implementation's name, for example "rust-std" */
  const char* release; /* its release, for example "1.95.0" */
  const fearless_threads* threads;
  const fearless_channels* channels;
  const fearless_mutexes* mutexes;
  const fearless_rcs* rcs;
  const fearless_arcs* arcs;
  const fearless_weak_arcs* weak_arcs;
} fearless_port;

/* The one function that the library exports. It may be called more than once, from any thread, and gives the same port
 * each time. */
const fearless_port* fearless_port_v1(void);

#ifdef __cplusplus
}
#endif
#endif
