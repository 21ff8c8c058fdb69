// SPDX-License-Identifier: MIT
#include "lua_text.hpp"

#include <fmt/format.h>

#include <string_view>

namespace fearless::certifier {

using nlohmann::json;

namespace {

void write_string(std::string& to, std::string_view text) {
  to += '"';
  for (const char each : text) {
    // Lua reads every other byte of a literal as it stands. Three digits, since a digit may follow.
    if (each == '"' || each == '\\' || each == '\n' || each == '\r' || each == '\0')
      to += fmt::format("\\{:03}", static_cast<int>(each));
    else
      to += each;
  }
  to += '"';
}

void write(std::string& to, const json& value) {
  if (value.is_object()) {
    to += '{';
    for (const auto& [key, item] : value.items()) {
      to += '[';
      write_string(to, key);
      to += "]=";
      write(to, item);
      to += ',';
    }
    to += '}';
  } else if (value.is_array()) {
    to += '{';
    for (const json& item : value) {
      write(to, item);
      to += ',';
    }
    to += '}';
  } else if (value.is_string()) {
    write_string(to, value.get_ref<const std::string&>());
  } else {
    to += value.is_null() ? "nil" : value.dump();
  }
}

}  // namespace

std::string lua_text(const json& value) {
  std::string text;
  write(text, value);
  return text;
}

}  // namespace fearless::certifier
