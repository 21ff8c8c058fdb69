// SPDX-License-Identifier: MIT
// Reading the files of /proc.
#pragma once

#include <sys/types.h>

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The whole of a file of /proc; empty if what it is about is gone, or if reading is not permitted.
std::string proc_file(const std::string& file);

/// The numbers that name entries of a folder of /proc, in the order of the folder.
std::vector<pid_t> numbered_entries(const std::string& folder);

/// The value after `label` in a file of lines `label value`; empty without one.
std::string_view field(std::string_view text, std::string_view label);

/// The words between spaces and line breaks.
std::vector<std::string_view> words(std::string_view text);

/// The number that a text begins with; 0 without one.
template <class Number>
Number number_in(std::string_view text, int base = 10) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

}  // namespace fearless::certifier
