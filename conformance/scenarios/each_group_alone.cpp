// SPDX-License-Identifier: MIT
#include "scenarios/each_group_alone.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace scenarios {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> texts{{
    {"threads that are joined", R"(main
  spawn t1 {
    return v1
  }
  join t1
  spawn t2 {
    spawn t3 {
      panic v3
    }
    join t3
  }
  join_unwrap t2
)"},
    {"threads that are not joined", R"(main
  spawn t1 {
    return v1
  }
  detach t1
  spawn t2 {
    panic v2
  }
  detach t2
)"},
    {"threads that the system does not start", R"(main
  refuse t1 {
    return v1
  }
  refuse t2 {
  } dropped {
    sleep 0
  }
)"},
    {"channels whose messages are received", R"(main
  channel s1 r1
  clone s1 s2
  send s1 v1 x 40
  send s2 v2:null x 40
  recv r1 x 78
  try_recv r1 x 3
  drop s1
  drop s2
  recv r1
  channel s3 r3
  send s3 v3 x 3
  drop s3
  each r3 {
    sleep 0
  }
)"},
    {"channels that are dropped with messages", R"(main
  channel s1 r1
  send s1 v1 x 70
  drop r1
  channel s2 r2
  drop s2
  channel s3 r3
  send s3 v2 x 33
  recv r3
  drop s3
  drop r3
)"},
    {"channels without a receiver", R"(main
  channel s1 r1
  drop r1
  send s1 v1 x 3
  clone s1 s2
  send s2 v2
)"},
    {"channels inside one another", R"(main
  channel s1 r1
  channel s2 r2
  send s1 v1(s2)
  send s1 v2(r2)
  drop r1
)"},
    {"a channel whose receiver waits", R"(setup
  channel s1 r1
main
  spawn t1 with s1 {
    sleep 200000
    send s1 v1
    sleep 200000
  }
  recv r1 x 2
  join t1
)"},
    {"a channel whose receiver goes meanwhile", R"(setup
  channel s1 r1
main
  spawn t1 with r1 {
    try_recv r1
  }
  send s1 v1 x 34
  join t1
)"},
    {"mutexes", R"(main
  mutex m1 v1
  lock m1
  put m1 v2
  try_lock m1
  unlock m1
  with_lock m1 {
    read m1
  }
  with_unwrap m1 {
    read m1
  }
)"},
    {"poisoned mutexes", R"(main
  mutex m1 v1
  catch {
    with_lock m1 {
      panic v2
    }
  }
  lock m1
  try_lock m1
  catch {
    with_unwrap m1 {
      read m1
    }
  }
)"},
    {"a mutex that is waited for", R"(setup
  mutex m1 v1
main
  spawn t1 {
    lock m1
    sleep 500000
    unlock m1
  }
  sleep 200000
  lock m1
  unlock m1
  with_lock m1 {
    read m1
  }
  join t1
)"},
    {"arcs", R"(main
  arc a1 v1
  clone a1 a2
  drop a1
  read a2
  downgrade a2 w1
  upgrade w1 a3
  drop w1
)"},
    {"arcs whose weak owner is the last", R"(main
  arc a1 v1
  downgrade a1 w1
  drop a1
  upgrade w1 a2
)"},
    {"an arc of two threads", R"(setup
  arc a1 v1
  clone a1 a2
  downgrade a1 w1
main
  spawn t1 with a2 {
    read a2
    clone a2 a3
    drop a2
  }
  drop a1
  upgrade w1 a4
  join t1
)"},
    {"rcs", R"(main
  rc c1 v1
  clone c1 c2
  drop c1
  read c2
  count c2
)"},
}};

}  // namespace

const std::vector<named_scenario>& each_group_alone() {
  static const auto all = [] {
    std::vector<named_scenario> made;
    for (const auto& [name, text] : texts) made.push_back({.name = std::string(name), .what = parse(text)});
    return made;
  }();
  return all;
}

}  // namespace scenarios
