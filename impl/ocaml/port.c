// SPDX-License-Identifier: MIT
// What OCaml can't express: the start of its runtime, calls of C functions through pointers, and the port's tables.
#define CAML_NAME_SPACE
#include <caml/alloc.h>
#include <caml/callback.h>
#include <caml/memory.h>
#include <caml/mlvalues.h>
#include <caml/threads.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fearless_port.h"

// An object of OCaml that the suite refers to.
typedef struct kept {
  value object;
} kept;

// Its value is in C's memory, because the suite gets the address.
struct fearless_mutex {
  kept* lock;
  fearless_value inside;
};

typedef struct locked_body {
  fearless_locked_body body;
  void* env;
  fearless_value* slot;
} locked_body;

// OCaml runs one thread at a time, and lets the others go on while C is called. It knows the threads that it started.
static _Thread_local bool is_known;

static void enter(void) {
  if (!is_known) is_known = caml_c_thread_register() != 0;
  caml_acquire_runtime_system();
}

static void leave(void) {
  caml_release_runtime_system();
}

static value function(const char* name) {
  return *caml_named_value(name);
}

static kept* keep(value object) {
  kept* const made = malloc(sizeof *made);
  made->object = object;
  caml_register_generational_global_root(&made->object);
  return made;
}

// The suite looks at the memory that remains. The collector would come after some hundreds of threads and mutexes.
static void forget(kept* object) {
  caml_remove_generational_global_root(&object->object);
  free(object);
  caml_callback(function("collect"), Val_unit);
}

static void give_up_object(kept* object) {
  enter();
  forget(object);
  leave();
}

// OCaml keeps the address of a copy.
static value copy_of(const void* original, size_t size) {
  return caml_copy_nativeint((intptr_t)memcpy(malloc(size), original, size));
}

static fearless_value take(intptr_t address) {
  fearless_value* const copy = (fearless_value*)address;
  if (copy == NULL) return (fearless_value){NULL, NULL};
  const fearless_value original = *copy;
  free(copy);
  return original;
}

static void drop(fearless_value dropped) {
  if (dropped.drop != NULL) dropped.drop(dropped.data);
}

value fearless_ocaml_call_and_drop(value address) {
  CAMLparam1(address);
  CAMLlocal2(result, copy);
  fearless_closure* const closure = (fearless_closure*)Nativeint_val(address);
  fearless_value given = {NULL, NULL};
  is_known = true;
  leave();
  const fearless_outcome outcome = closure->call(closure->env, &given);
  closure->drop(closure->env);
  enter();
  free(closure);
  copy = copy_of(&given, sizeof given);
  result = caml_alloc_tuple(2);
  Store_field(result, 0, Val_bool(outcome == FEARLESS_PANICS));
  Store_field(result, 1, copy);
  CAMLreturn(result);
}

value fearless_ocaml_call_locked_body(value address) {
  const locked_body* const locked = (const locked_body*)Nativeint_val(address);
  leave();
  const fearless_outcome outcome = locked->body(locked->env, locked->slot);
  enter();
  return Val_bool(outcome == FEARLESS_PANICS);
}

value fearless_ocaml_drop(value address) {
  const fearless_value dropped = take(Nativeint_val(address));
  leave();
  drop(dropped);
  enter();
  return Val_unit;
}

static fearless_thread* spawn(fearless_closure closure) {
  enter();
  const value copy = copy_of(&closure, sizeof closure);
  void* const address = (void*)Nativeint_val(copy);
  const value made = caml_callback_exn(function("spawn"), copy);
  fearless_thread* const handle = Is_exception_result(made) ? NULL : (fearless_thread*)keep(made);
  leave();
  if (handle != NULL) return handle;
  free(address);  // the system has no more threads
  closure.drop(closure.env);
  return NULL;
}

static fearless_outcome join(fearless_thread* handle, fearless_value* result) {
  kept* const thread = (kept*)handle;
  enter();
  value ended = caml_callback_exn(function("join"), thread->object);
  const bool raised = Is_exception_result(ended);
  if (raised) ended = caml_callback(function("payload_of"), Extract_exception(ended));
  *result = take(Nativeint_val(ended));
  forget(thread);
  leave();
  return raised ? FEARLESS_PANICS : FEARLESS_RETURNS;
}

static void detach(fearless_thread* handle) {
  kept* const thread = (kept*)handle;
  enter();
  caml_callback(function("give_up"), thread->object);
  forget(thread);
  leave();
}

static void sleep_for(uint64_t nanoseconds) {
  enter();
  caml_callback(function("sleep"), caml_copy_int64((int64_t)nanoseconds));
  leave();
}

static fearless_mutex* create_mutex(fearless_value inside) {
  fearless_mutex* const made = malloc(sizeof *made);
  enter();
  *made = (fearless_mutex){.lock = keep(caml_callback(function("create_mutex"), Val_unit)), .inside = inside};
  leave();
  return made;
}

static void drop_mutex(fearless_mutex* mutex) {
  give_up_object(mutex->lock);
  drop(mutex->inside);
  free(mutex);
}

static fearless_locked lock(fearless_mutex* mutex, fearless_guard** guard) {
  enter();
  const value locked = caml_callback_exn(function("lock"), mutex->lock->object);
  if (Is_exception_result(locked)) {
    fprintf(stderr, "ocaml: Mutex.lock raises an exception: the thread has the lock already\n");
    abort();
  }
  leave();
  *guard = (fearless_guard*)mutex;
  return FEARLESS_LOCKED;
}

static fearless_locked try_lock(fearless_mutex* mutex, fearless_guard** guard) {
  enter();
  const bool locked = Bool_val(caml_callback(function("try_lock"), mutex->lock->object));
  leave();
  if (!locked) return FEARLESS_WOULD_BLOCK;
  *guard = (fearless_guard*)mutex;
  return FEARLESS_LOCKED;
}

static fearless_value* deref(fearless_guard* guard) {
  return &((fearless_mutex*)guard)->inside;
}

static void unlock(fearless_guard* guard) {
  enter();
  caml_callback(function("unlock"), ((fearless_mutex*)guard)->lock->object);
  leave();
}

static fearless_outcome with_lock_unwrap(fearless_mutex* mutex, fearless_locked_body body, void* env) {
  const locked_body locked = {.body = body, .env = env, .slot = &mutex->inside};
  enter();
  const value address = caml_copy_nativeint((intptr_t)&locked);
  const value ended = caml_callback2_exn(function("with_lock"), mutex->lock->object, address);
  leave();
  return Is_exception_result(ended) ? FEARLESS_PANICS : FEARLESS_RETURNS;
}

static fearless_locked with_lock(fearless_mutex* mutex, fearless_locked_body body, void* env,
                                 fearless_outcome* outcome) {
  *outcome = with_lock_unwrap(mutex, body, env);
  return FEARLESS_LOCKED;
}

static const fearless_threads threads = {
    .spawn = spawn,
    .join = join,
    .join_unwrap = join,  // OCaml has no other unwrap: it raises the exception
    .detach = detach,
    .sleep = sleep_for,
};

static const fearless_mutexes mutexes = {
    .create = create_mutex,
    .drop = drop_mutex,
    .lock = lock,
    .try_lock = try_lock,
    .deref = deref,
    .unlock = unlock,
    .with_lock = with_lock,
    .with_lock_unwrap = with_lock_unwrap,
};

static void start(void) {
  char name[] = "ocaml";
  char* arguments[] = {name, NULL};
  caml_startup(arguments);
  is_known = true;
  leave();
}

__attribute__((visibility("default"))) const fearless_port* fearless_port_v1(void) {
  static const fearless_port port = {
      .size = sizeof(fearless_port),
      .version = FEARLESS_PORT_VERSION,
      .name = "ocaml",
      .release = OCAML_RELEASE,
      .threads = &threads,
      .mutexes = &mutexes,
  };
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start);
  return &port;
}
