// SPDX-License-Identifier: MIT
#include "json_lines.hpp"

#include <fmt/format.h>

#include "bounded_file.hpp"
#include "error.hpp"
#include "files.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

using nlohmann::json;

json object_in(std::string_view text) try {
  json parsed = parse_strictly(text, "");
  return parsed.is_object() ? parsed : json();
} catch (const user_error&) {
  return nullptr;
}

std::string json_text(const json& value, int indentation) {
  return value.dump(indentation, ' ', false, json::error_handler_t::replace);
}

std::string text_of(const framed_lines& lines) {
  std::string text = json_text(lines.header) + "\n";
  for (const auto& row : lines.rows) text += json_text(row) + "\n";
  return text + json_text(lines.footer) + "\n";
}

framed_lines read_framed(const std::filesystem::path& file, const std::string& format, std::uint64_t most_bytes) {
  framed_lines read;
  std::size_t number = 0;
  for (const auto& line : lines_of(read_bounded(file, most_bytes))) {
    ++number;
    json parsed = object_in(line);
    const bool is_header = number == 1;
    if (!parsed.is_object())
      read.problems.push_back(fmt::format("{}:{}: not a JSON object", file.string(), number));
    else if (!read.footer.is_null())
      read.problems.push_back(fmt::format("{}:{}: there are lines after the footer", file.string(), number));
    else if (is_header)
      read.header = std::move(parsed);
    else if (parsed.contains("complete"))
      read.footer = std::move(parsed);
    else
      read.rows.push_back(std::move(parsed));
  }
  if (!read.header.is_object() || read.header.value("fearless", json()) != format)
    read.problems.push_back(fmt::format("{}: its first line is not a header of the format {}", file.string(), format));
  if (!read.footer.is_object() || read.footer["complete"] != true)
    read.problems.push_back(fmt::format("{}: the file is cut short: it has no footer", file.string()));
  return read;
}

}  // namespace fearless::certifier
