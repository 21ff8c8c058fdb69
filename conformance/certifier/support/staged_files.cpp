// SPDX-License-Identifier: MIT
#include "staged_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "error.hpp"
#include "file_descriptor.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Apart from every other one's, in this process and in others.
fs::path neighbour_of(const fs::path& file) {
  static std::atomic<unsigned> count = 0;
  fs::path neighbour = file;
  neighbour += fmt::format(".{}-{}.new", ::getpid(), count++);
  return neighbour;
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  // A full disk may show only here; only some special files can't be synchronised.
  return ::fsync(file) == 0 || errno == EINVAL;
}

}  // namespace

staged_files::~staged_files() {
  for (const auto& each : files_) ::unlink(each.neighbour.c_str());
}

void staged_files::add(const fs::path& file, std::string_view text) {
  std::error_code failed;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failed);
  if (failed) throw file_error("make the folder", file.parent_path(), failed.value());
  const fs::path neighbour = neighbour_of(file);
  const file_descriptor out(::open(neighbour.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!out.is_open()) throw file_error("write", file, errno);
  files_.push_back({neighbour, file});
  if (!write_all(out.number(), text)) throw file_error("write", file, errno);
}

void staged_files::commit() {
  while (!files_.empty()) {
    if (::rename(files_.front().neighbour.c_str(), files_.front().place.c_str()) != 0)
      throw file_error("write", files_.front().place, errno);
    files_.erase(files_.begin());
  }
}

}  // namespace fearless::certifier
