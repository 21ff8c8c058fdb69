// SPDX-License-Identifier: MIT
#include "host/started_code.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "events/events.hpp"

namespace host {

namespace {

/// A line of /proc/self/maps on a file whose pages are code.
struct mapped_code {
  std::string line, file;
  std::uintptr_t begin, end;
};

std::optional<mapped_code> code_in(const std::string& line) {
  std::istringstream fields(line);
  std::string addresses, rights, offset, device, node;
  mapped_code found{.line = line, .file = {}, .begin = 0, .end = 0};
  fields >> addresses >> rights >> offset >> device >> node >> std::ws;
  std::getline(fields, found.file);
  // Without a file: the kernel's own page.
  if (!rights.starts_with("r-x") || !found.file.starts_with('/')) return std::nullopt;
  constexpr int hexadecimal = 16;
  found.begin = std::stoul(addresses, nullptr, hexadecimal);
  found.end = std::stoul(addresses.substr(addresses.find('-') + 1), nullptr, hexadecimal);
  return found;
}

std::vector<mapped_code> all_code() {
  std::vector<mapped_code> found;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);)
    if (auto code = code_in(line)) found.push_back(std::move(*code));
  return found;
}

/// Whether a page of this range was written to: then it is a copy of the process's own, and no longer the file's.
bool has_own_pages(const mapped_code& code) {
  // Documentation/admin-guide/mm/pagemap.rst of Linux
  constexpr std::uint64_t is_present = 1ULL << 63, is_swapped = 1ULL << 62, is_of_file = 1ULL << 61;
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  std::vector<std::uint64_t> entries((code.end - code.begin) / page);
  const int pages = ::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  if (pages < 0) return false;
  const auto got = ::pread(pages, entries.data(), entries.size() * sizeof entries[0],
                           static_cast<off_t>(code.begin / page * sizeof entries[0]));
  ::close(pages);
  entries.resize(got < 0 ? 0 : static_cast<std::size_t>(got) / sizeof entries[0]);
  return std::ranges::any_of(
      entries, [](std::uint64_t each) { return (each & (is_present | is_swapped)) != 0 && (each & is_of_file) == 0; });
}

std::vector<mapped_code> started;

}  // namespace

void note_started_code() {
  started = all_code();
}

void report_changed_code() {
  const auto now = all_code();
  for (const auto& each : started)
    if (std::ranges::find(now, each.line, &mapped_code::line) == now.end() || has_own_pages(each))
      events::emit({{"event", "changed"}, {"file", each.file}});
}

}  // namespace host
