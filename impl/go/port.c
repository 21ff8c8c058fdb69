// SPDX-License-Identifier: MIT
// What Go can't express: calls of C functions through pointers, and the port's tables.
#include <stdlib.h>

#include "_cgo_export.h"

// Go may move a goroutine to another thread of the system between two calls of C, and the closure must be dropped by the
// thread that called it.
fearless_outcome call_and_drop(fearless_closure body, fearless_value* result) {
  const fearless_outcome outcome = body.call(body.env, result);
  body.drop(body.env);
  return outcome;
}

// Drops the value after Go has returned: it may contain another mutex, and Go can't be called from C from Go many levels
// deep.
static void drop_mutex(fearless_mutex* mutex) {
  fearless_value* const inside = goForgetMutex(mutex);
  if (inside->drop != NULL) inside->drop(inside->data);
  free(inside);
}

bool call_each_body(fearless_each_body body, void* env, fearless_value value) {
  return body(env, value);
}

fearless_outcome call_locked_body(fearless_locked_body body, void* env, fearless_value* slot) {
  return body(env, slot);
}

static const fearless_threads threads = {
    .spawn = goSpawn,
    .join = goJoin,
    .join_unwrap = goJoinUnwrap,
    .detach = goDetach,
    .sleep = goSleep,
};

static const fearless_channels channels = {
    .channel = goChannel,
    .clone_sender = goCloneSender,
    .drop_sender = goDropSender,
    .drop_receiver = goDropReceiver,
    .send = goSend,
    .recv = goRecv,
    .try_recv = goTryRecv,
    .for_each = goForEach,
};

static const fearless_mutexes mutexes = {
    .create = goCreateMutex,
    .drop = drop_mutex,
    .lock = goLock,
    .try_lock = goTryLock,
    .deref = goDeref,
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
