// SPDX-License-Identifier: MIT
#include "scenarios/contexts.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace scenarios {

namespace {

// A mutex that a thread without a join may use is not dropped, so that thread comes before the mutexes.
constexpr std::string_view every_operation = R"(
  spawn t12 {
    sleep 0
  }
  detach t12
  channel s10 r10
  clone s10 s11
  send s10 v10
  send s11 v11:null
  send s11 v12:undropped
  send s11 v13:same
  recv r10
  try_recv r10
  drop s10
  recv r10 x 2
  drop s11
  recv r10 x 2
  try_recv r10
  channel s12 r12
  send s12 v14
  drop r12
  send s12 v15
  send s12 v16:null
  channel s13 r13
  send s13 v17 x 3
  each r13 x 1 {
    sleep 0
  }
  drop s13
  each r13 {
    sleep 0
  }
  channel s14 r14
  send s14 v18 x 40
  drop r14
  mutex m10 v20
  lock m10
  put m10 v21
  read m10
  unlock m10
  try_lock m10
  unlock m10
  with_lock m10 {
    put m10 v22
  }
  with_unwrap m10 {
    read m10
  }
  mutex m11 v23
  spawn t9 {
    with_lock m11 {
      panic v24
    }
  }
  join t9
  lock m11
  try_lock m11
  lock m10
  unlock m10
  arc a10 v25
  clone a10 a11
  count a11
  downgrade a10 w10
  upgrade w10 a12
  drop a12
  cycle a10 x 5
  count a10
  drop a10
  read a11
  drop a11
  upgrade w10 a13
  drop w10
  rc c10 v26
  clone c10 c11
  cycle c10 x 5
  count c10
  drop c10
  read c11
  drop c11
  spawn t10 {
    return v27
  }
  join t10
  spawn t11 {
    panic v28
  }
  join t11
  refuse t13 {
  }
  sleep 1
)";

constexpr std::string_view what_stays = R"(
  channel s9 r9
  send s9 v40
  mutex m9 v41
  arc a9 v42
  rc c9 v43
)";

/// The main thread uses what is left, as far as it owns it.
constexpr std::string_view afterwards = R"(
  read c9
  read a9
  lock m9
  read m9
  unlock m9
  send s9 v44
  recv r9 x 2
)";

/// A context, and a scenario with the place where the operations go.
struct context_text {
  std::string_view name, before, after;
};

constexpr std::array contexts{
    context_text{"on the main thread", "main\n", ""},
    context_text{"on a thread", "main\n spawn t1 {\n", " }\n join t1\n"},
    context_text{"with a lock", "setup\n mutex m1 v1\nmain\n with_lock m1 {\n",
                 " read m1\n put m1 v2\n read m1\n }\n lock m1\n read m1\n"},
    context_text{"with a guard", "setup\n mutex m1 v1\nmain\n lock m1\n",
                 " read m1\n put m1 v2\n read m1\n unlock m1\n"},
    context_text{"with an arc and an rc", "main\n arc a1 v1\n read a1\n rc c1 v2\n read c1\n", " read a1\n read c1\n"},
    context_text{"while a closure is dropped", "main\n spawn t1 {\n } dropped {\n", " }\n join t1\n"},
    context_text{"while a thread unwinds", "main\n spawn t1 {\n panic v1\n } dropped {\n", " }\n join t1\n"},
    context_text{"after a panic", "main\n catch {\n panic v1\n }\n", ""},
    context_text{"in a panic that is caught", "main\n catch {\n", " panic v1\n }\n"},
    context_text{"while a message is dropped with the receiver", "setup\n channel s1 r1\n send s1 v1 dropped {\n",
                 " }\nmain\n drop r1\n"},
    context_text{"while a message that could not be sent is dropped",
                 "setup\n channel s1 r1\n drop r1\nmain\n send s1 v1 dropped {\n", " }\n"},
    context_text{"within an iteration", "setup\n channel s1 r1\n send s1 v1\nmain\n each r1 x 1 {\n", " }\n"},
    context_text{"while data is replaced under the lock", "setup\n mutex m1 v1 dropped {\n",
                 " }\nmain\n lock m1\n put m1 v2\n unlock m1\n"},
    context_text{"while a mutex is dropped", "setup\n mutex m1 v1 dropped {\n", " }\nmain\n sleep 0\n"},
    context_text{"while a shared value is dropped", "setup\n arc a1 v1 dropped {\n", " }\nmain\n drop a1\n"},
    context_text{"while a value of an rc is dropped", "setup\n rc c1 v1 dropped {\n", " }\nmain\n drop c1\n"},
    context_text{"while a result is dropped", "main\n spawn t1 {\n return v1 dropped {\n", " }\n }\n join t1\n"},
    context_text{"while the result of a thread without a handle is dropped",
                 "main\n spawn t1 {\n return v1 dropped {\n", " }\n }\n detach t1\n"},
    context_text{"while a payload is dropped", "main\n spawn t1 {\n panic v1 dropped {\n", " }\n }\n join_unwrap t1\n"},
};

/// For each context a scenario with these operations in it.
std::vector<named_scenario> in_each_context(std::string_view what, std::string_view operations,
                                            std::string_view at_the_end = "") {
  std::vector<named_scenario> made;
  for (const context_text& each : contexts)
    made.push_back({.name = fmt::format("{} {}", what, each.name),
                    .what = parse(fmt::format("{}{}{}{}", each.before, operations, each.after, at_the_end))});
  return made;
}

}  // namespace

const std::vector<named_scenario>& every_operation_in_each_context() {
  static const auto all = in_each_context("every operation", every_operation);
  return all;
}

const std::vector<named_scenario>& objects_that_outlive_each_context() {
  static const auto all = in_each_context("objects made", what_stays, afterwards);
  return all;
}

}  // namespace scenarios
