// SPDX-License-Identifier: MIT
// @NAME@, behind the port of Fearless.
//
// The suite calls the functions below, which call your library's. Map what it has, and add nothing: leave out what it
// does not have, and its claims read UNSUPPORTED. fearless_port.h says what each function gets and gives, and who owns
// what.
#include <fearless_port.h>
#include <stdio.h>
#include <stdlib.h>

// Ends a test that needs what is not written yet, and says what that is. Gone once all is written.
static _Noreturn void write_next(const char* what) {
  fprintf(stderr, "port.c: write next: %s\n", what);
  abort();
}

// Your library's handle of a thread.
struct fearless_thread {
  int unwritten;
};

// Starts a thread that runs closure.call and then closure.drop, once each. Where it returns FEARLESS_PANICS the thread
// panics, if your library knows how, and the value is the payload.
static fearless_thread* spawn(fearless_closure closure) {
  (void)closure;
  write_next("spawn");
}

// Waits for the thread, frees the handle, and gives how the thread ended, with its value or its payload.
static fearless_outcome join(fearless_thread* handle, fearless_value* result) {
  (void)handle, (void)result;
  write_next("join");
}

// Waits, and panics in turn if the thread did: gives FEARLESS_PANICS, and the payload, or {NULL, NULL} where it is dropped.
static fearless_outcome join_unwrap(fearless_thread* handle, fearless_value* result) {
  (void)handle, (void)result;
  write_next("join_unwrap");
}

// What your library does with a handle nobody joined.
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

// Then the next group: a table of fearless_channels, fearless_mutexes, fearless_rcs or fearless_arcs.
static const fearless_port port = {.size = sizeof(fearless_port),
                                   .version = FEARLESS_PORT_VERSION,
                                   .name = "@NAME@",
                                   .release = "0.1",
                                   .threads = &threads};

__attribute__((visibility("default"))) const fearless_port* fearless_port_v1(void) {
  return &port;
}
