// SPDX-License-Identifier: MIT
// @NAME@, behind the port of Fearless.
//
// The suite calls the functions below, and they call your library's, in your language. Add nothing of your own. Leave out
// a group that your library does not have: its claims then get the verdict UNSUPPORTED. fearless_port.h has the contract
// of each function: its parameters, its result, and who owns what.
#include <fearless_port.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

// Stops a test that needs a function that is not written yet, and names it. Delete this when all functions are written.
static _Noreturn void write_next(const char* what) {
  fprintf(stderr, "port.c: write next: %s\n", what);
  abort();
}

// Starts the runtime of your language, with every thread that it has of its own. Each case is a process, which starts it
// again. Then lets it run other threads, if it lets one at a time: the suite waits in C.
static void start_runtime(void) {}

// Your library's handle of a thread: what keeps an object of your language from its garbage collector.
struct fearless_thread {
  int unwritten;
};

// Starts a thread that runs closure.call and then closure.drop, once each, while your runtime lets other threads run.
// If call returns FEARLESS_PANICS, the thread panics with the value as its payload, if your library supports that.
static fearless_thread* spawn(fearless_closure closure) {
  (void)closure;
  write_next("spawn");
}

// Waits for the thread, frees the handle, and returns how the thread ended. *result is its value or its payload.
static fearless_outcome join(fearless_thread* handle, fearless_value* result) {
  (void)handle, (void)result;
  write_next("join");
}

// Waits, and panics if the thread panicked: returns FEARLESS_PANICS, and the payload, or {NULL, NULL} if it was
// dropped.
static fearless_outcome join_unwrap(fearless_thread* handle, fearless_value* result) {
  (void)handle, (void)result;
  write_next("join_unwrap");
}

// What your library does with a handle that is not joined.
static void detach(fearless_thread* handle) {
  (void)handle;
  write_next("detach");
}

static void sleep_for(uint64_t nanoseconds) {
  (void)nanoseconds;
  write_next("sleep");
}

static const fearless_threads threads = {
    .spawn = spawn, .join = join, .join_unwrap = join_unwrap, .detach = detach, .sleep = sleep_for};

// The next groups: a table of fearless_channels, fearless_mutexes, fearless_rcs or fearless_arcs.
static const fearless_port port = {.size = sizeof(fearless_port),
                                   .version = FEARLESS_PORT_VERSION,
                                   .name = "@NAME@",
                                   .release = "0.1",
                                   .threads = &threads};

__attribute__((visibility("default"))) const fearless_port* fearless_port_v1(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start_runtime);
  return &port;
}
