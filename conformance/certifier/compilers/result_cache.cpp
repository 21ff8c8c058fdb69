// SPDX-License-Identifier: MIT
#include "result_cache.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "made_once.hpp"
#include "tool_identity.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A file's digest, empty if it can't be read. Each file is read once in a run.
std::string digest_now(const fs::path& file) {
  static made_once<std::string> known;
  return *known.get(file.string(), [&] {
    std::error_code absent;
    return std::make_shared<const std::string>(fs::is_regular_file(file, absent) ? sha256_of_file(file) : "");
  });
}

/// The names of all files in a folder: an added header may be found instead of another.
std::string names_in(const fs::path& folder) {
  static made_once<std::string> known;
  return *known.get(folder.string(), [&] {
    std::vector<std::string> names;
    std::error_code failed;
    for (auto each = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
         !failed && each != fs::recursive_directory_iterator(); each.increment(failed))
      names.push_back(each->path().string() + '\n');
    std::ranges::sort(names);
    std::string all;
    for (const std::string& name : names) all += name;
    return std::make_shared<const std::string>(sha256(all) + '\n');
  });
}

/// What an #include with quotation marks finds depends on the files beside it.
std::string neighbours_of(const fs::path& file) {
  const bool looks_beside = read_text(file).find("#include \"") != std::string::npos;
  return looks_beside ? names_in(file.parent_path()) : "";
}

std::string folders_of(const native_bindings& bindings) {
  std::string names;
  for (const fs::path& folder : bindings.include) names += names_in(folder);
  for (const std::string& flag : bindings.flags) {
    const fs::path named = flag.starts_with("-I") ? flag.substr(2) : flag;
    std::error_code absent;
    if (fs::is_directory(named, absent)) names += names_in(named);
  }
  if (bindings.crate) names += names_in(bindings.crate->parent_path());
  if (bindings.replacement) names += neighbours_of(*bindings.replacement);
  return names;
}

/// The compiled crates that flags of rustc name, by file or folder: rustc does not report which of them it read.
std::vector<fs::path> crates_of(const native_bindings& bindings) {
  std::vector<fs::path> files;
  if (!bindings.crate) return files;
  for (const std::string& flag : bindings.flags) {
    const fs::path named = flag.substr(flag.rfind('=') + 1);
    std::error_code absent;
    if (fs::is_regular_file(named, absent)) files.push_back(named);
    for (const auto& entry : fs::directory_iterator(named, absent))
      if (entry.is_regular_file(absent)) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string digests_of(const std::vector<fs::path>& files) {
  std::string digests;
  for (const fs::path& file : files) digests += fmt::format("{} {}\n", file.string(), digest_now(file));
  return digests;
}

using instant = std::pair<std::time_t, long>;

instant last_change(const fs::path& file) {
  struct stat seen{};
  if (::stat(file.c_str(), &seen) != 0) return {};
  return {seen.st_ctim.tv_sec, seen.st_ctim.tv_nsec};
}

/// When the cache was first used, by the clock of files. A file that changed since may have been read before or after.
const instant& beginning() {
  static const instant first = [] {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return instant{now.tv_sec, now.tv_nsec};
  }();
  return first;
}

/// The headers that several results depend on, with the digests that they had.
struct header_list {
  file_set files;
  bool is_current = false;
};

/// What the cache stores as `name`, null if it is another list by now. Each list is read and compared once in a run.
std::shared_ptr<const header_list> headers_in(const fs::path& folder, const std::string& name,
                                              const std::string& digest) {
  static made_once<header_list> known;
  return known.get(fmt::format("{} {}", (folder / name).string(), digest), [&]() -> std::shared_ptr<header_list> {
    std::error_code absent;
    if (name.find('/') != std::string::npos || !fs::is_regular_file(folder / name, absent)) return nullptr;
    const std::string text = read_text(folder / name);
    if (sha256(text) != digest) return nullptr;
    std::set<fs::path> files;
    bool is_current = true;
    const json list = json::parse(text);
    for (const auto& [file, seen] : list.items()) {
      is_current = is_current && seen == digest_now(file);
      files.insert(file);
    }
    return std::make_shared<header_list>(std::make_shared<const std::set<fs::path>>(std::move(files)), is_current);
  });
}

std::optional<cached_result> read_cached(const cache_entry& entry) {
  const json cached = json::parse(read_text(entry.file));
  if (cached.at("basis") != entry.basis) return std::nullopt;
  const json& text = cached.at("text");
  if (!text.is_null() && text != digest_now(entry.text)) return std::nullopt;
  const auto headers = headers_in(entry.file.parent_path(), cached.at("headers"), cached.at("headers_sha256"));
  if (!headers || !headers->is_current) return std::nullopt;
  const auto seen = verdict_named(cached.at("verdict").get<std::string>());
  if (seen != verdict::pass && seen != verdict::fail) return std::nullopt;
  cached_result found{
      .seen = *seen, .details = cached.at("details"), .judged = cached.at("judged"), .files = {headers->files}};
  if (!text.is_null())
    found.files.push_back(std::make_shared<const std::set<fs::path>>(std::set{entry.text.lexically_normal()}));
  return found;
}

/// The name of a list: that of the list before, with the same files, so that it takes its place.
std::string name_of_list(const json& headers) {
  std::string names;
  for (const auto& [file, digest] : headers.items()) names += file + '\n';
  return fmt::format("{:.16}.headers", sha256(names));
}

}  // namespace

cache_entry entry_of(const paths& where, const case_file& of, const native_bindings& bindings) {
  beginning();
  const std::string key = key_of(bindings);
  std::vector<fs::path> crates = crates_of(bindings);
  std::string basis =
      sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", of.file.string(), of.method ? name(*of.method) : "", key,
                         folders_of(bindings), digests_of(crates), neighbours_of(of.file),
                         identity_of_tools(bindings.crate ? bindings.rustc : "", where.source)));
  return {.file = where.cache / fmt::format("{}.{:.16}.json", of.name, sha256(key)),
          .basis = std::move(basis),
          .text = of.file,
          .libraries = std::move(crates)};
}

cache_entry entry_of(const paths& where, const std::string& name, const std::string& text, const fs::path& include) {
  beginning();
  return {.file = where.cache / (name + ".json"),
          .basis = sha256(fmt::format("{}\n{}\n{}\n{}", text, include.string(), names_in(include),
                                      identity_of_tools("", where.source)))};
}

std::optional<cached_result> find_cached(const cache_entry& entry) {
  std::error_code absent;
  // Without a folder for the cache it has no name of its own.
  if (!entry.file.is_absolute() || !fs::exists(entry.file, absent)) return std::nullopt;
  try {
    return read_cached(entry);
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

void store(const cache_entry& entry, verdict seen, const std::vector<std::string>& details, const files_read& read) {
  const bool decided = seen == verdict::pass || seen == verdict::fail;
  if (!decided || !read.is_known() || !entry.file.is_absolute()) return;
  const auto may_have_changed = [](const fs::path& file) { return last_change(file) >= beginning(); };
  if (std::ranges::any_of(entry.libraries, may_have_changed)) return;
  const fs::path text = entry.text.lexically_normal();
  json headers = json::object();
  for (const fs::path& file : read.files()) {
    if (may_have_changed(file) || digest_now(file).empty()) return;
    if (file != text) headers[file.string()] = digest_now(file);
  }
  const std::string list = headers.dump(1) + "\n", name_of_headers = name_of_list(headers);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const json cached{{"basis", entry.basis},
                    {"text", read.files().contains(text) ? json(digest_now(entry.text)) : json()},
                    {"headers", name_of_headers},
                    {"headers_sha256", sha256(list)},
                    {"verdict", name(seen)},
                    {"details", details},
                    {"judged", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", now)}};
  try {
    write_text(entry.file.parent_path() / name_of_headers, list);
    write_text(entry.file, cached.dump(1) + "\n");
  } catch (const user_error&) {  // the cache only saves time: without the entry the next run asks the tools again
  }
}

}  // namespace fearless::certifier
