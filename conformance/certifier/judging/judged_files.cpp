// SPDX-License-Identifier: MIT
#include "judged_files.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>
#include <tuple>

#include "digest.hpp"
#include "error.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

user_error changed(const fs::path& file) {
  return user_error(
      fmt::format("{}: it changed while it was judged, so the rows may be about several files: certify it again when "
                  "nothing builds or replaces it",
                  file.string()));
}

}  // namespace

judged_files::judged_files() {
  // The clock of files goes in steps, or is exact. What was written until now must be older than all that is written
  // later.
  const instant before = now_by(CLOCK_REALTIME);
  while ((beginning_ = now_by(CLOCK_REALTIME_COARSE)) <= before)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

judged_files::instant judged_files::now_by(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return {now.tv_sec, now.tv_nsec};
}

std::optional<judged_files::known_file> judged_files::look_at(const fs::path& file) {
  struct stat seen{};
  if (::stat(file.c_str(), &seen) != 0) return std::nullopt;
  return known_file{.device = seen.st_dev,
                    .number = seen.st_ino,
                    .size = seen.st_size,
                    .changed = {seen.st_ctim.tv_sec, seen.st_ctim.tv_nsec}};
}

void judged_files::require_same(const fs::path& file, const known_file& before) const {
  const auto facts = [](const known_file& of) { return std::tie(of.device, of.number, of.size, of.changed); };
  const auto now = look_at(file);
  // Of a file that is seen late, it is known only when it changed last.
  if (!now || facts(*now) != facts(before) || now->changed >= beginning_) throw changed(file);
}

std::string judged_files::digest_of(const fs::path& file) {
  const std::scoped_lock lock(guard_);
  if (const auto found = known_.find(file); found != known_.end()) return found->second.sha256;
  known_file seen = look_at(file).value_or(known_file());
  seen.sha256 = sha256_of_file(file);
  require_same(file, seen);
  return known_.emplace(file, std::move(seen)).first->second.sha256;
}

void judged_files::require_unchanged() const {
  const std::scoped_lock lock(guard_);
  for (const auto& [file, before] : known_) require_same(file, before);
}

}  // namespace fearless::certifier
