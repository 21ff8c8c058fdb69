// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <sys/wait.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <thread>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "helper_program.hpp"
#include "interruption.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using namespace std::chrono_literals;

namespace {

const helper_program interruptible("interruptible", [] {
  stop_on_signals();
  std::thread([] {
    std::this_thread::sleep_for(100ms);
    ::kill(::getpid(), SIGINT);
  }).detach();
  try {
    run(shell("sleep 100"));
  } catch (const interrupted&) {
    ::_exit(7);
  }
});

const helper_program left_its_group("left its group", [] {
  const pid_t child = ::fork();
  if (child != 0) {
    ::setpgid(child, child);
    ::setpgid(0, child);
  }
  while (true) ::pause();
});

bool has_children() {
  return ::waitpid(-1, nullptr, WNOHANG | WNOWAIT) >= 0;
}

bool is_alive(const std::string& process) {
  return ::kill(std::stoi(process), 0) == 0;
}

}  // namespace

TEST_CASE("a program's exit code, output and errors are returned") {
  const outcome seen = run(shell("echo out; echo err >&2; exit 3"));
  CHECK(seen.exit_code == 3);
  CHECK_FALSE(seen.signal);
  CHECK(seen.standard_output == "out\n");
  CHECK(seen.output.find("err\n") != std::string::npos);
}

TEST_CASE("a program that was ended by a signal has no exit code") {
  const outcome seen = run(shell("kill -SEGV $$"));
  CHECK_FALSE(seen.exit_code);
  CHECK(seen.signal == SIGSEGV);
}

TEST_CASE("the last words of a program are its last line") {
  CHECK(last_words(run(shell("echo first; echo out of memory >&2; kill -ABRT $$"))) == ", and says `out of memory`");
  CHECK(last_words(run(shell("kill -ABRT $$"))).empty());
  CHECK(last_words(run(shell("printf '\\033[2Jx\\r\\n'; exit 1"))) == R"(, and says `\x1b[2Jx\x0d`)");
}

TEST_CASE("a program gets its environment, its folder and an empty standard input") {
  command program = shell("cat; echo $GREETING; pwd");
  program.environment = {{"GREETING", "hello"}};
  program.directory = "/";
  CHECK(run(program).standard_output == "hello\n/\n");
}

TEST_CASE("a program inherits no files but its pipes and its socket") {
  command program = shell("exec ls -1 /proc/self/fd | wc -l");
  CHECK(run(program).standard_output == "4\n");  // 0, 1, 2 and the folder that ls reads
  program.with_events = true;
  CHECK(run(program).standard_output == "5\n");
}

namespace {

/// A shell with a socket for events, which has read its secret.
command with_secret(const std::string& script) {
  command program = shell("secret=$(head -c 32 <&$0); " + script);
  program.arguments.emplace_back("{events}");
  program.with_events = true;
  return program;
}

}  // namespace

TEST_CASE("events are read from their own socket, and other lines are counted") {
  const outcome seen = run(with_secret(R"(exec >&$0; echo "$secret 0 {\"event\":\"start\"}"; echo 'not json';
    echo "$secret 1 [1]"; echo '{"event":"end"}'; echo "$secret 1 {\"event\":\"other\"}")"));
  REQUIRE(seen.events.size() == 2);
  CHECK(seen.events[1]["event"] == "other");
  CHECK(seen.garbled_events == 3);
}

TEST_CASE("each program has a secret of its own, which is read once") {
  const auto secret = [] { return run(with_secret("echo $secret")).standard_output; };
  const std::string first = secret();
  CHECK(first.size() == 33);
  CHECK(first != secret());
  CHECK(run(with_secret("timeout 0.1 head -c 1 <&$0 || echo none")).standard_output == "none\n");
}

TEST_CASE("a process can't open the socket of its events again") {
  CHECK(run(with_secret("cat /proc/self/fd/$0")).exit_code == 1);
}

TEST_CASE("a program that prints without end is stopped, and only the beginning is kept") {
  command program = shell("yes");
  program.bounds.output = 100'000;
  const outcome seen = run(program);
  CHECK(seen.output_capped);
  CHECK(seen.output.size() == 100'000);
}

TEST_CASE("a program that does not end is stopped at its time limit, with a report of its threads") {
  command program = shell("exec sleep 100");
  program.bounds.wall = 200ms;
  const outcome seen = run(program);
  CHECK(seen.timed_out);
  CHECK_FALSE(seen.deadlocked);
  CHECK(seen.elapsed >= 200ms);
  REQUIRE(seen.threads.size() == 1);
  CHECK(seen.threads[0].find("nanosleep") != std::string::npos);
}

TEST_CASE("a program that uses up its processor time is stopped by the kernel") {
  command program = shell("while :; do :; done");
  program.bounds.processor = 1s;
  CHECK(run(program).signal == SIGXCPU);
}

TEST_CASE("processes that a program leaves in its group are killed") {
  const outcome ended = run(shell("sleep 100 & echo $!"));
  CHECK(ended.exit_code == 0);
  CHECK_FALSE(is_alive(ended.standard_output));

  command stopped = shell("sleep 100 & echo $!; wait");
  stopped.bounds.wall = 200ms;
  const outcome seen = run(stopped);
  CHECK(seen.timed_out);
  CHECK_FALSE(is_alive(seen.standard_output));
}

TEST_CASE("processes that left the group are killed when the program ends, and when it is stopped") {
  command program = shell("setsid sh -c 'sleep 100 & echo $!; sleep 100' & sleep 0.3; exit 4");
  const outcome ended = run(program);
  CHECK(ended.exit_code == 4);
  CHECK_FALSE(is_alive(ended.standard_output));
  CHECK_FALSE(has_children());

  command stopped = shell("setsid sleep 100 & echo $!; wait");
  stopped.bounds.wall = 300ms;
  const outcome seen = run(stopped);
  CHECK(seen.timed_out);
  CHECK_FALSE(is_alive(seen.standard_output));
  CHECK_FALSE(has_children());
}

TEST_CASE("a program that left its own group is stopped, with those that it left there") {
  command program = left_its_group.start();
  program.bounds.wall = 300ms;
  const outcome seen = run(program);
  CHECK(seen.timed_out);
  CHECK_FALSE(has_children());
}

TEST_CASE("orphans of one program that ends are not taken for those of another that runs") {
  std::atomic<bool> is_running = true;
  std::jthread others([&] {
    while (is_running) run(shell("setsid sleep 100 &"));
  });
  command program = shell("setsid sh -c 'sleep 0.5; echo unharmed' & sleep 0.1; exec sleep 1");
  for (int i = 0; i < 3; ++i) CHECK(run(program).standard_output == "unharmed\n");
  is_running = false;
}

TEST_CASE("a program that uses too much memory or too many threads is stopped") {
  command greedy = shell("a=x; while :; do a=$a$a; done");
  greedy.watch_for_deadlock = true;
  greedy.bounds.memory = 50 << 20;
  CHECK(run(greedy).excess == "50 MiB of memory");

  command busy = shell("for i in 1 2 3 4 5 6 7 8; do sleep 100 & done; while :; do :; done");
  busy.watch_for_deadlock = true;
  busy.bounds.threads = 8;
  const outcome seen = run(busy);
  CHECK(seen.excess == "8 threads");
  CHECK_FALSE(has_children());
}

TEST_CASE("a program that can't be started is an error that names it") {
  CHECK_THROWS_WITH(run({.arguments = {"/nowhere/program"}, .environment = {}, .directory = {}, .bounds = {}}),
                    Catch::Contains("/nowhere/program") && Catch::Contains("No such file"));
  CHECK_THROWS_WITH(run({.arguments = {"no-such-program"}, .environment = {}, .directory = {}, .bounds = {}}),
                    Catch::Contains("not installed"));
  CHECK_THROWS_AS(run({.arguments = {"/etc/passwd"}, .environment = {}, .directory = {}, .bounds = {}}), user_error);
}

TEST_CASE("many programs can be run at once") {
  std::vector<std::jthread> runners;
  std::atomic<int> right = 0;
  for (int i = 0; i < 16; ++i)
    runners.emplace_back(
        [&right, i] { right += run(shell("echo " + std::to_string(i))).standard_output == std::to_string(i) + "\n"; });
  runners.clear();
  CHECK(right == 16);
}

TEST_CASE("a signal to stop is an exception from a run") {
  const outcome seen = run(interruptible.start());
  CHECK(seen.exit_code == 7);
  CHECK(seen.elapsed < 10s);
}
