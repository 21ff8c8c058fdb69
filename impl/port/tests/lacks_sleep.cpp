// SPDX-License-Identifier: MIT
// An implementation without `sleep`: it must not compile, and the compiler must say what is missing.
#include <cstdlib>

#include "fearless_port.hpp"

struct incomplete {
  static constexpr const char* name = "incomplete";
  static constexpr const char* release = "1";
  [[noreturn]] static void panic(fearless::port::value) { std::abort(); }
  struct threads {
    struct join_handle {};
    static join_handle spawn(fearless::port::closure<incomplete>) { return {}; }
    static fearless::port::joined join(join_handle) { return {}; }
    static fearless::port::value join_unwrap(join_handle) { return {}; }
  };
};

FEARLESS_PORT(incomplete)
