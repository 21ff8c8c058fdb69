// SPDX-License-Identifier: MIT
// A port of the groups that the kit lends: of all, or of one of them with ONLY_threads and so on.
#include <fearless_port_std.hpp>

#if defined ONLY_threads || defined ONLY_channels || defined ONLY_mutexes || defined ONLY_rcs || defined ONLY_arcs
#define ONLY_ONE
#endif

namespace {

struct lent {
  static constexpr const char* name = "lent";
  static constexpr const char* release = "1";
#if defined ONLY_threads || !defined ONLY_ONE
  using threads = fearless::port::std_threads<lent>;
#endif
#if defined ONLY_channels || !defined ONLY_ONE
  using channels = fearless::port::std_channels;
#endif
#if defined ONLY_mutexes || !defined ONLY_ONE
  using mutexes = fearless::port::std_mutexes<lent>;
#endif
#if defined ONLY_rcs || !defined ONLY_ONE
  using rcs = fearless::port::std_rcs;
#endif
#if defined ONLY_arcs || !defined ONLY_ONE
  using arcs = fearless::port::std_arcs;
#endif
};

}  // namespace

FEARLESS_PORT(lent)
