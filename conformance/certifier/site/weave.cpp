// SPDX-License-Identifier: MIT
#include "weave.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "catalogue.hpp"
#include "error.hpp"
#include "evidence.hpp"
#include "files.hpp"
#include "pandoc.hpp"
#include "parallel.hpp"
#include "site_evidence.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// A file in every folder of pages: a folder without it is not replaced.
constexpr const char* mark = ".fearless-site";

/// A page and its Markdown source, relative to the source root.
struct page {
  std::string markdown;
  std::string file;
  std::string implementation = {};  ///< of a certificate
};

std::vector<page> pages_of(const fs::path& source, const evidence& known) {
  std::vector<page> pages;
  for (const chapter& each : known.text.chapters) pages.push_back({each.file, each.slug + ".html"});
  if (fs::exists(source / "spec" / "index.md")) pages.push_back({"spec/index.md", "index.html"});
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(source / "spec" / "site" / "pages", absent)) {
    const std::string stem = entry.path().stem();
    const std::string markdown = "spec/site/pages/" + entry.path().filename().string();
    if (stem != "certificate")
      pages.push_back({markdown, stem + ".html"});
    else
      for (const recorded_run& run : known.runs)
        pages.push_back({markdown, "certificate-" + run.implementation + ".html", run.implementation});
  }
  return pages;
}

void weave(const page& made, const fs::path& source, const fs::path& evidence_file, const fs::path& folder) {
  std::vector<std::string> arguments{"--from=markdown", "--to=html5", "--standalone",
                                     "--template=spec/site/template.html", "--lua-filter=spec/site/weave.lua"};
  if (!made.implementation.empty()) arguments.push_back("--metadata=implementation:" + made.implementation);
  arguments.insert(arguments.end(), {"--output=" + (folder / made.file).string(), made.markdown});
  run_pandoc(source, std::move(arguments), {{"FEARLESS_EVIDENCE", evidence_file.string()}});
}

/// Copies styles, scripts and pictures: all files in spec/site but the filters and the template.
void copy_assets(const fs::path& source, const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(source / "spec" / "site")) {
    const fs::path& file = entry.path();
    if (entry.is_regular_file() && file.extension() != ".lua" && file.filename() != "template.html")
      fs::copy_file(file, folder / file.filename());
  }
}

void require_replaceable(const fs::path& out) {
  if (!fs::exists(out)) return;
  if (!fs::is_directory(out))
    throw user_error(fmt::format("{} is a file: give a folder for the pages with --out", out.string()));
  if (!fs::is_empty(out) && !fs::exists(out / mark))
    throw user_error(fmt::format(
        "{} contains other files, which would be lost: give a new or an empty folder with --out", out.string()));
}

/// Replaces a folder by a finished one.
void replace(const fs::path& out, const fs::path& finished) {
  fs::path old = finished;
  old += ".old";
  if (fs::exists(out)) fs::rename(out, old);
  fs::rename(finished, out);
  fs::remove_all(old);
}

}  // namespace

fs::path weave_site(const paths& where, const site_options& options) {
  const fs::path out = fs::absolute(options.out.value_or(where.output / "site")).lexically_normal();
  require_replaceable(out);
  const evidence known = gather_evidence(where, extract_catalogue(where.source));
  const scratch_folder scratch;
  const fs::path evidence_file = scratch.path() / "site-evidence.json";
  write_text(evidence_file, to_site_json(where, known).dump());

  fs::path fresh = out.has_filename() ? out : out.parent_path();
  const fs::path place = fresh;
  fresh += fmt::format(".{}.new", ::getpid());
  try {
    fs::create_directories(fresh);
    write_text(fresh / mark, "Written by `fearless site`, which replaces the whole folder.\n");
    const std::vector<page> pages = pages_of(where.source, known);
    run_all(pages.size(), job_count(0), [&](std::size_t i) { weave(pages[i], where.source, evidence_file, fresh); });
    copy_assets(where.source, fresh);
    write_text(fresh / "search-index.js", search_index(known.text));
    for (const recorded_run& run : known.runs)
      if (!run.certificate.is_null()) write_text(fresh / statement_file(run), run.certificate.dump(2) + "\n");
    replace(place, fresh);
  } catch (const fs::filesystem_error& failed) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    throw user_error(fmt::format("can't write the pages to {}: {}", place.string(), failed.code().message()));
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    throw;
  }
  return place;
}

}  // namespace fearless::certifier
