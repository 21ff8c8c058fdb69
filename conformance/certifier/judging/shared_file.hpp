// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "error.hpp"
#include "file_descriptor.hpp"

namespace fearless::certifier {

/// A file that the test program shares with this one. What it writes stays, even if it crashes. A new file is zero.
template <class Contents>
class shared_file {
 public:
  /// Errors: `user_error` if the file can't be made.
  explicit shared_file(std::filesystem::path file) : path_(std::move(file)) {
    const file_descriptor opened(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (!opened.is_open() || ::ftruncate(opened.number(), sizeof(Contents)) != 0)
      throw file_error("write", path_, errno);
    void* const mapped = ::mmap(nullptr, sizeof(Contents), PROT_READ | PROT_WRITE, MAP_SHARED, opened.number(), 0);
    if (mapped == MAP_FAILED) throw file_error("map", path_, errno);
    contents_ = static_cast<Contents*>(mapped);
  }
  ~shared_file() { ::munmap(contents_, sizeof *contents_); }
  shared_file(const shared_file&) = delete;
  shared_file& operator=(const shared_file&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  Contents& operator*() const { return *contents_; }
  Contents* operator->() const { return contents_; }

 private:
  std::filesystem::path path_;
  Contents* contents_ = nullptr;
};

}  // namespace fearless::certifier
