// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "error.hpp"
#include "fake_project.hpp"
#include "needs_command.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;

namespace {

std::string printed(const fake_project& project, const std::vector<std::string>& names = {}) {
  const captured_output output;
  CHECK(needs(project.places().build, names) == 0);
  return output.text();
}

/// `made`, which is complete; `partial`, which lacks two packages for one of its libraries; `gone`, which is not built.
class needy_project : public fake_project {
 public:
  needy_project() {
    write_built("implementations/partial.json",
                R"({"name": "partial", "language": "c", "needs": ["libz-dev", "liba-dev"]})");
    write_built("implementations/gone.missing.json", R"({"name": "gone", "packages": ["libgone-dev", "liba-dev"]})");
  }
};

}  // namespace

TEST_CASE("the packages that implementations lack are printed once each, sorted") {
  const needy_project project;
  CHECK(printed(project) == "liba-dev\nlibgone-dev\nlibz-dev\n");
  CHECK(printed(project, {"partial"}) == "liba-dev\nlibz-dev\n");
  CHECK(printed(project, {"made", "gone"}) == "liba-dev\nlibgone-dev\n");
  CHECK(printed(project, {"made"}).empty());
}

TEST_CASE("the needs of an unknown implementation, or of a damaged description, are an error") {
  const needy_project project;
  CHECK_THROWS_WITH(needs(project.places().build, {"absent"}),
                    Contains("unknown implementation absent") && Contains("made"));
  project.write_built("implementations/partial.json", "partial");
  CHECK_THROWS_WITH(needs(project.places().build, {"partial"}), Contains("partial.json: not valid JSON"));
}
