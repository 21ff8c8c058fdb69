// SPDX-License-Identifier: MIT
// @NAME@, behind the port of Fearless.
//
// The suite calls the functions below, and they call your library's. Add nothing of your own. Leave out a group that
// your library does not have: its claims then get the verdict UNSUPPORTED. Or borrow the group from
// fearless_port_std.hpp: claims on channels need threads too. fearless_port.hpp declares what each group must offer.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fearless_port.hpp>

namespace {

using fearless::port::joined;
using fearless::port::value;

/// Stops a test that needs a function that is not written yet, and names it. Delete this when all functions are
/// written.
[[noreturn]] void write_next(const char* what) {
  std::fprintf(stderr, "port.cpp: write next: %s\n", what);
  std::abort();
}

struct implementation {
  static constexpr const char* name = "@NAME@";
  static constexpr const char* release = "0.1";

  /// Panics like code that uses your library: throws an exception that your threads catch, with the payload in it.
  [[noreturn]] static void panic(value) { write_next("panic"); }

  struct threads {
    /// Your library's handle of a thread. Its destructor does what your library does with a handle that is not joined.
    struct join_handle {};

    /// Starts a thread that runs body(), which returns the thread's value, or panics.
    static join_handle spawn(fearless::port::closure<implementation>) { write_next("spawn"); }

    /// Waits for the thread. Returns its value or, as std::unexpected, the payload of its panic.
    static joined join(join_handle) { write_next("join"); }

    /// Waits, and panics if the thread panicked.
    static value join_unwrap(join_handle) { write_next("join_unwrap"); }

    static void sleep(std::chrono::nanoseconds) { write_next("sleep"); }
  };

  // The next groups: channels, mutexes, rcs, arcs. Begin with `struct channels {};`: the compiler names the missing
  // functions in the lines with `fearless port:`.
};

}  // namespace

FEARLESS_PORT(implementation)
