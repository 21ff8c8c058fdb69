// SPDX-License-Identifier: MIT
#include "implementation.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "error.hpp"
#include "fake_project.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;
using Catch::Contains;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const json minimal{{"name", "made"}, {"language", "cpp"}, {"libraries", {{"plain", "made/plain/libmade.so"}}}};

/// The error for a description, always one line that names the file; empty if it is accepted.
std::string said_of(const std::string& text) {
  const fake_project project;
  project.write_built("implementations/made.json", text);
  try {
    load_implementation(project.places().build, "made");
    return "";
  } catch (const user_error& error) {
    const std::string message = error.what();
    CHECK_THAT(message, Contains("made.json") && !Contains("\n"));
    return message;
  }
}

std::string said_of(const char* field, const json& value) {
  json changed = minimal;
  changed[field] = value;
  return said_of(changed.dump());
}

std::string said_without(const char* field) {
  json changed = minimal;
  changed.erase(field);
  return said_of(changed.dump());
}

}  // namespace

TEST_CASE("an implementation is found by name or by file, and paths are relative to its file") {
  const fake_project project;
  const auto by_name = load_implementation(project.places().build, "made");
  CHECK(by_name.in_tree);
  CHECK(by_name.plain == project.places().build / "implementations/made/plain/libmade.so");
  CHECK(load_implementation(project.places().build, by_name.file.string()).name == "made");
  CHECK(implementation_names(project.places().build) == std::vector<std::string>{"made"});
}

TEST_CASE("an implementation may be in any language") {
  for (const std::string language : {"cpp", "d", "ada", "cobol", "fortran2018", "other"}) {
    const fake_project project;
    json made = minimal;
    made["language"] = language;
    project.write_built("implementations/made.json", made.dump());
    CHECK(load_implementation(project.places().build, "made").language == language);
  }
}

TEST_CASE("an implementation may have native bindings only") {
  const fake_project project;
  project.write_source("native.rs", "");
  project.write_source("native.hpp", "");
  project.set_implementation(
      {{"name", "made"},
       {"language", "rust"},
       {"native_bindings",
        {{"crate", "../../source/native.rs"}, {"flags", {"-Ldependency=x"}}, {"rustc", "rustc-1.63"}}}});
  const auto in_rust = load_implementation(project.places().build, "made");
  CHECK(in_rust.is_in_rust());
  CHECK(in_rust.native_bindings->rustc == "rustc-1.63");
  CHECK(in_rust.native_bindings->root() == project.places().source / "native.rs");
  CHECK_FALSE(in_rust.plain);
  project.set_implementation(
      {{"name", "made"}, {"language", "cpp"}, {"native_bindings", {{"include", {"../../source"}}}}});
  CHECK(load_implementation(project.places().build, "made").native_bindings->root() ==
        project.places().source / "native.hpp");
}

TEST_CASE("each language has native bindings of its own kind") {
  json in_rust = minimal;
  in_rust["language"] = "rust";
  in_rust["native_bindings"] = {{"include", {"folder"}}};
  CHECK_THAT(said_of(in_rust.dump()), Contains("unknown field \"include\"") && Contains("allowed are crate"));
  in_rust["native_bindings"] = {{"crate", "none.rs"}};
  CHECK_THAT(said_of(in_rust.dump()), Contains("none.rs, which is not a file"));
  CHECK_THAT(said_of("native_bindings", {{"crate", "native.rs"}}), Contains("unknown field \"crate\""));
}

TEST_CASE("an unknown implementation is an error that lists known ones") {
  const fake_project project;
  CHECK_THROWS_WITH(load_implementation(project.places().build, "mad"), Contains("did you mean `made`?"));
  CHECK_THROWS_WITH(load_implementation(project.places().build, "else/where.json"),
                    Contains("else/where.json: file not found"));
}

TEST_CASE("an implementation that was built below the current folder is suggested") {
  const fake_project project;
  const fs::path before = fs::current_path();
  const scratch_folder here;
  fs::current_path(here.path());
  CHECK_FALSE(description_nearby(""));
  write_text("yours/implementation.json", "{}");
  CHECK_FALSE(description_nearby(""));
  CHECK(description_nearby("yours") == fs::path("yours/implementation.json"));
  CHECK_THROWS_WITH(load_implementation(project.places().build, "yours"),
                    Contains("did you mean yours/implementation.json?"));
  write_text("build/implementations/mine.json", "{}");
  CHECK(description_nearby("") == fs::path("build/implementations/mine.json"));
  CHECK(description_nearby("mine") == fs::path("build/implementations/mine.json"));
  fs::current_path(before);
}

TEST_CASE("claims that do not hold may be explained in a file") {
  const fake_project project;
  json described = minimal;
  described["explanations"] = "made/why.json";
  const auto said = [&](const std::string& text) -> std::string {
    project.write_built("implementations/made/why.json", text);
    project.set_implementation(described);
    try {
      load_implementation(project.places().build, "made");
      return "";
    } catch (const user_error& error) {
      return error.what();
    }
  };
  CHECK(said(R"({"beta.first": "It has no such thing."})").empty());
  CHECK(load_implementation(project.places().build, "made").explanations.at("beta.first") == "It has no such thing.");
  CHECK_THAT(said(R"({"beta.first": 7})"), Contains("why.json") && Contains("beta.first"));
  CHECK_THAT(said("[]"), Contains("must be an object"));
  CHECK_THAT(said_of("explanations", "none.json"), Contains("none.json, which is not a file"));
}

TEST_CASE("an implementation may declare that its runtime's threads only keep house") {
  const fake_project project;
  const auto described = [&](const json& housekeeping) {
    json whole = minimal;
    whole["housekeeping"] = housekeeping;
    project.set_implementation(whole);
    return load_implementation(project.places().build, "made").has_housekeeping;
  };
  CHECK_FALSE(load_implementation(project.places().build, "made").has_housekeeping);
  CHECK(described(true));
  CHECK_FALSE(described(false));
  CHECK_THROWS_WITH(described("yes"), Contains("\"housekeeping\" must be true or false"));
}

TEST_CASE("a command names an implementation in the tree by its name, and another one by its file") {
  implementation under_test;
  under_test.name = "made";
  under_test.file = "/home/me/my work/implementation.json";
  under_test.in_tree = true;
  CHECK(under_test.as_argument() == "made");
  under_test.in_tree = false;
  CHECK(under_test.as_argument() == "'/home/me/my work/implementation.json'");
}

TEST_CASE("an implementation that is not built is an error that lists the missing packages") {
  const fake_project project;
  project.write_built("implementations/gone.missing.json", R"({"name": "gone", "packages": ["libgone-dev"]})");
  CHECK(implementation_names(project.places().build) == std::vector<std::string>{"made"});
  CHECK(missing_implementations(project.places().build).front().packages == std::vector<std::string>{"libgone-dev"});
  CHECK_THROWS_WITH(load_implementation(project.places().build, "gone"),
                    Contains("gone is not built: it needs libgone-dev"));
}

TEST_CASE("a name has at most 100 characters") {
  CHECK(is_implementation_name("a-1"));
  CHECK(is_implementation_name(std::string(100, 'a')));
  for (const std::string& wrong : {std::string(), std::string(101, 'a'), std::string(1'000'000, 'a'), std::string("A"),
                                   std::string("a\n"), std::string("../a")})
    CHECK_FALSE(is_implementation_name(wrong));
}

TEST_CASE("a description that has no end is rejected and not waited for") {
  const fake_project project;
  const fs::path fifo = project.root() / "implementation.json";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  const auto load = [&](const fs::path& file) { load_implementation(project.places().build, file.string()); };
  CHECK_THROWS_WITH(load(fifo), Contains("not a regular file"));
  CHECK_THROWS_WITH(load("/dev/zero"), Contains("not a regular file"));
  project.write_built("large.json", std::string(17 << 20, ' '));
  CHECK_THROWS_WITH(load(project.places().build / "large.json"), Contains("larger than"));
}

TEST_CASE("wrong fields of a description are errors") {
  CHECK(said_of(minimal.dump()).empty());
  CHECK_THAT(said_of("{\"name\": "), Contains("not valid JSON: at line 1"));
  CHECK_THAT(said_of("[]"), Contains("must be an object"));
  CHECK_THAT(said_without("name"), Contains("the field \"name\" is missing"));
  CHECK_THAT(said_without("language"), Contains("the field \"language\" is missing"));
  CHECK_THAT(said_without("libraries"), Contains("the field \"libraries\" is missing"));
  CHECK_THAT(said_of("naem", "x"), Contains("unknown field \"naem\"") && Contains("allowed are name"));
  CHECK_THAT(said_of("name", "My Library"), Contains("only a-z"));
  CHECK_THAT(said_of("name", std::string(100'000, 'a')), Contains("at most 100"));
  CHECK_THAT(said_of("name", 7), Contains("must be a non-empty string"));
  for (const char* wrong : {"c++", "C", "c#", "objective c", "1c", "-"})
    CHECK_THAT(said_of("language", wrong), Contains(wrong) && Contains("a word of a-z and 0-9"));
  CHECK_THAT(said_of("language", std::string(31, 'a')), Contains("at most 30"));
  CHECK_THAT(said_of("libraries", json::object()), Contains("is empty"));
  CHECK_THAT(said_of("libraries", {{"plane", "x.so"}}), Contains("unknown field \"plane\""));
  CHECK_THAT(said_of("libraries", "x.so"), Contains("must be an object"));
  CHECK_THAT(said_of("native_bindings", {{"include", json::array()}}), Contains("native.hpp"));
  CHECK_THAT(said_of("native_bindings", {{"include", "folder"}}), Contains("must be a list of strings"));
}
