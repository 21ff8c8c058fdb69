// SPDX-License-Identifier: MIT
#include "weave.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "evidence.hpp"
#include "files.hpp"
#include "kept_pages.hpp"
#include "lua_text.hpp"
#include "pandoc.hpp"
#include "parallel.hpp"
#include "site_evidence.hpp"
#include "tool_identity.hpp"
#include "toolbox.hpp"

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

/// All pages, those that take longest first.
std::vector<page> pages_of(const fs::path& source, const evidence& known) {
  std::vector<page> pages;
  std::vector<chapter> chapters = known.text.chapters;
  std::ranges::sort(chapters, std::greater(),
                    [](const chapter& each) { return std::pair(each.claims.size(), each.slug); });
  for (const chapter& each : chapters) pages.push_back({each.file, each.slug + ".html"});
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

/// The filters and the template, on which every page depends, relative to the source root.
std::vector<std::string> makers_of_pages(const fs::path& source) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(source / "spec" / "site"))
    if (entry.path().extension() == ".lua" || entry.path().filename() == "template.html")
      files.push_back(entry.path().lexically_relative(source).string());
  std::ranges::sort(files);
  return files;
}

/// The inputs that the filters noted: a line for each, `KIND NAME`.
std::vector<std::pair<std::string, std::string>> noted_inputs(const fs::path& file) {
  std::vector<std::pair<std::string, std::string>> inputs;
  for (const std::string& line : lines_of(read_text(file))) {
    const auto space = line.find(' ');
    inputs.emplace_back(line.substr(0, space), line.substr(space + 1));
  }
  return inputs;
}

/// Writes the evidence for `inputs.lua`: all parts in one file, and the place of each.
void write_evidence(const fs::path& folder, const evidence_parts& parts) {
  std::string texts;
  std::string index = "return {\n";
  for (const auto& [name, text] : parts) {
    index += fmt::format("[{}]={{{},{}}},\n", lua_text(name), texts.size() + 1, text.size());
    texts += text + "\n";
  }
  write_text(folder / "parts", texts);
  write_text(folder / "index.lua", index + "}\n");
}

/// Weaves pages with one state of the tree and the results.
class weaver {
 public:
  weaver(const paths& where, const evidence& known, const evidence_parts& parts)
      : source_(where.source),
        pandoc_(identity_of_pandoc()),
        makers_(makers_of_pages(source_)),
        origin_(origin_of(where, known)),
        kept_(where.output / "site-kept", source_, parts) {
    write_evidence(scratch_.path(), parts);
  }

  /// The page as it is published: kept, or woven now. Thread safety: yes.
  [[nodiscard]] std::string finished(const page& made) const {
    const std::vector<std::string> arguments = arguments_of(made);
    const std::string basis = sha256(fmt::format("{}\n{}", pandoc_, fmt::join(arguments, "\n")));
    std::optional<std::string> text = kept_.find(made.file, basis);
    if (!text) {
      woven_page woven = weave(made, arguments);
      kept_.keep(made.file, basis, woven);
      text = std::move(woven.text);
    }
    const auto place = text->find(origin_mark);
    return place == std::string::npos ? *text : text->replace(place, origin_mark.size(), origin_);
  }

  void forget_all_but(const std::vector<page>& pages) const {
    std::vector<std::string> files;
    for (const page& each : pages) files.push_back(each.file);
    kept_.keep_only(files);
  }

 private:
  /// Where the template has the sentence on commit and run: no page is woven again because these have changed.
  static constexpr std::string_view origin_mark = "<!-- origin -->";

  static std::string identity_of_pandoc() { return stamp_of(fs::canonical(*find_program(tools::pandoc.program))); }

  static std::vector<std::string> arguments_of(const page& made) {
    std::vector<std::string> arguments{"--from=markdown", "--to=html5", "--standalone",
                                       "--template=spec/site/template.html", "--lua-filter=spec/site/weave.lua"};
    // The name alone would be no text to pandoc if it is `false`.
    if (!made.implementation.empty()) arguments.push_back("--metadata=page:certificate-" + made.implementation);
    arguments.push_back(made.markdown);
    return arguments;
  }

  [[nodiscard]] woven_page weave(const page& made, const std::vector<std::string>& arguments) const {
    const fs::path folder = scratch_.path() / made.file;
    write_text(folder / "coloured", kept_.coloured(made.file));
    std::string text = run_pandoc(source_, arguments,
                                  {{"FEARLESS_EVIDENCE", scratch_.path().string()},
                                   {"FEARLESS_PAGE", folder.string()},
                                   {"FEARLESS_PANDOC", pandoc_}});
    woven_page woven{
        .text = std::move(text), .coloured = read_text(folder / "coloured"), .inputs = noted_inputs(folder / "inputs")};
    woven.inputs.emplace_back("file", made.markdown);
    for (const std::string& maker : makers_) woven.inputs.emplace_back("file", maker);
    return woven;
  }

  fs::path source_;
  std::string pandoc_;
  std::vector<std::string> makers_;
  std::string origin_;
  kept_pages kept_;
  scratch_folder scratch_;
};

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
  require(tools::pandoc);
  const evidence known = gather_evidence(where);
  const weaver woven(where, known, parts_of(where, known));

  fs::path fresh = out.has_filename() ? out : out.parent_path();
  const fs::path place = fresh;
  fresh += fmt::format(".{}.new", ::getpid());
  try {
    fs::create_directories(fresh);
    write_text(fresh / mark, "Written by `fearless site`, which replaces the whole folder.\n");
    const std::vector<page> pages = pages_of(where.source, known);
    run_all(pages.size(), job_count(0),
            [&](std::size_t i) { write_text(fresh / pages[i].file, woven.finished(pages[i])); });
    copy_assets(where.source, fresh);
    write_text(fresh / "search-index.js", search_index(known.text));
    for (const recorded_run& run : known.runs)
      if (!run.certificate.is_null()) write_text(fresh / statement_file(run), run.certificate.dump(2) + "\n");
    replace(place, fresh);
    woven.forget_all_but(pages);
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
