// SPDX-License-Identifier: MIT
// A port of a runtime that handles SIGSEGV itself, and goes on: each spawn writes to a page that is protected until
// then.
#include <sys/mman.h>
#include <unistd.h>

#include <csignal>
#include <fearless_port_std.hpp>

namespace {

struct lent {
  static constexpr const char* name = "handles";
  static constexpr const char* release = "1";
  using threads = fearless::port::std_threads<lent>;
};

constexpr const fearless_threads& plain = fearless::port::threads_table<lent, lent::threads>;

void* const page = mmap(nullptr, 1, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

void unprotect(int /*signal*/) {
  mprotect(page, 1, PROT_READ | PROT_WRITE);
}

constexpr fearless_threads threads = [] {
  fearless_threads made = plain;
  made.spawn = [](fearless_closure closure) {
    *static_cast<volatile char*>(page) = 1;
    return plain.spawn(closure);
  };
  return made;
}();

}  // namespace

extern "C" __attribute__((visibility("default"))) const fearless_port* fearless_port_v1() {
  static constexpr fearless_port port = [] {
    fearless_port made = fearless::port::make_port<lent>();
    made.threads = &threads;
    return made;
  }();
  std::signal(SIGSEGV, unprotect);
  return &port;
}
