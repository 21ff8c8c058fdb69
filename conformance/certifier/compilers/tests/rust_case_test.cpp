// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "compile_time_case.hpp"
#include "rustc.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace {

/// An implementation in Rust whose `take` consumes a byte.
class rust_tree : public tree {
 public:
  rust_tree() { write("native/native.rs", "pub struct Byte(pub u8);\npub fn take(_: Byte) {}\n"); }

  [[nodiscard]] native_bindings bindings() const {
    return {.include = {},
            .flags = {},
            .replacement = {},
            .name = "made",
            .crate = where().source / "native" / "native.rs"};
  }

  [[nodiscard]] compile_time_result judge(std::string_view method, std::string_view text,
                                          const native_bindings& bindings) const {
    const std::string name = "letters.first." + std::string(method) + ".rs";
    const std::filesystem::path file = where().source / "conformance" / "claims" / name;
    write(file, text);
    return judge_compile_time_case(where(),
                                   {.file = file,
                                    .name = name,
                                    .claim = "letters.first",
                                    .method = method_named(method),
                                    .language = source_language::rust},
                                   bindings);
  }

  [[nodiscard]] compile_time_result judge(std::string_view method, std::string_view text) const {
    return judge(method, text, bindings());
  }
};

/// A `.reject` case that moves a byte and then runs the statement `rejected`, or in its twin `accepted`.
std::string pair(const std::string& rejected, const std::string& accepted) {
  return "// Rejected: E0382\nuse native::{take, Byte};\nfn main() {\n    let byte = Byte(1);\n" +
         ("    #[cfg(accepted)]\n    { " + accepted + " }\n") + "    #[cfg(not(accepted))]\n    { " + rejected +
         " }\n}\n";
}

const std::string used_twice = "take(byte); take(byte);";

}  // namespace

TEST_CASE("a case in Rust is UNSUPPORTED if the bindings lack the type that it needs, and only then") {
  const rust_tree project;
  const auto judged_with = [&](const std::string& needed, const std::string& size) {
    return project.judge("type", "// Needs: " + needed + "\nconst _: () = assert!(core::mem::size_of::<" + needed +
                                     ">() == " + size + ");\nfn main() {}\n");
  };
  const auto missing = judged_with("native::Word", "2");
  CHECK(missing.seen == verdict::unsupported);
  CHECK(missing.details == std::vector<std::string>{"the native bindings have no native::Word"});
  CHECK(judged_with("native::Byte", "1").seen == verdict::pass);
  CHECK(judged_with("native::Byte", "2").seen == verdict::fail);
}

TEST_CASE("a `.type` case in Rust passes if it compiles") {
  const rust_tree project;
  CHECK(
      project.judge("type", "const _: () = assert!(core::mem::size_of::<native::Byte>() == 1);\nfn main() {}\n").seen ==
      verdict::pass);
  const auto wrong = project.judge("type", "fn main() {}\nfn wrong() -> u8 { native::Byte(1) }\n");
  CHECK(wrong.seen == verdict::fail);
  REQUIRE(wrong.details.size() >= 3);
  CHECK(wrong.details[2].starts_with("conformance/claims/letters.first.type.rs:2:"));
  CHECK(wrong.reproduce == "./fearless certify made --case letters.first.type.rs --only compile-time");
}

TEST_CASE("the rustc that the native bindings name is used") {
  const rust_tree project;
  auto bindings = project.bindings();
  bindings.rustc = "no-rustc";
  CHECK_THROWS_WITH(project.judge("type", "fn main() {}\n", bindings), Catch::Contains("no-rustc is not installed"));
  bindings.rustc = (project.where().source / "own-rustc").string();
  project.write(bindings.rustc, "#!/bin/sh\nexit 1\n");
  std::filesystem::permissions(bindings.rustc, std::filesystem::perms::owner_all);
  CHECK(project.judge("type", "fn main() {}\n", bindings).seen == verdict::fail);
}

TEST_CASE("a `.reject` case in Rust passes if its program is rejected with the code and its twin is accepted") {
  const auto judged = rust_tree().judge("reject", pair(used_twice, "take(byte);"));
  CHECK(judged.seen == verdict::pass);
  REQUIRE(judged.details.size() == 1);
  CHECK_THAT(judged.details[0], Catch::Contains("error[E0382]"));
}

TEST_CASE("a `.reject` case in Rust fails if") {
  const rust_tree project;
  const auto fails = [&](const std::string& text, const std::string& why) {
    const auto judged = project.judge("reject", text);
    CHECK(judged.seen == verdict::fail);
    REQUIRE(judged.details.size() >= 2);
    CHECK_THAT(judged.details[1], Catch::Contains(why));
  };
  SECTION("the program that must be rejected is accepted") {
    fails(pair("take(byte);", "take(byte);"), "accepted");
  }
  SECTION("it is rejected for another reason, and the code is in its text") {
    fails(pair("let _: u8 = \"error[E0382]\"; take(byte);", "take(byte);"), "no error with this code");
  }
  SECTION("it is also rejected for another reason") {
    fails(pair(used_twice, "take(byte);") + "fn wrong() { let a = native::Byte(1); let b = &mut a; *b = a; }\n",
          "an error of another kind");
  }
  SECTION("its twin is also rejected") {
    fails(pair(used_twice, "take(2);"), "rejected");
  }
  SECTION("its twin fails") {
    fails(pair(used_twice, "take(byte); std::process::exit(3);"), "exit code 3");
  }
  SECTION("its twin crashes") {
    fails(pair(used_twice, "take(byte); std::process::abort();"), "by signal");
  }
}

TEST_CASE("a mutant stands in for the crate and can use it") {
  const rust_tree project;
  native_bindings mutant = project.bindings();
  mutant.replacement = project.where().source / "mutant.rs";
  project.write(
      "mutant.rs",
      "pub use reference_native::*;\n#[derive(Clone, Copy)]\npub struct Byte(pub u8);\npub fn take(_: Byte) {}\n");
  CHECK_FALSE(errors_of_bindings(mutant));
  CHECK(project.judge("reject", pair(used_twice, "take(byte);"), mutant).seen == verdict::fail);
}

TEST_CASE("a crate that does not compile is reported") {
  const rust_tree project;
  project.write("native/native.rs", "pub fn take() -> u8 {}\n");
  const auto errors = errors_of_bindings(project.bindings());
  REQUIRE(errors);
  CHECK_THAT(errors->front(), Catch::Contains("native.rs:1:") && Catch::Contains("E0308"));
  CHECK(project.judge("type", "fn main() {}\n").seen == verdict::fail);
}

TEST_CASE("an error of rustc is recognised by its code, not by its message") {
  const auto errors = rust_errors(
      R"({"message":"error[E0382]: so it says","code":null,"level":"error","spans":[{"is_primary":true,"file_name":"a.rs","line_start":3,"column_start":5}]})"
      "\nno JSON\n"
      R"({"message":"moved","code":{"code":"E0382"},"level":"error","spans":[]})"
      "\n"
      R"({"message":"unused","code":{"code":"unused_variables"},"level":"warning","spans":[]})"
      "\n"
      R"({"message":"aborting due to 2 previous errors","code":null,"level":"error","spans":[]})"
      "\n");
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].code.empty());
  CHECK(errors[0].line == "a.rs:3:5: error: error[E0382]: so it says");
  CHECK(errors[1].code == "E0382");
}

}  // namespace fearless::certifier
