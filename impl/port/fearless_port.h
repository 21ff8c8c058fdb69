/* SPDX-License-Identifier: MIT */
/*
 * The port: the C interface through which the suite tests an implementation.
 *
 * An implementation is a shared library that exports one function, fearless_port_v1. It returns a table of functions
 * for each group that the implementation supports. The port adds nothing of its own: iteration, unwrap and panic are
 * the implementation's.
 *
 * Rules for every function; the comments below add to them:
 *
 *  - Ownership. The callee owns a fearless_value or fearless_closure that is passed by value. The caller owns one that
 *    is written through a pointer. The last owner calls its drop, exactly once.
 *  - Unwinding. Nothing unwinds across the port, in either direction. When the suite's code panics, it returns
 *    FEARLESS_PANICS, and the implementation then panics natively on its own frames. A native panic that reaches the
 *    port is caught there and returned as FEARLESS_PANICS.
 *  - Threads. Unless a comment says otherwise, a function may be called from any thread, and two calls may overlap if
 *    they are on different objects. "Shared" marks an object on which calls from several threads may overlap.
 *  - Blocking. Only a function whose comment says "Blocks" may wait for another thread.
 *  - Pointers to objects are never null. A call that consumes an object is the last use of its pointer.
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

/* The version of this header. The suite rejects a library built against another version. */
#define FEARLESS_PORT_VERSION 1u

/* An owned value, opaque to the implementation. It may be moved, by copying these two words and never using the old
 * ones again; it is never duplicated. drop(data) destroys it; a null drop means that there is nothing to destroy. A
 * value may be moved to any thread and dropped there. */
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
 * drop(env) destroys the environment, exactly once: after call, or without it. */
typedef struct fearless_closure {
  void* env;
  fearless_outcome (*call)(void* env, fearless_value* result);
  void (*drop)(void* env);
} fearless_closure;

/* The implementation's own objects, opaque to the suite. */
typedef struct fearless_thread fearless_thread;     /* a join handle */
typedef struct fearless_sender fearless_sender;     /* a sender */
typedef struct fearless_receiver fearless_receiver; /* a receiver */
typedef struct fearless_mutex fearless_mutex;       /* a mutex around one fearless_value */
typedef struct fearless_guard fearless_guard;       /* a held lock */
typedef struct fearless_rc fearless_rc;             /* an owner of a value shared within one thread */
typedef struct fearless_arc fearless_arc;           /* an owner of a value shared among threads */
typedef struct fearless_arc_weak fearless_arc_weak; /* a weak owner of such a value: it does not keep it alive */

/* Threads. */
typedef struct fearless_threads {
  /* Starts a new thread that calls the closure once, and drops it before the thread counts as finished.
   * Returns the join handle. If the system can't start a thread, drops the closure without calling it and returns null.
   * The handle may be used on any thread, by one thread at a time. */
  fearless_thread* (*spawn)(fearless_closure closure);

  /* Waits until the thread has finished, and consumes the handle. Blocks.
   * RETURNS: *result is the closure's value. PANICS: *result is the payload, the same value that the closure panicked
   * with, or {null, null} if the suite did not make the payload. The caller sees everything that the thread did. */
  fearless_outcome (*join)(fearless_thread* handle, fearless_value* result);

  /* Joins, and unwraps the result with the implementation's own unwrap. Blocks. Consumes the handle.
   * RETURNS: *result is the closure's value. PANICS: the thread panicked, so the unwrap panicked in the caller; *result
   * is the payload of that second panic if the suite made it, otherwise {null, null}. */
  fearless_outcome (*join_unwrap)(fearless_thread* handle, fearless_value* result);

  /* Drops the handle without joining, as when it goes out of scope. */
  void (*detach)(fearless_thread* handle);

  /* Suspends the calling thread for at least this many nanoseconds. */
  void (*sleep)(uint64_t nanoseconds);
} fearless_threads;

/* The result of a receive. */
typedef enum fearless_received {
  FEARLESS_RECEIVED = 0,    /* a value */
  FEARLESS_EMPTY = 1,       /* no value now, but a sender is left: try_recv only */
  FEARLESS_DISCONNECTED = 2 /* no value now or later: the channel is empty and every sender was dropped */
} fearless_received;

/* Channels: any number of senders, one receiver, no bound. */
typedef struct fearless_channels {
  /* Makes a channel and writes its first sender and its receiver. */
  void (*channel)(fearless_sender** sender, fearless_receiver** receiver);

  /* Returns another sender of the same channel. Shared: other calls on this sender may overlap if the implementation's
   * own sender allows it; the suite clones a sender only on the thread that owns it. */
  fearless_sender* (*clone_sender)(const fearless_sender* sender);
  /* Drops a sender. The last one disconnects the receiver. */
  void (*drop_sender)(fearless_sender* sender);
  /* Drops the receiver and the values still in the channel. Disconnects the senders. */
  void (*drop_receiver)(fearless_receiver* receiver);

  /* Sends the value without waiting for the receiver. True: sent. False: the receiver was dropped, and *returned is the
   * value. */
  bool (*send)(fearless_sender* sender, fearless_value value, fearless_value* returned);

  /* Waits for a value. Blocks while the channel is empty and a sender is left. RECEIVED: *value is written.
   * DISCONNECTED: the channel is empty and every sender was dropped. Never EMPTY. */
  fearless_received (*recv)(fearless_receiver* receiver, fearless_value* value);

  /* Takes a value if the channel has one, without waiting. RECEIVED: *value is written. */
  fearless_received (*try_recv)(fearless_receiver* receiver, fearless_value* value);

  /* Runs the implementation's own iteration over the receiver: body(env, value) for each value in turn, until body
   * returns false or the receiver is disconnected. Blocks, as recv does. body owns the value, runs on the calling
   * thread, and does not panic. */
  void (*for_each)(fearless_receiver* receiver, bool (*body)(void* env, fearless_value value), void* env);
} fearless_channels;

/* The result of an attempt to lock. */
typedef enum fearless_locked {
  FEARLESS_LOCKED = 0,     /* the caller holds the lock */
  FEARLESS_POISONED = 1,   /* a holder panicked: the attempt failed, and the caller does not hold the lock */
  FEARLESS_WOULD_BLOCK = 2 /* another thread holds the lock: try_lock only */
} fearless_locked;

/* Code that runs with the lock held. slot is the value inside; the code may change or replace it while it runs.
 * PANICS: the implementation then panics natively, with the guard on its own frames. */
typedef fearless_outcome (*fearless_locked_body)(void* env, fearless_value* slot);

/* Mutexes. A fearless_mutex is shared: all calls on it except drop may overlap. */
typedef struct fearless_mutexes {
  fearless_mutex* (*create)(fearless_value value); /* owns the value from then on */
  void (*drop)(fearless_mutex* mutex);             /* drops the value too; no thread holds the lock */

  /* Waits for the lock. Blocks. LOCKED: *guard is written. POISONED: it is not written, and the lock is free again. */
  fearless_locked (*lock)(fearless_mutex* mutex, fearless_guard** guard);
  fearless_locked (*try_lock)(fearless_mutex* mutex, fearless_guard** guard); /* the same without waiting */

  /* The slot inside, valid as long as the guard. Called on the thread that locked. */
  fearless_value* (*deref)(fearless_guard* guard);
  void (*unlock)(fearless_guard* guard); /* drops the guard, on the thread that locked */

  /* Locks, runs body with a native guard on the native stack, and drops the guard at the end of the scope. Blocks.
   * LOCKED: body ran, and *outcome says how it ended; PANICS means that a native panic unwound through the guard.
   * POISONED: body did not run. */
  fearless_locked (*with_lock)(fearless_mutex* mutex, fearless_locked_body body, void* env, fearless_outcome* outcome);

  /* As with_lock, but with the implementation's own unwrap of the result of locking. Blocks. PANICS: the unwrap
   * panicked, or body did. */
  fearless_outcome (*with_lock_unwrap)(fearless_mutex* mutex, fearless_locked_body body, void* env);
} fearless_mutexes;

/* Shared ownership within one thread. All owners of one value stay on one thread, except in the cases that show on
 * purpose what goes wrong otherwise. */
typedef struct fearless_rcs {
  fearless_rc* (*create)(fearless_value value);
  fearless_rc* (*clone)(const fearless_rc* owner);
  const fearless_value* (*deref)(const fearless_rc* owner); /* the value, valid as long as this owner */
  size_t (*count)(const fearless_rc* owner);                /* the number of owners */
  void (*drop)(fearless_rc* owner);                         /* the last owner drops the value */
  void (*cycle)(const fearless_rc* owner,
                size_t times); /* clones and drops natively, this often, to measure the cost */
} fearless_rcs;

/* Shared ownership among threads. The owners of one value may be on different threads; all calls on one owner except
 * drop may overlap. */
typedef struct fearless_arcs {
  fearless_arc* (*create)(fearless_value value);
  fearless_arc* (*clone)(const fearless_arc* owner);
  const fearless_value* (*deref)(const fearless_arc* owner);
  size_t (*count)(const fearless_arc* owner);
  void (*drop)(fearless_arc* owner);
  void (*cycle)(const fearless_arc* owner, size_t times);
} fearless_arcs;

/* Weak owners of the arcs above. No claim requires them; with them, the suite tests the count of an arc more
 * thoroughly. All calls on one weak owner except drop may overlap. */
typedef struct fearless_weak_arcs {
  fearless_arc_weak* (*downgrade)(const fearless_arc* owner);
  /* Returns an owner, or null if the last owner was dropped. Does not wait. Returns null also while the value is being
   * dropped. */
  fearless_arc* (*upgrade)(const fearless_arc_weak* weak);
  void (*drop)(fearless_arc_weak* weak); /* never drops the value */
} fearless_weak_arcs;

/* The port. A null table means that the implementation does not support the group: its claims get the verdict
 * UNSUPPORTED. A table has no null functions. All of it stays valid as long as the library is loaded. */
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

/* The only function that the library exports. It may be called more than once, from any thread, and always returns the
 * same port. */
const fearless_port* fearless_port_v1(void);

#ifdef __cplusplus
}
#endif
#endif
