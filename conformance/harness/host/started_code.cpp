// SPDX-License-Identifier: MIT
// Without the heap: the detector notes each call stack that allocates, which takes longer than all of this.
#include "host/started_code.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "events/events.hpp"

namespace host {

namespace {

/// Calls `each` with every line of /proc/self/maps. A process with many threads has a megabyte of them.
void for_each_mapping(const auto& each) {
  const long file = syscall(SYS_openat, AT_FDCWD, "/proc/self/maps", O_RDONLY | O_CLOEXEC, 0);
  std::array<char, 1 << 14> text;  // a line has a path of at most 4 KiB
  std::size_t size = 0;
  for (long length = 1; file >= 0 && length > 0;) {
    length = syscall(SYS_read, file, text.data() + size, text.size() - size);
    size += static_cast<std::size_t>(std::max(length, 0L));
    std::string_view rest(text.data(), size);
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      each(rest.substr(0, end + 1));
      rest.remove_prefix(end + 1);
    }
    std::ranges::copy(rest, text.data());
    size = rest.size();
  }
  syscall(SYS_close, file);
}

/// The file of a line on pages that are code; empty for other lines, and for the kernel's own code.
std::string_view file_of_code(std::string_view line) {
  const auto rights = line.find(' ');
  const auto file = line.find('/');
  return line.substr(rights + 1).starts_with("r-x") && file != std::string_view::npos ? line.substr(file) : "";
}

/// Whether a page of the range of this line was written to: then it is a copy of the process's own, and no longer the
/// file's.
bool has_own_pages(std::string_view line) {
  // Documentation/admin-guide/mm/pagemap.rst of Linux
  constexpr std::uint64_t is_present = 1ULL << 63, is_swapped = 1ULL << 62, is_of_file = 1ULL << 61;
  constexpr int hexadecimal = 16;
  std::uint64_t begin = 0, end = 0;
  const char* const text = line.data();
  const char* const dash = std::from_chars(text, text + line.size(), begin, hexadecimal).ptr;
  std::from_chars(dash + 1, text + line.size(), end, hexadecimal);
  const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  std::array<std::uint64_t, 512> entries;
  const long pages = syscall(SYS_openat, AT_FDCWD, "/proc/self/pagemap", O_RDONLY | O_CLOEXEC, 0);
  bool found = false;
  for (auto at = begin / page; pages >= 0 && !found && at < end / page; at += entries.size()) {
    const auto wanted = std::min<std::uint64_t>(entries.size(), end / page - at);
    const long length = syscall(SYS_pread64, pages, entries.data(), wanted * sizeof entries[0], at * sizeof entries[0]);
    if (length <= 0) break;
    found = std::any_of(
        entries.begin(), entries.begin() + length / static_cast<long>(sizeof entries[0]),
        [](std::uint64_t each) { return (each & (is_present | is_swapped)) != 0 && (each & is_of_file) == 0; });
  }
  syscall(SYS_close, pages);
  return found;
}

/// The lines on the code that the process was started with.
constinit std::array<char, 1 << 17> started{};
constinit std::size_t started_size = 0;

/// Calls `each` with every one of them and its number.
void for_each_started(const auto& each) {
  std::size_t number = 0;
  for (std::string_view rest(started.data(), started_size); !rest.empty(); ++number) {
    const auto line = rest.substr(0, rest.find('\n') + 1);
    rest.remove_prefix(line.size());
    each(line, number);
  }
}

}  // namespace

void note_started_code() {
  started_size = 0;
  for_each_mapping([](std::string_view line) {
    if (file_of_code(line).empty() || line.size() > started.size() - started_size) return;
    std::ranges::copy(line, started.data() + started_size);
    started_size += line.size();
  });
}

void report_changed_code() {
  std::array<bool, started.size() / 32> is_there{};  // a line is longer than that
  for_each_mapping([&](std::string_view line) {
    if (file_of_code(line).empty()) return;
    for_each_started([&](std::string_view other, std::size_t number) { is_there[number] |= other == line; });
  });
  for_each_started([&](std::string_view line, std::size_t number) {
    const auto file = file_of_code(line);
    if (!is_there[number] || has_own_pages(line))
      events::emit({{"event", "changed"}, {"file", file.substr(0, file.size() - 1)}});
  });
}

}  // namespace host
