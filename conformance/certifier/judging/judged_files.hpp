// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <ctime>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace fearless::certifier {

/// The files that a run judges, from before it loads the first one. They are loaded by their own paths, since a copy
/// would not find the files beside it. So they must not change meanwhile: then the run would say of some what it saw of
/// others. Thread safety: yes.
class judged_files {
 public:
  /// Notes the time. Blocks: for some milliseconds at most.
  judged_files();

  /// The SHA-256 of a file. Errors: user_error if it can't be read, or has changed since.
  std::string digest_of(const std::filesystem::path& file);

  /// Errors: user_error if one of the files whose digest was taken has changed, or is no longer in its place.
  void require_unchanged() const;

 private:
  using instant = std::pair<std::time_t, long>;
  struct known_file {
    dev_t device{};
    ino_t number{};
    off_t size{};
    instant changed{};
    std::string sha256{};
  };
  static instant now_by(clockid_t clock);
  [[nodiscard]] static std::optional<known_file> look_at(const std::filesystem::path& file);
  void require_same(const std::filesystem::path& file, const known_file& before) const;

  instant beginning_;
  mutable std::mutex guard_;
  std::map<std::filesystem::path, known_file> known_;
};

}  // namespace fearless::certifier
