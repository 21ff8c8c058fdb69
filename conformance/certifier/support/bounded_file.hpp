// SPDX-License-Identifier: MIT
// Reading files that someone else may have made: it costs a bounded amount of memory and time, whatever they are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "file_descriptor.hpp"

namespace fearless::certifier {

/// The size of the largest library that can be judged.
inline constexpr std::uint64_t most_bytes_of_library = std::uint64_t{1} << 30;

/// Opens a regular file of at most so many bytes for reading. Does not block on a FIFO or a device.
/// Errors: user_error that names the file.
file_descriptor open_bounded(const std::filesystem::path& file, std::uint64_t most_bytes);

/// The contents of a regular file of at most so many bytes. Does not block on a FIFO or a device.
/// Errors: user_error that names the file.
std::string read_bounded(const std::filesystem::path& file, std::uint64_t most_bytes);

/// The contents of a file that a judged program may have put into its folder; nothing if there is none by this name.
struct left_file {
  bool is_strange = false;  ///< a link, no regular file, or larger than expected; then nothing of it is read
  std::string text{};
};

/// Reads it. Follows no link, neither to the file nor to the folder. Does not block.
std::optional<left_file> read_left(const std::filesystem::path& folder, const std::string& name,
                                   std::uint64_t most_bytes);

}  // namespace fearless::certifier
