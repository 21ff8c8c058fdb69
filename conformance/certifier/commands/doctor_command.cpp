// SPDX-License-Identifier: MIT
#include "doctor_command.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "controls.hpp"
#include "parallel.hpp"
#include "process.hpp"
#include "thread_state.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace {

/// What the doctor has seen so far; each finding is printed as it comes.
class diagnosis {
 public:
  void well(std::string_view what, std::string_view why) { print("ok", what, why); }

  void ill(std::string_view what, std::string_view why, std::string_view remedy) {
    print("missing", what, why);
    fmt::print("{:9}mend it: {}\n", "", remedy);
    healthy_ = false;
  }

  /// Something that can be done without.
  void odd(std::string_view what, std::string_view why, std::string_view remedy) {
    print("absent", what, why);
    fmt::print("{:9}to have it: {}\n", "", remedy);
  }

  [[nodiscard]] bool healthy() const { return healthy_; }

 private:
  static void print(std::string_view state, std::string_view what, std::string_view why) {
    fmt::print("{:9}{:21}{}\n", state, what, why);
  }

  bool healthy_ = true;
};

void examine(const tool& each, bool needed, diagnosis& found) {
  if (find_program(each.program))
    found.well(each.program, each.purpose);
  else
    needed ? found.ill(each.program, each.purpose, each.remedy) : found.odd(each.program, each.purpose, each.remedy);
}

void examine_runtime(diagnosis& found) {
  if (!find_program(tools::clang.program)) return;
  struct utsname machine{};
  ::uname(&machine);
  // Clang answers with a whole path where it has such a file, and with the bare name where not.
  const outcome asked =
      run({.arguments = {tools::clang.program, fmt::format("--print-file-name=libclang_rt.tsan-{}.a", machine.machine)},
           .environment = {},
           .directory = {},
           .bounds = {}});
  constexpr const char* what = "ThreadSanitizer";
  constexpr const char* why = "clang's race detector";
  if (asked.standard_output.starts_with('/'))
    found.well(what, why);
  else
    found.ill(what, why, "apt-get install libclang-rt-19-dev");
}

/// Whether the system call that a child waits in can be read: a deadlock is told from patience by it.
bool child_state_is_readable() {
  const pid_t child = ::fork();
  if (child < 0) return false;
  if (child == 0)
    while (true) ::pause();
  const bool readable = shows_system_calls(child);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return readable;
}

void examine_proc(diagnosis& found) {
  constexpr const char* what = "/proc/PID/syscall";
  if (child_state_is_readable())
    found.well(what, "shows what a blocked thread waits for");
  else
    found.ill(what, "can't be read for a child, so that no deadlock is seen",
              "sysctl kernel.yama.ptrace_scope=1, or start the container with --cap-add=SYS_PTRACE");
}

void examine_controls(const paths& where, diagnosis& found) {
  const controls_report report = run_controls(where, job_count(0));
  const std::string seen = fmt::format("{} of {} known defects caught, {} of {} clean twins pass", report.caught,
                                       report.of, report.clean, report.clean_of);
  if (report.believable()) return found.well("controls", seen);

  int bits = 0;
  std::ifstream("/proc/sys/vm/mmap_rnd_bits") >> bits;
  // The detector's shadow has fixed places; more random bits than this may put a library into one of them.
  constexpr int tolerable_bits = 28;
  found.ill("controls", seen,
            bits > tolerable_bits
                ? fmt::format("sysctl vm.mmap_rnd_bits={} (it is {}, which can keep the detector from starting)",
                              tolerable_bits, bits)
                : "./fearless, which builds them anew; what was missed stands below");
  for (const std::string& missed : report.missed) fmt::print("{:9}missed: {}\n", "", missed);
}

}  // namespace

int doctor(const paths& where) {
  diagnosis found;
  for (const tool& each : {tools::clang, tools::clang_tidy, tools::symbolizer, tools::pandoc})
    examine(each, true, found);
  for (const tool& each : {tools::gcc, tools::rustc, tools::cmake_format}) examine(each, false, found);
  examine_runtime(found);
  examine_proc(found);
  examine_controls(where, found);
  fmt::print("\n{}\n",
             found.healthy() ? "This machine can detect races." : "Not yet: mend what is missing, then ask again.");
  return found.healthy() ? 0 : 1;
}

}  // namespace fearless::certifier
