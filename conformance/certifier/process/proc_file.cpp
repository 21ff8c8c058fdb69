// SPDX-License-Identifier: MIT
#include "proc_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "file_descriptor.hpp"

namespace fearless::certifier {

std::string proc_file(const std::string& file) {
  const file_descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  std::string text;
  std::array<char, 4096> chunk;
  while (in.is_open()) {
    const auto length = ::read(in.number(), chunk.data(), chunk.size());
    if (length <= 0) break;
    text.append(chunk.data(), static_cast<std::size_t>(length));
  }
  return text;
}

std::vector<pid_t> numbered_entries(const std::string& folder) {
  std::vector<pid_t> numbers;
  std::error_code gone;
  for (auto entry = std::filesystem::directory_iterator(folder, gone); entry != std::filesystem::directory_iterator();
       entry.increment(gone))
    if (const auto number = number_in<pid_t>(entry->path().filename().string()); number > 0) numbers.push_back(number);
  return numbers;
}

std::string_view field(std::string_view text, std::string_view label) {
  const auto at = text.find(label);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + label.size());
  text = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    if (text.empty()) return found;
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace fearless::certifier
