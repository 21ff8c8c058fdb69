// SPDX-License-Identifier: MIT
#include "run_part.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "levels.hpp"

using namespace fearless::certifier;
using Catch::Contains;
using nlohmann::json;

namespace {

row row_of_part(const std::string& case_name, verdict seen = verdict::pass) {
  return {.claim = "a.b",
          .case_name = case_name,
          .method = method::run,
          .build = build_kind::plain,
          .verdict = seen,
          .text_sha256 = sha256("a.b shall hold."),
          .reproduce = "./fearless certify made --case " + case_name + " --only plain",
          .details = seen == verdict::pass ? std::vector<std::string>() : std::vector<std::string>{"it failed"}};
}

/// The two parts of a run of three rows, as two machines judge them.
std::vector<run_part> two_parts() {
  const run_header header{
      .origin = {.suite = "0.1.0",
                 .commit = "abc",
                 .started = "2026-01-02T03:04:05Z",
                 .toolchain = {.compiler = "clang 19", .system = "Linux 6.1", .processor = "x86_64"}},
      .controls = {.caught = 2, .of = 2, .clean = 1, .clean_of = 1},
      .implementation = {.name = "made",
                         .release = "1",
                         .language = "cpp",
                         .libraries = {{build_kind::plain, sha256("a library")}}},
      .profiles = {"a"},
      .claims = {{"a.b", "a"}}};
  std::vector<run_part> parts(2);
  parts[0] = {.number = 1, .of = 2, .places = {0, 2}, .run = {.header = header}};
  parts[1] = {.number = 2, .of = 2, .places = {1}, .run = {.header = header}};
  parts[0].run.rows = {row_of_part("a.b.run"), row_of_part("a.b.third.run", verdict::fail)};
  parts[0].run.summary.explanations = {{"a.b", "It is not done."}};
  parts[1].run.rows = {row_of_part("a.b.second.run")};
  parts[1].run.header.origin.started = "2026-01-02T03:04:00Z";
  return parts;
}

void divide(std::vector<run_part>& parts) {
  std::vector<std::string> lines;
  for (const run_part& each : parts)
    for (const row& of : each.run.rows) lines.push_back(line_of_partition(each.number, of));
  for (run_part& each : parts) each.partition_sha256 = sha256_of_partition(lines);
}

/// The files of these parts, named `1` and so on.
class handed_parts {
 public:
  explicit handed_parts(const std::vector<run_part>& parts) {
    for (const run_part& each : parts) {
      files_.push_back(folder_.path() / std::to_string(files_.size() + 1));
      write_text(files_.back(), text_of(each));
    }
  }

  [[nodiscard]] results joined() const { return merged(files_); }

  /// Why they are refused; empty if they are not.
  [[nodiscard]] std::string error() const {
    try {
      (void)joined();
    } catch (const user_error& error) {
      return error.what();
    }
    return "";
  }

  [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
  scratch_folder folder_;
  std::vector<std::filesystem::path> files_;
};

/// Why parts are refused that were changed before they were written. `divide_again` makes their partition fit.
template <class Change>
std::string error_after(Change change, bool divide_again = true) {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  change(parts);
  if (divide_again) divide(parts);
  return handed_parts(parts).error();
}

}  // namespace

TEST_CASE("merged parts are the run that one machine would have made") {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  const results whole = handed_parts(parts).joined();
  CHECK(whole.header.origin.started == "2026-01-02T03:04:00Z");
  CHECK(whole.header.origin.toolchain.system == "Linux 6.1");
  CHECK(whole.header.controls.caught == 2);
  std::vector<std::string> names;
  for (const row& each : whole.rows) names.push_back(each.case_name);
  CHECK(names == std::vector<std::string>{"a.b.run", "a.b.second.run", "a.b.third.run"});
  CHECK(whole.summary.verdict == conclusion::not_conforming);
  CHECK(whole.summary.explanations == std::map<std::string, std::string>{{"a.b", "It is not done."}});

  std::swap(parts[0], parts[1]);
  CHECK(text_of(handed_parts(parts).joined()) == text_of(whole));
}

TEST_CASE("a run is contained if each part was") {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  for (run_part& each : parts) each.run.header.containment = {.is_possible = true};
  CHECK(handed_parts(parts).joined().header.containment == containment{.is_possible = true});
  parts[1].run.header.containment = {.is_possible = false, .reason = "no namespaces"};
  CHECK(handed_parts(parts).joined().header.containment ==
        containment{.is_possible = false, .reason = "no namespaces"});
}

TEST_CASE("each part names what its own rows load, and the run all of it") {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  const judged_part core{.name = "libcore.so", .sha256 = sha256("core")}, late{"liblate.so", sha256("late")};
  parts[0].run.header.implementation.loads[build_kind::plain] = {core, late};
  parts[1].run.header.implementation.loads[build_kind::plain] = {core};
  const auto joined = handed_parts(parts).joined().header.implementation.loads;
  CHECK(joined.at(build_kind::plain) == std::vector<judged_part>{core, late});
  parts[1].run.header.implementation.loads[build_kind::plain] = {{"libcore.so", sha256("other")}};
  CHECK_THAT(handed_parts(parts).error(), Catch::Contains("the digest of \"libcore.so\" differs"));
}

TEST_CASE("machines may differ in their system, and the run names both") {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  parts[1].run.header.origin.toolchain.system = "Linux 5.10";
  CHECK(handed_parts(parts).joined().header.origin.toolchain.system == "Linux 5.10, Linux 6.1");
}

TEST_CASE("a part without compile-time cases does not know rustc") {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  for (run_part& each : parts) each.run.header.implementation.native_bindings = {.sha256 = sha256("bindings")};
  parts[1].run.header.implementation.native_bindings->compiler = "rustc 1.63";
  CHECK(handed_parts(parts).joined().header.implementation.native_bindings->compiler == "rustc 1.63");
  parts[0].run.header.implementation.native_bindings->compiler = "rustc 1.64";
  CHECK_THAT(handed_parts(parts).error(), Contains("compiler differs: \"rustc 1.64\" and \"rustc 1.63\""));
}

TEST_CASE("parts of different runs are refused, with the names of both files and what differs") {
  using parts = std::vector<run_part>;
  const auto differs = [](auto change, const std::string& what) {
    const std::string error = error_after([&](parts& all) { change(all[1].run.header); }, false);
    CHECK_THAT(error, Contains("/1 and ") && Contains("/2: " + what + " differs: "));
    CHECK(error.find('\n') == std::string::npos);
  };
  differs([](run_header& of) { of.origin.commit = "abd"; }, "commit");
  differs([](run_header& of) { of.origin.suite = "0.2.0"; }, "suite");
  differs([](run_header& of) { of.origin.toolchain.compiler = "clang 20"; }, "toolchain/compiler");
  differs([](run_header& of) { of.origin.toolchain.processor = "aarch64"; }, "toolchain/processor");
  differs([](run_header& of) { of.implementation.libraries[build_kind::plain] = sha256("x"); },
          "implementation/libraries/plain/sha256");
  differs([](run_header& of) { of.implementation.libraries[build_kind::instrumented] = sha256("x"); },
          "implementation/libraries/instrumented");
  differs([](run_header& of) { of.implementation.release = "2"; }, "implementation/release");
  differs([](run_header& of) { of.profiles = {"b"}; }, "profiles");
  differs([](run_header& of) { of.requested_profiles = {"a"}; }, "requested_profiles");
  differs([](run_header& of) { of.claims["a.c"] = "a"; }, "claims/a.c");
  differs([](run_header& of) { of.controls = {.caught = 3, .of = 3, .clean = 1, .clean_of = 1}; }, "controls/caught");
  CHECK_THAT(error_after([](parts& all) { all[1].partition_sha256 = sha256("x"); }, false),
             Contains("shard/partition_sha256 differs"));
  CHECK_THAT(error_after([](parts& all) { all[1].of = 3; }, false), Contains("shard/of differs"));
  CHECK_THAT(error_after([](parts& all) { all[1].run.summary.explanations = {{"a.b", "It is late."}}; }),
             Contains("the explanation of \"a.b\" differs"));
}

TEST_CASE("each part is needed once") {
  using parts = std::vector<run_part>;
  CHECK_THAT(error_after([](parts& all) { all.pop_back(); }, false),
             Contains("it is one of 2 parts, of which these are missing: 2"));
  CHECK_THAT(error_after([](parts& all) { all[1] = all[0]; }, false),
             Contains("/1 and ") && Contains("both are part 1 of 2"));
  CHECK_THAT(error_after([](parts& all) { all[1].number = 3; }), Contains("part 3 of 2 is no part of a run"));
  CHECK_THAT(error_after([](parts& all) { all[0].of = all[1].of = 2'000'000'000; }), Contains("is no part of a run"));
}

TEST_CASE("parts whose rows are not those of their partition are refused") {
  using parts = std::vector<run_part>;
  CHECK_THAT(error_after([](parts& all) { all[1].run.rows[0].case_name = "a.b.other.run"; }, false),
             Contains("their rows are not those of their partition"));
  CHECK_THAT(error_after(
                 [](parts& all) {
                   all[0].run.rows.pop_back();
                   all[0].places.pop_back();
                 },
                 false),
             Contains("their rows are not those of their partition"));
  CHECK_THAT(error_after([](parts& all) { all[1].places = {2}; }), Contains("both have the row in the place 2"));
  CHECK_THAT(error_after([](parts& all) { all[1].places = {7}; }), Contains("not those of their partition"));
  CHECK_THAT(error_after([](parts& all) { all[1].places = {1, 3}; }), Contains("not those of its header and footer"));
  // A row that no run can have.
  CHECK_THAT(error_after([](parts& all) { all[1].run.rows[0].details = {"a detail"}; }),
             Contains("no details with PASS"));
}

TEST_CASE("a machine that missed a control judges nothing") {
  CHECK_THAT(error_after([](std::vector<run_part>& all) {
               all[1].run.header.controls.caught = 1;
               all[1].run.header.controls.missed = {"race.caught"};
             }),
             Contains("/2: its machine missed a control"));
}

TEST_CASE("a part that was cut short, damaged or edited is refused") {
  std::vector<run_part> parts = two_parts();
  divide(parts);
  const handed_parts handed(parts);
  const auto& file = handed.files()[1];
  const std::string whole = read_text(file);
  REQUIRE(handed.error().empty());
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, whole.size() / 2, whole.size() - 1}) {
    write_text(file, whole.substr(0, length));
    CHECK_THAT(handed.error(), Contains(file.string()));
  }
  const auto lines = lines_of(whole);
  write_text(file, lines[0] + "\n" + lines[2] + "\n");
  CHECK_THAT(handed.error(), Contains("it was changed, or is damaged"));
  for (const auto& [from, to] :
       {std::pair("\"milliseconds\":0", "\"milliseconds\":1"), std::pair("\"PASS\"", "\"FAIL\""),
        std::pair("6.1", "6.2"), std::pair("\"release\":\"1\"", "\"release\":\"2\"")}) {
    std::string edited = whole;
    edited.replace(edited.find(from), std::string_view(from).size(), to);
    write_text(file, edited);
    CHECK_FALSE(handed.error().empty());
  }
  // Results are no part of a run.
  write_text(file, text_of(parts[0].run));
  CHECK_THAT(handed.error(), Contains(file.string()));
}
