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

/// The test program's own files.
loaded_files& own() {
  static loaded_files known;
  return known;
}

bool is_in(const loaded_files& files, const std::string& name) {
  return std::ranges::find(files.names, name) != files.names.end();
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
  own() = loaded_now();
  reported() = own();
}

void report_loaded_files() {
  loaded_files now = loaded_now();
  if (now.loads == reported().loads) return;
  nlohmann::json added = nlohmann::json::array();
  for (const std::string& each : now.names)
    if (!is_in(reported(), each)) added.push_back(encoded(path_of(each)));
  events::emit({{"event", "mapped"}, {"files", added}});
  reported() = std::move(now);
}

std::vector<code_range> code_of_implementation() {
  std::vector<code_range> found;
  const auto add = [](dl_phdr_info* info, std::size_t, void* all) {
    if (is_in(own(), info->dlpi_name)) return 0;
    for (const ElfW(Phdr)* segment = info->dlpi_phdr; segment < info->dlpi_phdr + info->dlpi_phnum; ++segment) {
      const std::uintptr_t begin = info->dlpi_addr + segment->p_vaddr;
      if (segment->p_type == PT_LOAD && (segment->p_flags & PF_X) != 0)
        static_cast<std::vector<code_range>*>(all)->push_back({begin, begin + segment->p_memsz});
    }
    return 0;
  };
  dl_iterate_phdr(add, &found);
  return found;
}

}  // namespace bindings
