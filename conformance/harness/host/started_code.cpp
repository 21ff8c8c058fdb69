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

/// /proc/self/maps, of which only the beginning is kept if it is longer. The files of the start are in it.
class memory_map {
 public:
  void read() {
    const long file = syscall(SYS_openat, AT_FDCWD, "/proc/self/maps", O_RDONLY | O_CLOEXEC, 0);
    size_ = 0;
    for (long length = 1; file >= 0 && length > 0 && size_ < text_.size();) {
      length = syscall(SYS_read, file, text_.data() + size_, text_.size() - size_);
      size_ += static_cast<std::size_t>(std::max(length, 0L));
    }
    syscall(SYS_close, file);
  }

  [[nodiscard]] std::string_view text() const { return {text_.data(), size_}; }

 private:
  std::array<char, 1 << 17> text_{};
  std::size_t size_ = 0;
};

constinit memory_map at_start, at_end;

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

}  // namespace

void note_started_code() {
  at_start.read();
}

void report_changed_code() {
  at_end.read();
  for (auto rest = at_start.text(); !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n') + 1);
    rest.remove_prefix(line.size());
    const auto file = file_of_code(line);
    if (file.empty()) continue;
    if (at_end.text().find(line) == std::string_view::npos || has_own_pages(line))
      events::emit({{"event", "changed"}, {"file", file.substr(0, file.size() - 1)}});
  }
}

}  // namespace host
