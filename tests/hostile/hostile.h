/* SPDX-License-Identifier: MIT */
/* Threads and a mutex behind the port, without panics, for libraries that do harm beside them. Each source defines
 * `void harm(void)`, which runs while the library is loaded. */
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fearless_port.h"

#ifndef RELEASE
#define RELEASE "1.0"
#endif

static void harm(void);

/* The words with which the test program was started; `word(W)` is the one after W, or null. */
static char words[1 << 16];
static long words_size;
static const char* word(const char* before) {
  if (words_size == 0) {
    const int file = open("/proc/self/cmdline", O_RDONLY);
    words_size = read(file, words, sizeof words - 1);
    close(file);
  }
  for (const char* at = words; at < words + words_size; at += strlen(at) + 1)
    if (strcmp(at, before) == 0) return at + strlen(at) + 1;
  return NULL;
}
__attribute__((unused)) static bool runs_a_case(void) {
  return word("--case") != NULL;
}

/* Writes a line to the certifier, as the test program does. */
__attribute__((unused)) static void forge(const char* text, size_t size) {
  const char* const events = word("--events");
  while (events != NULL && size > 0) {
    const ssize_t written = write(atoi(events), text, size);
    if (written <= 0) _exit(9);
    text += written;
    size -= (size_t)written;
  }
}
__attribute__((unused)) static void forge_line(const char* line) {
  forge(line, strlen(line));
  forge("\n", 1);
}

/* How many entries the batch of scenarios has that the test program is to execute. */
__attribute__((unused)) static uint64_t entries_of_batch(void) {
  static char batch[1 << 24];
  const int in = open(word("--scenarios"), O_RDONLY);
  for (size_t size = 0;;) {
    const ssize_t length = read(in, batch + size, sizeof batch - 1 - size);
    if (length <= 0) break;
    size += (size_t)length;
  }
  uint64_t entries = strncmp(batch, "run ", 4) == 0;
  for (const char* at = batch; (at = strstr(at, "\nrun ")) != NULL; ++at) ++entries;
  return entries;
}

struct fearless_thread {
  pthread_t thread;
  fearless_closure body;
  fearless_outcome outcome;
  fearless_value result;
};
static void* run(void* started) {
  fearless_thread* const self = started;
  self->outcome = self->body.call(self->body.env, &self->result);
  self->body.drop(self->body.env);
  return NULL;
}
static fearless_thread* spawn(fearless_closure body) {
  fearless_thread* const made = malloc(sizeof *made);
  made->body = body;
  if (pthread_create(&made->thread, NULL, run, made) == 0) return made;
  free(made);
  body.drop(body.env);
  return NULL;
}
static fearless_outcome join(fearless_thread* handle, fearless_value* result) {
  pthread_join(handle->thread, NULL);
  const fearless_outcome outcome = handle->outcome;
  *result = handle->result;
  free(handle);
  return outcome;
}
static void detach(fearless_thread* handle) {
  pthread_detach(handle->thread);
}
static void sleep_for(uint64_t nanoseconds) {
  const struct timespec time = {(time_t)(nanoseconds / 1000000000), (long)(nanoseconds % 1000000000)};
  clock_nanosleep(CLOCK_MONOTONIC, 0, &time, NULL);
}
static const fearless_threads threads = {spawn, join, join, detach, sleep_for};

struct fearless_mutex {
  pthread_mutex_t lock;
  fearless_value inside;
};
static fearless_mutex* create(fearless_value value) {
  fearless_mutex* const made = malloc(sizeof *made);
  pthread_mutex_init(&made->lock, NULL);
  made->inside = value;
  return made;
}
static void drop_mutex(fearless_mutex* mutex) {
  if (mutex->inside.drop != NULL) mutex->inside.drop(mutex->inside.data);
  pthread_mutex_destroy(&mutex->lock);
  free(mutex);
}
static fearless_locked lock(fearless_mutex* mutex, fearless_guard** guard) {
  pthread_mutex_lock(&mutex->lock);
  *guard = (fearless_guard*)mutex;
  return FEARLESS_LOCKED;
}
static fearless_locked try_lock(fearless_mutex* mutex, fearless_guard** guard) {
  if (pthread_mutex_trylock(&mutex->lock) != 0) return FEARLESS_WOULD_BLOCK;
  *guard = (fearless_guard*)mutex;
  return FEARLESS_LOCKED;
}
static fearless_value* deref(fearless_guard* guard) {
  return &((fearless_mutex*)guard)->inside;
}
static void unlock(fearless_guard* guard) {
  pthread_mutex_unlock(&((fearless_mutex*)guard)->lock);
}
static fearless_locked with_lock(fearless_mutex* mutex, fearless_locked_body body, void* env,
                                 fearless_outcome* outcome) {
  pthread_mutex_lock(&mutex->lock);
  *outcome = body(env, &mutex->inside);
  pthread_mutex_unlock(&mutex->lock);
  return FEARLESS_LOCKED;
}
static fearless_outcome with_lock_unwrap(fearless_mutex* mutex, fearless_locked_body body, void* env) {
  fearless_outcome outcome;
  with_lock(mutex, body, env, &outcome);
  return outcome;
}

static const fearless_mutexes mutexes = {create, drop_mutex, lock,      try_lock,
                                         deref,  unlock,     with_lock, with_lock_unwrap};
static fearless_port port = {.size = sizeof(fearless_port),
                             .version = FEARLESS_PORT_VERSION,
                             .name = "hostile",
                             .release = RELEASE,
                             .threads = &threads,
                             .mutexes = &mutexes};

__attribute__((visibility("default"))) const fearless_port* fearless_port_v1(void) {
  return &port;
}

__attribute__((constructor)) static void load(void) {
  harm();
}
