// SPDX-License-Identifier: MIT
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "bounded_file.hpp"
#include "boxes.hpp"
#include "error.hpp"
#include "files.hpp"
#include "helper_program.hpp"
#include "process.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using namespace std::chrono_literals;

namespace {

/// A command line for the shell in a box.
class boxed {
 public:
  outcome run(std::string line, std::vector<std::filesystem::path> files = {}) const {
    command program = shell(std::move(line));
    program.directory = folder_.path();
    program.watch_for_deadlock = true;
    program.box = box{.folder = folder_.path(), .files = std::move(files)};
    return fearless::certifier::run(program);
  }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  scratch_folder folder_;
};

}  // namespace

TEST_CASE("a program in a box ends as it would outside") {
  if (!has_boxes()) return;
  const boxed in;
  CHECK(in.run("exit 3").exit_code == 3);
  CHECK(in.run("exit 139").exit_code == 139);
  for (const int signal : {SIGSEGV, SIGABRT, SIGKILL, SIGTERM}) {
    const outcome seen = in.run(fmt::format("kill -{} $$", signal));
    CHECK(seen.signal == signal);
    CHECK_FALSE(seen.exit_code);
  }
  CHECK(in.run("echo out; echo err >&2").standard_output == "out\n");
}

TEST_CASE("a program in a box sees its own processes only, and is not the first") {
  if (!has_boxes()) return;
  const boxed in;
  CHECK(in.run("cd /proc; echo [0-9]*; echo $$").standard_output == "1 2\n2\n");
}

TEST_CASE("all that a program in a box started is gone when it ends") {
  if (!has_boxes()) return;
  const boxed in;
  // The files of the box are removed when the last of its processes is gone.
  const outcome seen = in.run("setsid sh -c 'setsid sleep 100 & sleep 100' & sleep 0.1; mkfifo left");
  CHECK(seen.exit_code == 0);
  CHECK(::waitpid(-1, nullptr, WNOHANG | WNOWAIT) < 0);
}

TEST_CASE("a program in a box writes into its folder and its files only") {
  if (!has_boxes()) return;
  const boxed in;
  const scratch_folder outside;
  const auto shared = outside.path() / "shared", other = outside.path() / "other";
  std::ofstream(shared) << "before";
  std::ofstream(other) << "before";
  const outcome seen = in.run(fmt::format("pwd; echo mine >mine; echo after >{}; echo after >{}; echo x >/dev/null",
                                          shared.string(), other.string()),
                              {shared});
  CHECK(seen.standard_output == in.folder().string() + "\n");
  CHECK(seen.output.find("Read-only") != std::string::npos);
  CHECK(read_text(shared) == "after\n");
  CHECK(read_text(other) == "before");
  REQUIRE(read_left(seen.folder, "mine", 100));
  CHECK(read_left(seen.folder, "mine", 100)->text == "mine\n");
  CHECK_FALSE(exists(in.folder() / "mine"));
}

TEST_CASE("the folder of a box has a size") {
  if (!has_boxes()) return;
  const boxed in;
  const outcome seen = in.run("head -c 100M /dev/zero >large");
  CHECK(seen.output.find("No space left") != std::string::npos);
}

TEST_CASE("a program in a box can't make namespaces, and has no network") {
  if (!has_boxes()) return;
  const boxed in;
  CHECK(in.run("unshare --user true").exit_code == 1);
  CHECK(in.run("unshare --mount true").exit_code == 1);
  CHECK(in.run("grep -c : /proc/net/dev").standard_output == "1\n");  // that it has with itself
}

TEST_CASE("a program in a box that can't be started is an error") {
  if (!has_boxes()) return;
  const boxed in;
  command program = shell("");
  program.arguments = {"/etc/passwd"};
  program.directory = in.folder();
  program.box = box{.folder = in.folder(), .files = {}};
  CHECK_THROWS_WITH(run(program), Catch::Contains("in a box") && Catch::Contains("/etc/passwd"));
  program.box = box{.folder = "/nowhere", .files = {}};
  CHECK_THROWS_WITH(run(program), Catch::Contains("in a box") && Catch::Contains("No such file"));
}
