// SPDX-License-Identifier: MIT
#include "weave.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "certificate.hpp"
#include "defaults.hpp"
#include "digest.hpp"
#include "files.hpp"
#include "levels.hpp"
#include "results.hpp"
#include "signature.hpp"
#include "tool_identity.hpp"
#include "toolbox.hpp"
#include "tree.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using Catch::Contains;

namespace {

/// The pages of a small project with a front page, a listing, an error of the compiler, and a run.
class small_site : public tree {
 public:
  small_site() {
    write("spec/index.md", "---\ntitle: Front\nlang: en\n---\n\n::: implementation-list\n:::\n");
    write("docs/glossary.md", read_text(fs::path(defaults::source) / "docs" / "glossary.md"));
    add_listing("", "echo one");
    write_error("is wrong");
    write("conformance/claims/letters.first.reject.cpp",
          "// SPDX-License-Identifier: MIT\n// Rejected: fearless[wrong]\n#ifdef ACCEPTED\n#endif\n");
    write_run(verdict::pass, "2026-01-02T03:04:05Z");
    for (const char* unused : {"ownership", "strategies"})
      remove(fs::path("spec/site/pages") / (std::string(unused) + ".md"));
    // The first of these sites weaves its pages; the others begin with what it kept.
    static const scratch_folder first;
    const fs::path kept_first = first.path() / "site-kept";
    if (fs::exists(kept_first)) fs::copy(kept_first, where().build / "site-kept");
    weave();
    if (!fs::exists(kept_first)) fs::copy(where().build / "site-kept", kept_first);
  }

  void weave() const { weave_site(where(), {}); }

  void write_error(const std::string& message) const {
    write("impl/reference/include/fearless/a.hpp", "\"fearless[wrong] (E0001): this " + message + "; do that\"\n");
  }

  void write_run(verdict seen, const std::string& started, const std::string& homepage = "") const {
    write_run("reference", run_of(seen, started, homepage));
  }

  /// A run as the certifier leaves it.
  static results run_of(verdict seen, const std::string& started, const std::string& homepage = "") {
    const row only{
        .claim = "letters.first",
        .case_name = "letters.first.run",
        .method = method::run,
        .build = build_kind::plain,
        .verdict = seen,
        .text_sha256 = sha256("letters"),
        .reproduce = "./fearless certify reference --case letters.first.run --only plain",
        .details = seen == verdict::pass ? std::vector<std::string>() : std::vector<std::string>{"a detail"}};
    results run{.header = {.origin = {.suite = "0.1.0", .commit = "abc", .started = started},
                           .controls = {.caught = 1, .of = 1},
                           .implementation = {.name = "reference",
                                              .release = "1",
                                              .language = "cpp",
                                              .homepage = homepage,
                                              .libraries = {{build_kind::plain, sha256("a library")}}},
                           .profiles = {"threads"},
                           .claims = {{"letters.first", "threads"}}},
                .rows = {only},
                .summary = {}};
    run.summary = summary_of(run);
    return run;
  }

  void write_run(const std::string& name, results run) const {
    run.header.implementation.name = name;
    write("build/results/" + name + "/results.jsonl", text_of(run));
    write("build/results/" + name + "/certificate.json", certificate(run).dump());
  }

  [[nodiscard]] std::string page(const std::string& name) const {
    return read_text(where().build / "site" / (name + ".html"));
  }

  [[nodiscard]] fs::path kept(const std::string& name) const { return where().build / "site-kept" / (name + ".html"); }

  /// The names of the pages that `change` and the next run of `fearless site` weave again.
  template <class Change>
  std::vector<std::string> woven_after(Change change) const {
    std::map<fs::path, std::string> before;
    for (const auto& entry : fs::directory_iterator(where().build / "site-kept"))
      before[entry.path()] = stamp_of(entry.path());
    change();
    weave();
    std::vector<std::string> woven;
    for (const auto& entry : fs::directory_iterator(where().build / "site-kept"))
      if (entry.path().extension() == ".html" && before[entry.path()] != stamp_of(entry.path()))
        woven.push_back(entry.path().stem());
    std::ranges::sort(woven);
    return woven;
  }

  [[nodiscard]] std::size_t count() const {
    std::size_t pages = 0;
    for (const auto& entry : fs::directory_iterator(where().build / "site"))
      pages += entry.path().extension() == ".html" ? 1 : 0;
    return pages;
  }
};

using names = std::vector<std::string>;

/// A folder before all others on PATH during its lifetime.
class first_on_path {
 public:
  explicit first_on_path(const fs::path& folder) : before_(std::getenv("PATH")) {
    ::setenv("PATH", (folder.string() + ":" + before_).c_str(), 1);
  }
  ~first_on_path() { ::setenv("PATH", before_.c_str(), 1); }
  first_on_path(const first_on_path&) = delete;
  first_on_path& operator=(const first_on_path&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("nothing is woven again while nothing changes") {
  const small_site site;
  const std::string before = site.page("letters");
  CHECK(site.woven_after([] {}) == names{});
  CHECK(site.page("letters") == before);
}

TEST_CASE("a changed text is woven again, and no other page") {
  const small_site site;
  CHECK(site.woven_after([&] { site.append(chapter_file, "\nA further sentence.\n"); }) == names{"letters"});
  CHECK_THAT(site.page("letters"), Contains("A further sentence."));
}

TEST_CASE("a changed page of the site is woven again, and no other page") {
  const small_site site;
  CHECK(site.woven_after([&] { site.append("spec/site/pages/scheduling.md", "\nMore.\n"); }) == names{"scheduling"});
  CHECK_THAT(site.page("scheduling"), Contains("<p>More.</p>"));
}

TEST_CASE("a changed case shows on the page of its claim") {
  const small_site site;
  CHECK(site.woven_after([&] { site.append(case_of_letters, "// as of now\n"); }) == names{"letters"});
  CHECK_THAT(site.page("letters"), Contains("as of now"));
}

TEST_CASE("a changed mutant shows on each page that describes it") {
  const small_site site;
  const auto change = [&] {
    site.write(
        mutant_of_letters,
        "// SPDX-License-Identifier: MIT\n// Mutant: it is missing.\n// Breaks: letters.first\n// Verdict: FAIL\n");
  };
  CHECK(site.woven_after(change) == names{"letters", "mutants"});
  CHECK_THAT(site.page("letters"), Contains("It is missing."));
  CHECK_THAT(site.page("mutants"), Contains("It is missing."));
}

TEST_CASE("a changed verdict shows on each page that has it, or the summary of its run") {
  const small_site site;
  const auto change = [&] { site.write_run(verdict::race, "2026-01-02T03:04:05Z"); };
  CHECK(site.woven_after(change) == names{"certificate-reference", "claims", "index", "letters", "matrix"});
  CHECK_THAT(site.page("matrix"), Contains("</span> race"));
  CHECK_THAT(site.page("letters"), Contains("</span> race"));
}

TEST_CASE("a run of another time shows on every page without weaving them") {
  const small_site site;
  const auto change = [&] { site.write_run(verdict::pass, "2026-05-06T07:08:09Z"); };
  CHECK_THAT(site.woven_after(change), !Catch::VectorContains(std::string("letters")));
  CHECK_THAT(site.page("letters"), Contains("2026-05-06 07:08 UTC"));
}

TEST_CASE("a homepage is a link only if a browser opens it as a page") {
  const small_site site;
  site.write_run(verdict::pass, "2026-01-02T03:04:05Z", "https://example.org/a?b=<c>");
  site.weave();
  CHECK_THAT(site.page("certificate-reference"), Contains(R"(href="https://example.org/a?b=&lt;c&gt;")"));
  for (const char* program : {"javascript:alert(1)", " javascript:alert(1)", "JavaScript:https://example.org",
                              "data:text/html,x", "//example.org", "https://a\nb"}) {
    CAPTURE(program);
    site.write_run(verdict::pass, "2026-01-02T03:04:05Z", program);
    site.weave();
    const std::string page = site.page("certificate-reference");
    CHECK_THAT(page, !Contains("class=\"homepage\"") && !Contains("href=\"" + std::string(program)));
  }
}

TEST_CASE("the page of a certificate names the language as people write it") {
  const small_site site;
  for (const auto& [word, name] :
       std::map<std::string, std::string>{{"cpp", "C++"}, {"csharp", "C#"}, {"ada", "Ada"}, {"d", "D"}, {"c", "C"}}) {
    results run = small_site::run_of(verdict::pass, "2026-01-02T03:04:05Z");
    run.header.implementation.language = word;
    site.write_run("reference", run);
    site.weave();
    CHECK_THAT(site.page("certificate-reference"), Contains("<dt>Language</dt><dd>" + name + "</dd>"));
  }
}

TEST_CASE("damaged results of one implementation are a problem on its page, and the others have theirs") {
  const small_site site;
  const fs::path made = "build/results/made";
  const auto text = read_text(site.where().build / "results" / "reference" / "results.jsonl");
  const auto weave_with = [&](const std::string& results) {
    site.write(made / "results.jsonl", results);
    site.weave();
    CHECK_THAT(site.page("certificate-made"), Contains("The files of this run are damaged"));
    CHECK_THAT(site.page("letters"), Contains("letters.first"));
    CHECK(fs::exists(site.where().build / "site" / "certificate-reference.html"));
  };
  const auto changed = [&](const std::string& before, const std::string& after) {
    std::string all = text;
    return all.replace(all.find(before), before.size(), after);
  };
  weave_with("");
  weave_with("[]\n\xff\n");
  weave_with(changed(R"("milliseconds":0)", R"("milliseconds":"soon")"));
  weave_with(changed(R"("caught":1)", R"("caught":18446744073709551615)"));
  weave_with(changed(R"("details":[])", R"("details":)" + std::string(100'000, '[') + std::string(100'000, ']')));
  weave_with(changed(R"("profiles":["threads"])", R"("profiles":"threads")"));
}

TEST_CASE("a run that contradicts itself conforms on no page") {
  const small_site site;
  results honest = small_site::run_of(verdict::race, "2026-01-02T03:04:05Z");
  REQUIRE(honest.summary.verdict == conclusion::not_conforming);
  results better = small_site::run_of(verdict::pass, "2026-01-02T03:04:05Z");
  honest.header.implementation.name = better.header.implementation.name = "made";
  const auto claims_nothing = [&] {
    site.weave();
    const std::string page = site.page("certificate-made");
    CHECK_THAT(page, Contains("could not tell: these results contradict themselves"));
    CHECK_THAT(page, Contains("expected") && Contains("found"));
    for (const char* shown : {"certificate-made", "letters", "matrix", "claims"}) {
      CAPTURE(shown);
      CHECK_THAT(site.page(shown), !Contains("</span> pass") && !Contains("class=\"pass"));
    }
    CHECK_THAT(site.page("index"), Contains("could not tell:"));
    CHECK_FALSE(fs::exists(site.where().build / "site" / "certificate-made.json"));
  };
  fs::remove_all(site.where().build / "results" / "reference");
  // A certificate that another run deserves, with these results and their digest.
  site.write_run("made", honest);
  json flipped = certificate(better);
  flipped["predicate"]["results"] = certificate(honest)["predicate"]["results"];
  site.write("build/results/made/certificate.json", flipped.dump());
  claims_nothing();
  // All verdicts flipped, counts and all digests with them, and something that can't be.
  results forged = better;
  forged.rows.front().reproduce = "another command";
  site.write_run("made", forged);
  claims_nothing();
  // A footer that promises more.
  forged = honest;
  forged.summary = better.summary;
  site.write_run("made", forged);
  claims_nothing();
  // The files of another implementation.
  site.write_run("other", better);
  fs::rename(site.where().build / "results" / "other" / "results.jsonl",
             site.where().build / "results" / "made" / "results.jsonl");
  fs::rename(site.where().build / "results" / "other" / "certificate.json",
             site.where().build / "results" / "made" / "certificate.json");
  claims_nothing();
}

TEST_CASE("a run without a certificate conforms on no page") {
  const small_site site;
  site.remove("build/results/reference/certificate.json");
  site.weave();
  CHECK_THAT(site.page("certificate-reference"), Contains("could not tell") && Contains("certificate.json"));
  CHECK_THAT(site.page("matrix"), !Contains("</span> pass"));
}

TEST_CASE("signatures on a certificate are shown as not checked") {
  const small_site site;
  CHECK_THAT(site.page("certificate-reference"), !Contains("Signed by"));
  const envelope made{.payload = read_text(site.where().build / "results/reference/certificate.json"),
                      .signatures = {{.key_id = "ab<c>", .bytes = std::string(64, 'x')}}};
  site.write("build/results/reference/certificate.dsse.json", text_of(made));
  site.weave();
  CHECK_THAT(site.page("certificate-reference"), Contains("Signed by") && Contains("key ab&lt;c&gt;; not checked"));
}

TEST_CASE("waived failures are on the page of the certificate, which stays as it is") {
  const small_site site;
  results run = small_site::run_of(verdict::fail, "2026-01-02T03:04:05Z");
  run.rows.front().waived = {.reason = "planned <b>", .link = "https://example.org/7", .expires = "2027-01-31"};
  site.write_run("reference", run);
  site.weave();
  const std::string page = site.page("certificate-reference");
  CHECK_THAT(page, Contains("id=\"waived\"") && Contains("planned &lt;b&gt;") && Contains("until 2027-01-31"));
  CHECK_THAT(page, Contains("href=\"https://example.org/7\"") && Contains("does not conform"));
}

TEST_CASE("an implementation may have any name, also one that YAML reads as something else") {
  const small_site site;
  const results run = small_site::run_of(verdict::pass, "2026-01-02T03:04:05Z");
  const names odd{"false", "true", "null", "no", "7", "1e3", "0x1f", "2026-01-02", "-", "---", "nil"};
  for (const std::string& name : odd) site.write_run(name, run);
  site.weave();
  for (const std::string& name : odd) {
    CAPTURE(name);
    CHECK_THAT(site.page("certificate-" + name), Contains("Certificate of " + name + "<") && Contains("conforms"));
    CHECK_THAT(site.page("certificate-" + name), !Contains("has not been judged yet"));
  }
}

TEST_CASE("files of a run that have no end are problems on its page") {
  const small_site site;
  const fs::path made = site.where().build / "results" / "made";
  fs::create_directories(made);
  REQUIRE(::mkfifo((made / "results.jsonl").c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", made / "certificate.json");
  fs::create_directories(site.where().build / "results" / "Not <a> name");
  fs::copy(site.where().build / "results" / "reference" / "results.jsonl",
           site.where().build / "results" / "Not <a> name");
  site.weave();
  CHECK_THAT(site.page("certificate-made"),
             Contains("results.jsonl: not a regular file") && Contains("certificate.json: not a regular file"));
  CHECK(site.count() == small_site().count() + 1);
}

TEST_CASE("a judged mutant shows on each page that has it") {
  const small_site site;
  const auto change = [&] {
    site.write("build/results/mutants.jsonl",
               R"({"mutant":"letters.first.comes-last","claim":"letters.first","verdict":"FAIL","killed":true})"
               "\n");
  };
  CHECK(site.woven_after(change) == names{"letters", "mutants"});
  CHECK_THAT(site.page("mutants"), Contains("<b>1 of 1</b> mutants are detected"));
}

TEST_CASE("the output of a listing shows on the page of the listing") {
  const small_site site;
  const auto change = [&] {
    site.append(chapter_file, "\n```{.output of=\"listing.letters\"}\none\n```\n");
    site.weave();
    site.write("build/listings/listing.letters", "#!/bin/sh\necho two\n");
    fs::permissions(site.where().build / "listings" / "listing.letters", fs::perms::owner_all);
  };
  CHECK(site.woven_after(change) == names{"letters"});
  CHECK_THAT(site.page("letters"), Contains("<samp>two</samp>"));
}

TEST_CASE("a changed or an added header shows on the page of errors") {
  const small_site site;
  CHECK(site.woven_after([&] { site.write_error("is not right"); }) == names{"errors"});
  CHECK_THAT(site.page("errors"), Contains("This is not right."));
  const auto add = [&] {
    site.write("impl/reference/include/fearless/b.hpp", "\"fearless[wrong] (E0002): another; do this\"\n");
  };
  CHECK(site.woven_after(add) == names{"errors"});
  CHECK_THAT(site.page("errors"), Contains("E0002"));
}

TEST_CASE("a new claim shows on each page that lists claims") {
  const small_site site;
  const auto change = [&] {
    site.append(chapter_file,
                "\n::: {.claim #letters.last profile=threads}\nIt **shall** end.\n\n::: why\nA.\n:::\n:::\n");
  };
  site.woven_after(change);
  CHECK_THAT(site.page("claims"), Contains("It shall end."));
  CHECK_THAT(site.page("certificate-reference"), Contains("id=\"letters.last\""));
}

TEST_CASE("a changed filter or template weaves every page") {
  const small_site site;
  const fs::path source = site.where().source;
  const auto replace = [&](const std::string& file, const std::string& what, const std::string& by) {
    std::string text = read_text(source / file);
    text.replace(text.find(what), what.size(), by);
    site.write(file, text);
  };
  const auto template_changed = [&] { replace("spec/site/template.html", "Skip to the text", "Skip it"); };
  CHECK(site.woven_after(template_changed).size() == site.count());
  CHECK_THAT(site.page("retired"), Contains("Skip it"));
  const auto filter_changed = [&] { replace("spec/site/overviews.lua", "No id has been retired.", "None yet."); };
  CHECK(site.woven_after(filter_changed).size() == site.count());
  CHECK_THAT(site.page("retired"), Contains("None yet."));
}

TEST_CASE("another pandoc weaves every page") {
  const small_site site;
  const scratch_folder folder;
  const std::string pandoc = find_program("pandoc")->string();
  write_text(folder.path() / "pandoc", "#!/bin/sh\n" + pandoc + " \"$@\" | sed 's/<h1 /<h1 title=\"new\" /'\n");
  fs::permissions(folder.path() / "pandoc", fs::perms::owner_all);
  const first_on_path other(folder.path());
  CHECK(site.woven_after([] {}).size() == site.count());
  CHECK_THAT(site.page("letters"), Contains("<h1 title=\"new\""));
}

TEST_CASE("a kept page that was damaged is woven again") {
  const small_site site;
  const std::string before = site.page("letters");
  write_text(site.kept("letters"), "nothing");
  site.weave();
  CHECK(site.page("letters") == before);
  write_text(site.kept("letters").string() + ".json", "{}");
  write_text(site.kept("letters").string() + ".coloured", "0 9999\nnothing");
  site.weave();
  CHECK(site.page("letters") == before);
}

TEST_CASE("a page that was edited or deleted is there again") {
  const small_site site;
  const std::string before = site.page("letters");
  write_text(site.where().build / "site" / "letters.html", "edited");
  fs::remove(site.where().build / "site" / "claims.html");
  site.weave();
  CHECK(site.page("letters") == before);
  CHECK_THAT(site.page("claims"), Contains("letters"));
}

TEST_CASE("what is kept of a page goes with the page") {
  const small_site site;
  site.remove("spec/site/pages/retired.md");
  site.weave();
  CHECK(!fs::exists(site.kept("retired")));
}

TEST_CASE("a filter may not read what it can't note") {
  const small_site site;
  site.append("spec/site/html.lua", "\n");
  site.write("spec/site/claims.lua", "os.time()\n" + read_text(site.where().source / "spec/site/claims.lua"));
  CHECK_THROWS_WITH(site.weave(), Contains("a page may not call `time`"));
}

}  // namespace fearless::certifier
