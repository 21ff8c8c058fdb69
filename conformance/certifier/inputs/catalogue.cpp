// SPDX-License-Identifier: MIT
#include "catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "pandoc.hpp"
#include "parallel.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string text_or_nothing(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? "" : found->get<std::string>();
}

claim claim_from(const json& object, const std::string& file) {
  claim made{.id = object.at("id"),
             .profile = text_or_nothing(object, "profile"),
             .file = file,
             .line = object.at("line"),
             .text = object.at("text"),
             .why = text_or_nothing(object, "why"),
             .text_sha256 = {},
             .is_demonstration = object.value("demonstration", false),
             .shalls = object.at("shalls")};
  made.text_sha256 = sha256(made.text);
  return made;
}

expected_output output_from(const json& object) {
  const json& thread = object.at("thread");
  return {.thread = thread.is_null() ? std::nullopt : std::optional(thread.get<std::string>()),
          .cut_off = object.at("cut_off"),
          .text = object.at("text"),
          .line = object.at("line")};
}

listing listing_from(const json& object, const std::string& file) {
  listing made{.id = object.at("id"),
               .chapter_file = file,
               .line = object.at("line"),
               .does = object.at("kind") == "rejects" ? listing::kind::rejects : listing::kind::runs,
               .code = text_or_nothing(object, "code"),
               .shows = object.at("shows"),
               .source = object.at("source"),
               .outputs = {}};
  for (const json& output : object.at("outputs")) made.outputs.push_back(output_from(output));
  return made;
}

/// The conditions in the words of the specification. Others are problems of the extraction, and mean never.
marker_condition condition_from(const std::string& words) {
  static const std::map<std::string, marker_condition> known{
      {"always", marker_condition::always},
      {"if T is sendable", marker_condition::if_sendable},
      {"if T is shareable", marker_condition::if_shareable},
      {"if T is both", marker_condition::if_both},
      {"for every sendable T", marker_condition::for_every_sendable}};
  const auto found = known.find(words);
  return found == known.end() ? marker_condition::never : found->second;
}

marker_rule rule_from(const json& object) {
  const auto type_in = [&](const char* language) {
    const json& type = object.at(language);
    return type.is_null() ? std::nullopt : std::optional(type.get<std::string>());
  };
  return {.name = object.at("name"),
          .cpp = type_in("cpp"),
          .rust = type_in("rust"),
          .sendable = condition_from(object.at("sendable")),
          .shareable = condition_from(object.at("shareable")),
          .claim = object.at("claim"),
          .line = object.at("line")};
}

chapter chapter_from(const json& object) {
  chapter made{.file = object.at("file"),
               .title = object.at("title"),
               .slug = object.at("slug"),
               .number = object.at("chapter").is_number() ? object.at("chapter").get<int>() : 0,
               .anchors = object.at("anchors"),
               .links = {},
               .claims = {},
               .retired = {},
               .marker_rules = {},
               .listings = {},
               .problems = {}};
  for (const json& each : object.at("links")) made.links.push_back({each.at("target"), each.at("line")});
  for (const json& each : object.at("claims")) made.claims.push_back(claim_from(each, made.file));
  for (const json& each : object.at("retired")) made.retired.push_back({each.at("id"), each.at("line")});
  for (const json& each : object.at("marker_rules")) made.marker_rules.push_back(rule_from(each));
  for (const json& each : object.at("listings")) made.listings.push_back(listing_from(each, made.file));
  for (const json& each : object.at("problems")) made.problems.push_back({each.at("line"), each.at("message")});
  return made;
}

/// Whether a catalogue is made of all chapters of `source`, and of each file as it is now.
bool is_current(const json& document, const fs::path& source) {
  const std::vector<std::string> chapters = chapter_files(source);
  std::set<std::string> missing(chapters.begin(), chapters.end());
  for (const auto& [name, digest] : document.at("made_of").items()) {
    const bool is_chapter = missing.erase(name) > 0;
    if (!is_chapter && fs::path(name).extension() == ".md") return false;  // it is no longer there
    std::error_code absent;
    if (!fs::is_regular_file(source / name, absent) || digest != sha256_of_file(source / name)) return false;
  }
  return missing.empty();
}

}  // namespace

catalogue catalogue_from_json(const json& document) {
  catalogue made;
  for (const json& each : document.at("chapters")) made.chapters.push_back(chapter_from(each));
  std::ranges::sort(made.chapters, {}, [](const chapter& each) { return std::pair(each.number, each.file); });
  for (const chapter& each : made.chapters)
    made.claims.insert(made.claims.end(), each.claims.begin(), each.claims.end());
  return made;
}

const claim* catalogue::find(std::string_view id) const {
  const auto found = std::ranges::find(claims, id, &claim::id);
  return found == claims.end() ? nullptr : &*found;
}

const claim* catalogue::owner_of(std::string_view stem) const {
  for (std::string_view start = stem; !start.empty();) {
    if (const claim* owner = find(start)) return owner;
    const auto dot = start.rfind('.');
    start = start.substr(0, dot == std::string_view::npos ? 0 : dot);
  }
  return nullptr;
}

catalogue load_catalogue(const fs::path& build) {
  const fs::path file = build / "spec" / "claims.json";
  if (!fs::exists(file))
    throw user_error(
        fmt::format("no catalogue at {}: configure the build first, with ./fearless or "
                    "`cmake --preset dev` at the project's root",
                    file.string()));
  try {
    return catalogue_from_json(json::parse(read_text(file)));
  } catch (const json::exception& wrong) {
    throw user_error(
        fmt::format("{} is damaged ({}): delete it and configure the build again", file.string(), wrong.what()));
  }
}

catalogue current_catalogue(const fs::path& source, const fs::path& build) {
  const fs::path file = build / "spec" / "claims.json";
  std::error_code absent;
  if (fs::is_regular_file(file, absent)) try {
      const json built = json::parse(read_text(file));
      if (is_current(built, source)) return catalogue_from_json(built);
    } catch (const json::exception&) {  // damaged, or without the names of its files
    }
  return extract_catalogue(source);
}

catalogue extract_catalogue(const fs::path& source) {
  const std::vector<std::string> files = chapter_files(source);
  std::vector<json> chapters(files.size());
  run_all(files.size(), job_count(0), [&](std::size_t i) {
    const std::string text = run_pandoc(source, {"--from=markdown", "--to=spec/site/catalogue.lua", files[i]});
    try {
      chapters[i] = json::parse(text);
      chapters[i]["file"] = files[i];
    } catch (const json::exception& wrong) {
      throw user_error(
          fmt::format("{0}: spec/site/catalogue.lua did not write JSON ({1}): run `pandoc "
                      "--to=spec/site/catalogue.lua {0}` to see its output",
                      files[i], wrong.what()));
    }
  });
  return catalogue_from_json({{"chapters", std::move(chapters)}});
}

}  // namespace fearless::certifier
