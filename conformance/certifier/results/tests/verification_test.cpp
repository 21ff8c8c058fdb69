// SPDX-License-Identifier: MIT
#include "verification.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "certificate.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "levels.hpp"

using namespace fearless::certifier;
using Catch::Contains;
using nlohmann::json;

namespace {

row made(const std::string& case_name, method how, build_kind build) {
  return {.claim = "a.b",
          .case_name = case_name,
          .method = how,
          .build = build,
          .verdict = verdict::pass,
          .text_sha256 = sha256("a.b shall hold."),
          .reproduce = "./fearless certify made --case " + case_name + " --only " + std::string(name(build))};
}

/// A run of one claim, as the certifier writes it.
results an_honest_run() {
  row stress = made("a.b.stress", method::stress, build_kind::plain);
  stress.explored = {{.strategy = "random", .executions = 10, .outcomes = {{"one", 4}, {"two", 6}}}};
  row searched = made("a.b.scenarios", method::scenarios, build_kind::plain);
  searched.searched = {.drawn = 5, .executions = 9, .unjudged = 1};
  return {.header = {.origin = {.suite = "0.1.0", .commit = "abc", .started = "2026-01-02T03:04:05Z"},
                     .controls = {.caught = 1, .of = 1},
                     .implementation = {.name = "made",
                                        .release = "1",
                                        .language = "cpp",
                                        .libraries = {{build_kind::plain, sha256("a library")}}},
                     .profiles = {"a"},
                     .claims = {{"a.b", "a"}}},
          .rows = {made("a.b.run", method::run, build_kind::plain), stress, searched},
          .summary = {}};
}

/// Recomputes the footer, as a forger who knows the rules.
void conclude(results& run) {
  catalogue spec;
  claim& only = spec.claims.emplace_back();
  only.id = "a.b";
  only.profile = "a";
  run.summary.levels = levels_of(run.rows, spec, {"a"});
  run.summary.verdict =
      conclude(run.rows, run.summary.levels, run.header.requested_profiles, run.header.implementation).verdict;
  run.summary.shortfalls = shortfalls(run.rows, spec, {"a"});
}

class handed_over {
 public:
  explicit handed_over(results run) {
    conclude(run);
    write(text_of(run), certificate(run));
  }

  void write(const std::string& lines, const json& statement) const {
    write_text(folder_.path() / "results.jsonl", lines);
    write_text(certificate_file(), statement.dump());
  }

  [[nodiscard]] std::filesystem::path certificate_file() const { return folder_.path() / "certificate.json"; }
  [[nodiscard]] std::string lines() const { return read_text(folder_.path() / "results.jsonl"); }
  [[nodiscard]] json statement() const { return json::parse(read_text(certificate_file())); }
  [[nodiscard]] std::filesystem::path write_beside(const std::string& file, const std::string& text) const {
    write_text(folder_.path() / file, text);
    return folder_.path() / file;
  }

  [[nodiscard]] verification verified(const verification_inputs& inputs = {}) const {
    return verify_certificate(certificate_file(), inputs);
  }

 private:
  scratch_folder folder_;
};

/// The contradictions in a run that was changed, and from which all else was recomputed.
template <class Change>
std::string contradictions_after(Change change) {
  results run = an_honest_run();
  change(run);
  std::string found;
  for (const std::string& each : handed_over(std::move(run)).verified().contradictions) found += each + "\n";
  return found;
}

std::string claims_with(const std::string& text, const std::string& profile, const std::string& id = "a.b") {
  const json only{{"id", id}, {"profile", profile}, {"text", text}};
  return json{{"chapters", {{{"claims", {only}}}}}}.dump();
}

}  // namespace

TEST_CASE("a certificate that was not edited is verified") {
  const verification found = handed_over(an_honest_run()).verified();
  CHECK(found.contradictions.empty());
  CHECK(found.stale.empty());
  CHECK(found.run.summary.verdict == conclusion::conforming);
  CHECK(found.run.rows.size() == 3);
  CHECK(found.run.summary.levels.at("a").size() == 3);
  CHECK(found.unchecked.size() == 4);  // claims, libraries and the two reports are not given
}

TEST_CASE("an edit of the certificate or of the results is found") {
  const handed_over files(an_honest_run());
  json statement = files.statement();
  statement["predicate"]["levels"]["a"] = json::array();
  files.write(files.lines(), statement);
  REQUIRE(files.verified().contradictions.size() == 1);
  CHECK_THAT(files.verified().contradictions.front(), Contains("\"levels\"") && Contains("found []"));

  const handed_over others(an_honest_run());
  std::string lines = others.lines();
  const std::string seen = "\"milliseconds\":0";
  lines.replace(lines.find(seen), seen.size(), "\"milliseconds\":1");
  others.write(lines, others.statement());
  REQUIRE(others.verified().contradictions.size() == 1);
  CHECK_THAT(others.verified().contradictions.front(), Contains("\"results\"") && Contains("\"sha256\""));
}

TEST_CASE("a verdict that was changed contradicts footer and certificate") {
  const handed_over files(an_honest_run());
  std::string lines = files.lines();
  lines.replace(lines.find("\"PASS\""), 6, "\"FAIL\"");
  files.write(lines, files.statement());
  const auto found = files.verified().contradictions;
  const auto is_about = [&](const char* place) {
    return std::ranges::any_of(found, [&](const std::string& each) { return each.find(place) != std::string::npos; });
  };
  CHECK(is_about("footer: \"counts\""));
  CHECK(is_about("footer: \"verdict\": expected \"not conforming\", found \"conforming\""));
  CHECK(is_about("certificate.json: \"predicate\": \"result\""));
}

TEST_CASE("rows that cannot be are found even if all else was recomputed from them") {
  const auto after = [](auto change) { return contradictions_after([&](results& run) { change(run, run.rows[0]); }); };
  CHECK(after([](results&, row&) {}).empty());
  CHECK_THAT(after([](results& run, row& each) { run.rows.push_back(row(each)); }), Contains("each row once"));
  CHECK_THAT(after([](results&, row& each) { each.claim = "c.d"; }), Contains("a claim of the header"));
  CHECK_THAT(after([](results& run, row&) { run.header.claims["c.d"] = "a"; }), Contains("none for \"c.d\""));
  CHECK_THAT(after([](results&, row& each) { each.text_sha256 = sha256(""); }), Contains("one sentence"));
  CHECK_THAT(after([](results&, row& each) { each.is_demonstration = true; }), Contains("demonstrations"));
  CHECK_THAT(after([](results&, row& each) { each.case_name = "c.d.run"; }), Contains("a case of its claim"));
  CHECK_THAT(after([](results&, row& each) { each.method = method::type; }), Contains("a build that fits"));
  CHECK_THAT(after([](results&, row& each) { each.reproduce = "true"; }), Contains("the command"));
  CHECK_THAT(after([](results&, row& each) { each.is_optional = true; }), Contains("only fields"));
  CHECK_THAT(after([](results&, row& each) {
               each.waived = {.reason = "known", .link = "https://example.org/1", .expires = "2027-01-01"};
             }),
             Contains("only fields"));
  CHECK_THAT(after([](results&, row& each) { each.judged = "2026"; }), Contains("only fields"));
  CHECK_THAT(after([](results&, row& each) { each.expects = verdict::race; }), Contains("only fields"));
  CHECK_THAT(after([](results&, row& each) { each.verdict = verdict::fail; }), Contains("details of what"));
  CHECK_THAT(after([](results&, row& each) { each.details = {"1 == 2"}; }), Contains("no details with PASS"));
  CHECK_THAT(after([](results&, row& each) { each.build = build_kind::instrumented; }), Contains("a file that was"));
  CHECK_THAT(after([](results& run, row&) { run.header.implementation.libraries.clear(); }),
             Contains("a file that was"));
  CHECK_THAT(after([](results& run, row&) { run.header.controls.caught = 0; }), Contains("INVALID after"));
  CHECK_THAT(after([](results& run, row&) { run.header.controls = {}; }), Contains("INVALID after"));
  CHECK_THAT(after([](results& run, row&) { run.header.profiles.emplace_back("b"); }),
             Contains("profiles of its claims"));
  CHECK_THAT(after([](results& run, row&) { run.header.requested_profiles = {"b"}; }),
             Contains("profiles of its claims"));
  CHECK_THAT(after([](results& run, row&) { run.summary.explanations["a.b"] = "x"; }), Contains("do not hold"));
}

TEST_CASE("a PASS rests on schedules or scenarios that were executed") {
  const auto stress = [](auto change) { return contradictions_after([&](results& run) { change(run.rows[1]); }); };
  const auto rests = Contains("what a PASS of its method rests on");
  CHECK_THAT(stress([](row& each) { each.explored.reset(); }), rests);
  CHECK_THAT(stress([](row& each) { each.explored->clear(); }), rests);
  CHECK_THAT(stress([](row& each) { each.explored->front().executions = 11; }), rests);
  CHECK_THAT(stress([](row& each) { each.explored->front().detached = 11; }), rests);
  CHECK_THAT(stress([](row& each) { each.explored->front().forbidden.emplace(); }), rests);
  CHECK_THAT(stress([](row& each) { each.method = method::run; }), Contains("only fields"));
  const auto scenarios = [](auto change) { return contradictions_after([&](results& run) { change(run.rows[2]); }); };
  CHECK_THAT(scenarios([](row& each) { each.searched.reset(); }), rests);
  CHECK_THAT(scenarios([](row& each) { each.searched->executions = 0; }), rests);
  CHECK_THAT(scenarios([](row& each) { each.searched->unjudged = 10; }), Contains("unjudged"));
}

TEST_CASE("files of another format can't be verified") {
  const handed_over files(an_honest_run());
  const std::string lines = files.lines();
  const json statement = files.statement();
  files.write(lines, {{"_type", "https://in-toto.io/Statement/v2"}});
  CHECK_THROWS_WITH(files.verified(), Contains("not a certificate"));
  files.write(lines.substr(0, lines.size() / 2), statement);
  CHECK_THROWS_AS(files.verified(), user_error);
  files.write(lines.substr(0, lines.rfind('\n', lines.size() - 2) + 1), statement);
  CHECK_THROWS_AS(files.verified(), user_error);
  std::string newer = lines;
  newer.replace(newer.find("results/1"), 9, "results/2");
  files.write(newer, statement);
  CHECK_THROWS_WITH(files.verified(), Contains("results.jsonl:1: \"fearless\""));
}

TEST_CASE("libraries are compared with the digests of the certificate") {
  const handed_over files(an_honest_run());
  const auto own = files.write_beside("own.so", "a library"), other = files.write_beside("other.so", "another");
  CHECK(files.verified({.libraries = {own}}).contradictions.empty());
  const auto not_given = [](const verification& found) {
    return std::ranges::count_if(found.unchecked,
                                 [](const std::string& each) { return each.starts_with("files of "); });
  };
  CHECK(not_given(files.verified({.libraries = {own}})) == 0);
  CHECK(not_given(files.verified({})) == 1);
  CHECK_THAT(files.verified({.libraries = {other}}).contradictions.at(0), Contains("a file that was judged"));
}

TEST_CASE("a claim whose sentence changed since is stale, and no contradiction") {
  const handed_over files(an_honest_run());
  const auto against = [&](const std::string& text) {
    return files.verified({.claims = files.write_beside("claims.json", text)});
  };
  CHECK(against(claims_with("a.b shall hold.", "a")).stale.empty());
  CHECK(against(claims_with("a.b shall hold.", "a")).contradictions.empty());
  CHECK_THAT(against(claims_with("a.b shall hold at once.", "a")).stale.at(0), Contains("has changed since"));
  CHECK(against(claims_with("a.b shall hold at once.", "a")).contradictions.empty());
  CHECK(against(claims_with("a.b shall hold.", "a", "a.c")).stale.size() == 2);
  CHECK(against(claims_with("a.b shall hold.", "b")).contradictions.size() == 1);
  CHECK_THROWS_WITH(against("{}"), Contains("not a file of claims"));
}
