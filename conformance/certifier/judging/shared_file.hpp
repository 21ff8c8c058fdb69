// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <utility>

#include "error.hpp"
#include "file_descriptor.hpp"

namespace fearless::certifier {

/// A file that the test program shares with this one. What it writes stays, even if it crashes. A new file is zero.
template <class Contents>
class shared_file {
 public:
  /// Errors: `user_error` if the file can't be made.
  explicit shared_file(std::filesystem::path file)
      : path_(std::move(file)), file_(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (!file_.is_open() || ::ftruncate(file_.number(), sizeof(Contents)) != 0) throw file_error("write", path_, errno);
    void* const mapped = ::mmap(nullptr, sizeof(Contents), PROT_READ | PROT_WRITE, MAP_SHARED, file_.number(), 0);
    if (mapped == MAP_FAILED) throw file_error("map", path_, errno);
    contents_ = static_cast<Contents*>(mapped);
  }
  ~shared_file() { ::munmap(contents_, sizeof *contents_); }
  shared_file(const shared_file&) = delete;
  shared_file& operator=(const shared_file&) = delete;

  /// Whether the test program left the file as long as it was. If not, reading the contents would end this process.
  [[nodiscard]] bool is_whole() const {
    struct stat about{};
    return ::fstat(file_.number(), &about) == 0 && static_cast<std::size_t>(about.st_size) >= sizeof(Contents);
  }

  /// Makes the file zero again, whatever became of it. Errors: `user_error`.
  void clear() const {
    if (::ftruncate(file_.number(), 0) != 0 || ::ftruncate(file_.number(), sizeof(Contents)) != 0)
      throw file_error("write", path_, errno);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  Contents& operator*() const { return *contents_; }
  Contents* operator->() const { return contents_; }

 private:
  std::filesystem::path path_;
  file_descriptor file_;
  Contents* contents_ = nullptr;
};

}  // namespace fearless::certifier
