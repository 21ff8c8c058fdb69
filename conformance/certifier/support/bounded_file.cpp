// SPDX-License-Identifier: MIT
#include "bounded_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>

#include "error.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// Appends what is left to read, at most so many bytes. Returns whether that was all of it; `errno` is 0 if there is
/// more.
bool read_all(const file_descriptor& from, std::uint64_t most_bytes, std::string& text) {
  for (;;) {
    constexpr std::size_t piece = 1 << 16;
    const std::size_t before = text.size();
    errno = 0;
    if (before > most_bytes) return false;
    text.resize(before + piece);
    const ssize_t count = ::read(from.number(), text.data() + before, piece);
    text.resize(before + static_cast<std::size_t>(count < 0 ? 0 : count));
    if (count < 0 && errno != EINTR) return false;
    if (count == 0) return true;
  }
}

user_error too_large(const fs::path& file, std::uint64_t most_bytes) {
  return user_error(fmt::format("{}: larger than {} bytes", file.string(), most_bytes));
}

}  // namespace

file_descriptor open_bounded(const fs::path& file, std::uint64_t most_bytes) {
  file_descriptor in(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat about{};
  if (!in.is_open() || ::fstat(in.number(), &about) != 0) throw file_error("read", file, errno);
  if (!S_ISREG(about.st_mode)) throw user_error(fmt::format("{}: not a regular file", file.string()));
  if (static_cast<std::uint64_t>(about.st_size) > most_bytes) throw too_large(file, most_bytes);
  return in;
}

std::string read_bounded(const fs::path& file, std::uint64_t most_bytes) {
  const file_descriptor in = open_bounded(file, most_bytes);
  std::string text;
  if (read_all(in, most_bytes, text)) return text;
  if (errno != 0) throw file_error("read", file, errno);
  throw too_large(file, most_bytes);
}

std::optional<left_file> read_left(const fs::path& folder, const std::string& name, std::uint64_t most_bytes) {
  const file_descriptor place(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat about{};
  if (!place.is_open() || ::fstatat(place.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0)
    return std::nullopt;
  const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  const file_descriptor in(S_ISREG(about.st_mode) ? ::openat(place.number(), name.c_str(), flags) : -1);
  left_file found{.is_strange = true};
  // A further name may belong to any file of the user's.
  if (!in.is_open() || ::fstat(in.number(), &about) != 0 || !S_ISREG(about.st_mode) || about.st_nlink > 1 ||
      static_cast<std::uint64_t>(about.st_size) > most_bytes)
    return found;
  found.is_strange = !read_all(in, most_bytes, found.text);
  if (found.is_strange) found.text.clear();
  return found;
}

}  // namespace fearless::certifier
