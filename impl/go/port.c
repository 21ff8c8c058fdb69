// SPDX-License-Identifier: MIT
// What Go can't express: calls of C functions through pointers, and the port's tables.
#include <stdlib.h>

#include "_cgo_export.h"

static fearless_value to_value(words of) {
  return (fearless_value){.data = (void*)of.data, .drop = (void (*)(void*))of.drop};
}

static words to_words(fearless_value of) {
  return (words){.data = (uintptr_t)of.data, .drop = (uintptr_t)of.drop};
}

// Go may move a goroutine to another thread of the system between two calls of C, and the closure must be dropped by
// the thread that called it.
fearless_outcome call_and_drop(fearless_closure body, words* result) {
  fearless_value value = {NULL, NULL};
  const fearless_outcome outcome = body.call(body.env, &value);
  *result = to_words(value);
  body.drop(body.env);
  return outcome;
}

// Drops the value after Go has returned: it may contain another mutex, and Go can't be called from C from Go many
// levels deep.
static void drop_mutex(fearless_mutex* mutex) {
  fearless_value* const inside = (fearless_value*)goForgetMutex(mutex);
  if (inside->drop != NULL) inside->drop(inside->data);
  free(inside);
}

bool call_each_body(fearless_each_body body, void* env, words value) {
  return body(env, to_value(value));
}

// The value of a mutex is in C's memory, where its words are the value.
fearless_outcome call_locked_body(fearless_locked_body body, void* env, words* slot) {
  return body(env, (fearless_value*)slot);
}

static fearless_value* deref(fearless_guard* guard) {
  return (fearless_value*)goDeref(guard);
}

static fearless_mutex* create_mutex(fearless_value value) {
  return goCreateMutex(to_words(value));
}

static fearless_outcome join(fearless_thread* thread, fearless_value* result) {
  words given = {0, 0};
  const fearless_outcome outcome = goJoin(thread, &given);
  *result = to_value(given);
  return outcome;
}

static fearless_outcome join_unwrap(fearless_thread* thread, fearless_value* result) {
  words given = {0, 0};
  const fearless_outcome outcome = goJoinUnwrap(thread, &given);
  *result = to_value(given);
  return outcome;
}

// A send never fails: there is no receiver that could be dropped.
static bool send(fearless_sender* sender, fearless_value value, fearless_value* returned) {
  (void)returned;
  return goSend(sender, to_words(value));
}

static fearless_received recv(fearless_receiver* receiver, fearless_value* value) {
  words given = {0, 0};
  const fearless_received got = goRecv(receiver, &given);
  if (got == FEARLESS_RECEIVED) *value = to_value(given);
  return got;
}

static fearless_received try_recv(fearless_receiver* receiver, fearless_value* value) {
  words given = {0, 0};
  const fearless_received got = goTryRecv(receiver, &given);
  if (got == FEARLESS_RECEIVED) *value = to_value(given);
  return got;
}

static const fearless_threads threads = {
    .spawn = goSpawn,
    .join = join,
    .join_unwrap = join_unwrap,
    .detach = goDetach,
    .sleep = goSleep,
};

static const fearless_channels channels = {
    .channel = goChannel,
    .clone_sender = goCloneSender,
    .drop_sender = goDropSender,
    .drop_receiver = goDropReceiver,
    .send = send,
    .recv = recv,
    .try_recv = try_recv,
    .for_each = goForEach,
};

static const fearless_mutexes mutexes = {
    .create = create_mutex,
    .drop = drop_mutex,
    .lock = goLock,
    .try_lock = goTryLock,
    .deref = deref,
    .unlock = goUnlock,
    .with_lock = goWithLock,
    .with_lock_unwrap = goWithLockUnwrap,
};

// Go sets the release at run time.
fearless_port go_port = {
    .size = sizeof(fearless_port),
    .version = FEARLESS_PORT_VERSION,
    .name = "go",
    .threads = &threads,
    .channels = &channels,
    .mutexes = &mutexes,
};
