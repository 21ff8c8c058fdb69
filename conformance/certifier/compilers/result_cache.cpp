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

std::optional<cached_result> read_cached(const cache_entry& entry) {
  const json cached = json::parse(read_text(entry.file));
  if (cached.at("basis") != entry.basis) return std::nullopt;
  std::set<fs::path> files;
  for (const auto& [name, digest] : cached.at("files").items()) {
    if (digest != digest_now(name)) return std::nullopt;
    files.insert(name);
  }
  const auto seen = verdict_named(cached.at("verdict").get<std::string>());
  if (seen != verdict::pass && seen != verdict::fail) return std::nullopt;
  return cached_result{
      .seen = *seen, .details = cached.at("details"), .judged = cached.at("judged"), .files = std::move(files)};
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
  json files = json::object();
  for (const fs::path& file : read.files()) {
    if (may_have_changed(file) || digest_now(file).empty()) return;
    files[file.string()] = digest_now(file);
  }
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const json cached{{"basis", entry.basis},
                    {"files", files},
                    {"verdict", name(seen)},
                    {"details", details},
                    {"judged", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", now)}};
  try {
    write_text(entry.file, cached.dump(1) + "\n");
  } catch (const user_error&) {  // the cache only saves time: without the entry the next run asks the tools again
  }
}

}  // namespace fearless::certifier
