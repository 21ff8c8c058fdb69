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

/// Unique among the threads of this process and among processes.
fs::path temporary_beside(const fs::path& file) {
  static std::atomic<unsigned> count = 0;
  fs::path temporary = file;
  temporary += fmt::format(".{}-{}.new", ::getpid(), count++);
  return temporary;
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  // A full disk may be reported only here. Some special files can't be synchronised, which is no error.
  return ::fsync(file) == 0 || errno == EINVAL;
}

}  // namespace

staged_files::~staged_files() {
  for (const auto& each : files_)
    if (!each.unnamed.is_open()) ::unlink(each.temporary.c_str());
}

void staged_files::add(const fs::path& file, std::string_view text) {
  std::error_code failed;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failed);
  if (failed) throw file_error("make the folder", file.parent_path(), failed.value());
  const fs::path temporary = temporary_beside(file);
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  file_descriptor unnamed(::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666));
  if (unnamed.is_open()) {
    if (!write_all(unnamed.number(), text)) throw file_error("write", file, errno);
    files_.push_back({std::move(unnamed), temporary, file});
    return;
  }
  // Not every file system has files without a name.
  const file_descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!out.is_open()) throw file_error("write", file, errno);
  files_.push_back({{}, temporary, file});
  if (!write_all(out.number(), text)) throw file_error("write", file, errno);
}

void staged_files::commit() {
  for (auto& each : files_) {
    if (!each.unnamed.is_open()) continue;
    const auto opened = fmt::format("/proc/self/fd/{}", each.unnamed.number());
    if (::linkat(AT_FDCWD, opened.c_str(), AT_FDCWD, each.temporary.c_str(), AT_SYMLINK_FOLLOW) != 0)
      throw file_error("write", each.place, errno);
    each.unnamed.close();
  }
  while (!files_.empty()) {
    if (::rename(files_.front().temporary.c_str(), files_.front().place.c_str()) != 0)
      throw file_error("write", files_.front().place, errno);
    files_.erase(files_.begin());
  }
}

}  // namespace fearless::certifier
