// SPDX-License-Identifier: MIT
// @NAME@, behind the port of Fearless.
//
// The suite calls the functions below, which call your library's. Map what it has, and add nothing: leave out what it
// does not have, and its claims read UNSUPPORTED. fearless_port.hpp says what each function gets and gives.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fearless_port.hpp>

namespace {

using fearless::port::joined;
using fearless::port::value;

/// Ends a test that needs what is not written yet, and says what that is. Gone once all is written.
[[noreturn]] void write_next(const char* what) {
  std::fprintf(stderr, "port.cpp: write next: %s\n", what);
  std::abort();
}

struct implementation {
  static constexpr const char* name = "@NAME@";
  static constexpr const char* release = "0.1";

  /// As code under test panics: throw what your threads catch, with the payload in it.
  [[noreturn]] static void panic(value) { write_next("panic"); }

  struct threads {
    /// Your library's handle of a thread. Dropping it is what your library does with a handle nobody joined.
    struct join_handle {};

    /// Starts a thread that runs body(), which gives the thread's value, or panics.
    static join_handle spawn(fearless::port::closure<implementation>) { write_next("spawn"); }

    /// Waits for the thread. Gives its value; or, as std::unexpected, the payload that it panicked with.
    static joined join(join_handle) { write_next("join"); }

    /// Waits, and panics in turn if the thread did.
    static value join_unwrap(join_handle) { write_next("join_unwrap"); }

    static void sleep(std::chrono::nanoseconds) { write_next("sleep"); }
  };

  // Then the next group: channels, mutexes, rcs, arcs. Begin with `struct channels {};`, and the compiler says what it
  // lacks, in the lines with `fearless port:`.
};

}  // namespace

FEARLESS_PORT(implementation)
