// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace fearless::certifier {

/// What a program may have lacked: a failure of such a program says nothing about the program. Begins to watch when it
/// is made. The system counts what it refuses for some of its limits only; for others it is looked at what is left.
/// Thread safety: each object is for one thread.
class shortage_watch {
 public:
  shortage_watch();

  /// What the machine refused since then, or has hardly left, as the end of a message; empty if nothing is known.
  /// `scratch` is a folder that the program wrote into.
  [[nodiscard]] std::string lacking(const std::filesystem::path& scratch) const;

 private:
  std::uint64_t refused_threads_, killed_for_memory_;
};

}  // namespace fearless::certifier
