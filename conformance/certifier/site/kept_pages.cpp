// SPDX-License-Identifier: MIT
#include "kept_pages.hpp"

#include <sys/stat.h>
#include <time.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* note = ".json";
constexpr const char* colours = ".coloured";

/// The names of all files below a folder.
std::string names_below(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (auto each = fs::recursive_directory_iterator(folder, failed);
       !failed && each != fs::recursive_directory_iterator(); each.increment(failed))
    names.push_back(each->path().string() + '\n');
  std::ranges::sort(names);
  std::string all = failed ? "can't be read\n" : "";
  for (const std::string& name : names) all += name;
  return all;
}

std::string text_or_nothing(const fs::path& file) {
  std::error_code absent;
  return fs::is_regular_file(file, absent) ? read_text(file) : "";
}

json note_of(const fs::path& folder, const std::string& page) {
  json found = json::parse(text_or_nothing(folder / (page + note)), nullptr, false);
  return found.is_object() ? found : json::object();
}

}  // namespace

kept_pages::kept_pages(fs::path folder, fs::path source, const evidence_parts& parts)
    : folder_(std::move(folder)), source_(std::move(source)) {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  beginning_ = {now.tv_sec, now.tv_nsec};
  for (const auto& [name, text] : parts) digests_[name] = sha256(text);
}

std::optional<std::string> kept_pages::find(const std::string& page, const std::string& basis) const try {
  const json known = note_of(folder_, page);
  if (known.value("basis", "") != basis) return std::nullopt;
  for (const auto& [kind, inputs] : known.at("inputs").items())
    for (const auto& [name, digest] : inputs.items())
      if (digest != digest_of(kind, name)) return std::nullopt;
  std::string text = text_or_nothing(folder_ / page);
  if (known.at("page") != sha256(text)) return std::nullopt;
  return text;
} catch (const json::exception&) {
  return std::nullopt;
}

std::string kept_pages::coloured(const std::string& page) const try {
  std::string text = text_or_nothing(folder_ / (page + colours));
  return note_of(folder_, page).value("coloured", "") == sha256(text) ? text : "";
} catch (const json::exception&) {
  return "";
}

void kept_pages::keep(const std::string& page, const std::string& basis, const woven_page& woven) const {
  json inputs = json::object();
  bool changed = false;
  for (const auto& [kind, name] : woven.inputs) {
    changed = changed || (kind != "part" && may_have_changed(source_ / name));
    inputs[kind][name] = digest_of(kind, name);
  }
  const json known{{"basis", changed ? "" : basis},
                   {"inputs", std::move(inputs)},
                   {"page", sha256(woven.text)},
                   {"coloured", sha256(woven.coloured)}};
  try {
    write_text(folder_ / page, woven.text);
    write_text(folder_ / (page + colours), woven.coloured);
    write_text(folder_ / (page + note), known.dump() + "\n");
  } catch (const user_error&) {  // what is kept only saves time: without it the next run weaves the page again
  }
}

void kept_pages::keep_only(const std::vector<std::string>& pages) const {
  std::set<std::string> wanted;
  for (const std::string& page : pages) wanted.insert({page, page + colours, page + note});
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored))
    if (!wanted.contains(entry.path().filename().string())) fs::remove(entry.path(), ignored);
}

std::string kept_pages::digest_of(const std::string& kind, const std::string& name) const {
  if (kind == "part") {
    const auto found = digests_.find(name);
    return found == digests_.end() ? "" : found->second;
  }
  if (kind == "folder") return sha256(names_below(source_ / name));
  std::error_code absent;
  return fs::is_regular_file(source_ / name, absent) ? sha256_of_file(source_ / name) : "";
}

bool kept_pages::may_have_changed(const fs::path& file) const {
  struct stat seen{};
  if (::stat(file.c_str(), &seen) != 0) return false;
  return std::pair(seen.st_ctim.tv_sec, seen.st_ctim.tv_nsec) >= beginning_;
}

}  // namespace fearless::certifier
