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
  for (const auto& each : files_) ::unlink(each.temporary.c_str());
}

void staged_files::add(const fs::path& file, std::string_view text) {
  std::error_code failed;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failed);
  if (failed) throw file_error("make the folder", file.parent_path(), failed.value());
  const fs::path temporary = temporary_beside(file);
  const file_descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!out.is_open()) throw file_error("write", file, errno);
  files_.push_back({temporary, file});
  if (!write_all(out.number(), text)) throw file_error("write", file, errno);
}

void staged_files::commit() {
  while (!files_.empty()) {
    if (::rename(files_.front().temporary.c_str(), files_.front().place.c_str()) != 0)
      throw file_error("write", files_.front().place, errno);
    files_.erase(files_.begin());
  }
}

}  // namespace fearless::certifier
