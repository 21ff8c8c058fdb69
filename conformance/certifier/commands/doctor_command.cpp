// SPDX-License-Identifier: MIT
#include "doctor_command.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "containment.hpp"
#include "controls.hpp"
#include "parallel.hpp"
#include "printable.hpp"
#include "process.hpp"
#include "thread_state.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace {

/// Prints findings and notes whether something is missing.
class diagnosis {
 public:
  void found(std::string_view what, std::string_view why) { print("ok", what, why); }

  void missing(std::string_view what, std::string_view why, std::string_view remedy) {
    print("missing", what, why);
    fmt::print("{:9}fix: {}\n", "", remedy);
    healthy_ = false;
  }

  /// Something optional.
  void absent(std::string_view what, std::string_view why, std::string_view remedy) {
    print("absent", what, why);
    fmt::print("{:9}fix: {}\n", "", remedy);
  }

  [[nodiscard]] bool healthy() const { return healthy_; }

 private:
  static void print(std::string_view state, std::string_view what, std::string_view why) {
    fmt::print("{:9}{:21}{}\n", state, what, why);
  }

  bool healthy_ = true;
};

void examine(const tool& each, bool needed, diagnosis& report) {
  if (find_program(each.program))
    report.found(each.program, each.purpose);
  else
    needed ? report.missing(each.program, each.purpose, each.remedy)
           : report.absent(each.program, each.purpose, each.remedy);
}

void examine_runtime(diagnosis& report) {
  if (!find_program(tools::clang.program)) return;
  struct utsname machine{};
  ::uname(&machine);
  // Clang prints an absolute path if it has such a file, otherwise the bare name.
  const outcome asked =
      run({.arguments = {tools::clang.program, fmt::format("--print-file-name=libclang_rt.tsan-{}.a", machine.machine)},
           .environment = {},
           .directory = {},
           .bounds = {}});
  constexpr const char* what = "ThreadSanitizer";
  constexpr const char* why = "clang's race detector";
  if (asked.standard_output.starts_with('/'))
    report.found(what, why);
  else
    report.missing(what, why, "apt-get install libclang-rt-" FEARLESS_LLVM_RELEASE "-dev");
}

/// Whether the system call of a waiting child can be read, which deadlock detection needs.
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

void examine_proc(diagnosis& report) {
  constexpr const char* what = "/proc/PID/syscall";
  if (child_state_is_readable())
    report.found(what, "shows what a waiting thread waits for");
  else
    report.missing(what, "can't be read for a child, so deadlocks are not detected",
                   "sysctl kernel.yama.ptrace_scope=1, or start the container with --cap-add=SYS_PTRACE");
}

void examine_containment(diagnosis& report) {
  constexpr const char* what = "containment";
  const containment& found = containment_here();
  if (found.is_possible)
    report.found(what, "cases run in a box: they reach no files, processes and networks but their own");
  else
    report.absent(what, fmt::format("cases run without a box: {}", found.reason),
                  "Linux 5.12, unprivileged user namespaces (sysctl user.max_user_namespaces), and a container that "
                  "permits them");
}

void examine_controls(const paths& where, diagnosis& report) {
  const controls_report controls = run_controls(where, job_count(0));
  const std::string seen = fmt::format("{} of {} caught, {} of {} clean twins pass", controls.caught, controls.of,
                                       controls.clean, controls.clean_of);
  if (controls.believable()) return report.found("controls", seen);

  int bits = 0;
  std::ifstream("/proc/sys/vm/mmap_rnd_bits") >> bits;
  // The detector's shadow memory has fixed addresses. With more random bits a library may be loaded there.
  constexpr int tolerable_bits = 28;
  report.missing(
      "controls", seen,
      bits > tolerable_bits
          ? fmt::format("sysctl vm.mmap_rnd_bits={} (with {}, the detector may not start)", tolerable_bits, bits)
          : "./fearless, which builds the controls again; the missed ones are listed below");
  for (const std::string& missed : controls.missed) fmt::print("{:9}missed: {}\n", "", printable(missed));
}

}  // namespace

int doctor(const paths& where) {
  diagnosis report;
  for (const tool& each : {tools::clang, tools::clang_tidy, tools::symbolizer, tools::pandoc})
    examine(each, true, report);
  for (const tool& each : {tools::gcc, tools::rustc, tools::cmake_format}) examine(each, false, report);
  examine_runtime(report);
  examine_proc(report);
  examine_containment(report);
  examine_controls(where, report);
  fmt::print("\n{}\n",
             report.healthy()
                 ? "This machine can detect races."
                 : "This machine can't detect races yet: fix what is missing, then run fearless doctor again.");
  return report.healthy() ? 0 : 1;
}

}  // namespace fearless::certifier
