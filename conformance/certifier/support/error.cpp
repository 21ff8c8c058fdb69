// SPDX-License-Identifier: MIT
#include "error.hpp"

#include <fmt/format.h>

#include <cstring>

namespace fearless::certifier {

user_error file_error(std::string_view action, const std::filesystem::path& file, int error) {
  return user_error(fmt::format("can't {} {}: {}", action, file.string(), ::strerror(error)));
}

}  // namespace fearless::certifier
