// SPDX-License-Identifier: MIT
#include "bindings/loaded_files.hpp"

#include <fmt/format.h>
#include <limits.h>
#include <link.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "events/events.hpp"
#include "system/loaded_code.hpp"

namespace bindings {

namespace {

/// The files that are loaded, by the names that the loader knows them by.
struct loaded_files {
  std::vector<std::string> names{};
  unsigned long long loads = 0;  ///< how many there have been, with those that are unloaded
};

loaded_files loaded_now() {
  loaded_files found;
  const auto add = [](dl_phdr_info* info, std::size_t, void* all) {
    auto& to = *static_cast<loaded_files*>(all);
    to.loads = info->dlpi_adds;
    to.names.emplace_back(info->dlpi_name);
    return 0;
  };
  dl_iterate_phdr(add, &found);
  return found;
}

loaded_files& reported() {
  static loaded_files known;
  return known;
}

/// The path of the file itself: a name may be relative to the current folder, or that of a link.
std::string path_of(const std::string& name) {
  std::array<char, PATH_MAX> path;
  return ::realpath(name.c_str(), path.data()) == nullptr ? name : path.data();
}

/// A path may have any bytes, and JSON may not: those that are no plain text are written as %XX.
std::string encoded(const std::string& path) {
  std::string text;
  for (const char each : path) {
    const auto byte = static_cast<unsigned char>(each);
    if (byte > ' ' && byte < 0x7f && each != '%')
      text += each;
    else
      text += fmt::format("%{:02X}", byte);
  }
  return text;
}

}  // namespace

void note_own_files() {
  reported() = loaded_now();
  unseen::note_own_code();
}

void report_loaded_files() {
  loaded_files now = loaded_now();
  if (now.loads == reported().loads) return;
  nlohmann::json added = nlohmann::json::array();
  for (const std::string& each : now.names)
    if (std::ranges::find(reported().names, each) == reported().names.end()) added.push_back(encoded(path_of(each)));
  events::emit({{"event", "mapped"}, {"files", added}});
  reported() = std::move(now);
}

}  // namespace bindings
