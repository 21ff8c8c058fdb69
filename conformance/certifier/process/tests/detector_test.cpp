// SPDX-License-Identifier: MIT
#include "detector.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "files.hpp"

using namespace fearless::certifier;
namespace fs = std::filesystem;

TEST_CASE("the reports in a folder are read in their order, and nothing else") {
  const scratch_folder folder;
  CHECK(read_detector_log(folder.path()).text.empty());
  write_text(folder.path() / "report.2", "two\n");
  write_text(folder.path() / "report.1", "one\n");
  write_text(folder.path() / "reports", "none\n");
  const detector_log log = read_detector_log(folder.path());
  CHECK(log.text == "one\ntwo\n");
  CHECK(log.strange.empty());
}

TEST_CASE("what the detector can't have made is named and not read") {
  const scratch_folder folder;
  write_text(folder.path() / "report.1", "one\n");
  fs::create_symlink("/etc/passwd", folder.path() / "report.2");
  REQUIRE(::mkfifo((folder.path() / "report.3").c_str(), 0600) == 0);
  fs::create_directory(folder.path() / "report.4");
  write_text(folder.path() / "report.5", "");
  fs::resize_file(folder.path() / "report.5", 200 << 20);
  const detector_log log = read_detector_log(folder.path());
  CHECK(log.text == "one\n");
  CHECK(log.strange == std::vector<std::string>{"report.2", "report.3", "report.4", "report.5"});
}
