// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"
#include "new_command.hpp"
#include "toolbox.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;

namespace {

/// A project with one template, and a folder to write into, which is the current folder during a test.
class template_project : public fake_project {
 public:
  template_project() {
    write_source("conformance/templates/c/README.md", "Of @NAME@:\n```sh\nmake @NAME@\n```\nThat is all.\n");
    write_source("conformance/templates/c/source/port.c", "@NAME@ @NAME@ @OTHER@\n");
    std::filesystem::current_path(folder_.path());
  }
  ~template_project() { std::filesystem::current_path(before_); }
  template_project(const template_project&) = delete;
  template_project& operator=(const template_project&) = delete;

  [[nodiscard]] int make(const std::string& name, const std::string& language = "c") const {
    return write_new(places().source, {.name = name, .language = language});
  }

  /// The files in the folder.
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder_.path()))
      names.push_back(each.path().lexically_relative(folder_.path()).string());
    std::ranges::sort(names);
    return names;
  }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
  scratch_folder folder_;
};

}  // namespace

TEST_CASE("a new port contains its name, and the next commands are printed") {
  const template_project project;
  const captured_output said;
  CHECK(project.make("my-library") == 0);
  CHECK(project.files() == std::vector<std::string>{"my-library", "my-library/README.md", "my-library/source",
                                                    "my-library/source/port.c"});
  CHECK(read_text("my-library/source/port.c") == "my-library my-library @OTHER@\n");
  CHECK(said.text() == "Wrote my-library/. Next:\n\n  cd my-library\n  make my-library\n");
}

TEST_CASE("a new port is built by the clang of the suite") {
  const template_project project;
  project.write_source("conformance/templates/c/CMakeLists.txt",
                       "set(CMAKE_C_COMPILER @CLANG@)\nset(CMAKE_CXX_COMPILER @CLANG++@)\n");
  const captured_output said;
  CHECK(project.make("it") == 0);
  const std::string written = read_text("it/CMakeLists.txt");
  CHECK(written.find("@") == std::string::npos);
  CHECK(written.find(fmt::format("set(CMAKE_CXX_COMPILER {})", tools::clang.program)) != std::string::npos);
  CHECK(written.find("set(CMAKE_C_COMPILER clang") == 0);
  CHECK(written.substr(0, written.find('\n')).find("++") == std::string::npos);
}

TEST_CASE("the kit of a language is copied without its build output") {
  const template_project project;
  project.write_source("impl/port/c/src/kit.c", "kit\n");
  project.write_source("impl/port/c/target/kit.o", "");
  const captured_output said;
  CHECK(project.make("it") == 0);
  CHECK(read_text("it/fearless-port/src/kit.c") == "kit\n");
  CHECK_FALSE(std::filesystem::exists("it/fearless-port/target/kit.o"));
}

TEST_CASE("existing files are never overwritten") {
  const template_project project;
  std::filesystem::create_directory("taken");
  write_text("file", "mine");
  std::filesystem::create_symlink("nowhere", "link");
  for (const char* name : {"taken", "file", "link"})
    CHECK_THROWS_WITH(project.make(name), Contains(name) && Contains("already exists") && !Contains("\n"));
  CHECK(read_text("file") == "mine");
  CHECK(project.files() == std::vector<std::string>{"file", "link", "taken"});
}

TEST_CASE("an invalid name, and a language without a template, are errors") {
  const template_project project;
  const std::string long_name(100'000, 'a');
  for (const char* name : {"", "My", "a/b", "..", "a b", long_name.c_str()})
    CHECK_THROWS_WITH(project.make(name), Contains("is not a valid name") && !Contains("\n"));
  CHECK_THROWS_WITH(project.make("it", "cobol"), Contains("unknown language cobol: known are c") && !Contains("\n"));
  CHECK(project.files().empty());
}

TEST_CASE("if the folder can't be written as a whole, nothing is left") {
  const template_project project;
  std::filesystem::remove(project.places().source / "conformance/templates/c/README.md");
  CHECK_THROWS_AS(project.make("it"), user_error);
  CHECK(project.files().empty());
}
