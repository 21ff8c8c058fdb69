// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <mutex>

#include "bounded_file.hpp"
#include "error.hpp"
#include "staged_files.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What was run in a folder may have forbidden its owner to open folders in it.
void unlock_folders(const fs::path& root) {
  std::error_code failed;
  for (auto each = fs::recursive_directory_iterator(root, failed); each != fs::recursive_directory_iterator();
       each.increment(failed))
    if (each->symlink_status(failed).type() == fs::file_type::directory)
      fs::permissions(*each, fs::perms::owner_all, failed);
}

void remove_folder(const fs::path& folder) {
  std::error_code failed;
  fs::remove_all(folder, failed);
  if (failed) {
    unlock_folders(folder);
    fs::remove_all(folder, failed);
  }
  if (failed)
    std::fputs(fmt::format("fearless: can't remove {}: {}\n", folder.string(), failed.message()).c_str(), stderr);
}

constexpr std::string_view beginning_of_scratch = "fearless-scratch-";

file_descriptor open_folder(const fs::path& folder) {
  return file_descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

/// Whether an open folder is the one at this path, and not one that was removed.
bool is_at(const fs::path& path, const file_descriptor& folder) {
  struct stat opened{}, there{};
  return ::fstat(folder.number(), &opened) == 0 && ::lstat(path.c_str(), &there) == 0 &&
         opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

/// Removes the temporary folders of this user whose process was killed. That of a process is locked as long as it
/// lives.
void remove_abandoned(const fs::path& place) {
  std::error_code failed;
  for (auto each = fs::directory_iterator(place, failed); each != fs::directory_iterator(); each.increment(failed)) {
    if (!each->path().filename().string().starts_with(beginning_of_scratch)) continue;
    const file_descriptor folder = open_folder(each->path());
    struct stat found{};
    if (::fstat(folder.number(), &found) == 0 && found.st_uid == ::geteuid() &&
        ::flock(folder.number(), LOCK_EX | LOCK_NB) == 0 && is_at(each->path(), folder))
      remove_folder(each->path());
  }
}

}  // namespace

std::string read_text(const fs::path& file) {
  constexpr std::uint64_t most_bytes = 256 << 20;
  return read_bounded(file, most_bytes);
}

void write_text(const fs::path& file, std::string_view text) {
  staged_files one;
  one.add(file, text);
  one.commit();
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

scratch_folder::scratch_folder() {
  std::error_code failed;
  fs::path place = fs::temp_directory_path(failed);
  if (failed) place = "/tmp";
  static std::once_flag looked;
  std::call_once(looked, remove_abandoned, place);
  // Between its making and its lock, another process may take the folder for an abandoned one.
  do {
    std::string name = (place / beginning_of_scratch).string() + "XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw file_error("make a temporary folder like", name, errno);
    path_ = name;
    lock_ = open_folder(path_);
    if (!lock_.is_open() && errno != ENOENT) {
      const int reason = errno;
      ::rmdir(name.c_str());
      throw file_error("open the temporary folder", path_, reason);
    }
    // Where folders can't be locked, none is taken for abandoned.
    ::flock(lock_.number(), LOCK_EX);
  } while (!is_at(path_, lock_));
}

scratch_folder::~scratch_folder() {
  remove_folder(path_);
}

}  // namespace fearless::certifier
