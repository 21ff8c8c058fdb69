// SPDX-License-Identifier: MIT
#include "strict_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>
#include <vector>

#include "error.hpp"
#include "printable.hpp"

namespace fearless::certifier {

using nlohmann::json;

namespace {

constexpr int most_levels = 16;
constexpr std::size_t most_fields = 1000;
constexpr std::uint64_t most_counted = 1'000'000'000'000;
constexpr std::size_t longest_shown = 100;
constexpr std::size_t longest_line = 200;

/// Notes while parsing what the parser allows and a strict reader does not.
class strictness {
 public:
  explicit strictness(std::string_view where) : where_(where) {}

  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    const bool opens = event == json::parse_event_t::object_start || event == json::parse_event_t::array_start;
    if (opens && depth >= most_levels) throw user_error(fmt::format("{}: it is nested too deeply", where_));
    if (event == json::parse_event_t::object_start) fields_.emplace_back();
    if (event == json::parse_event_t::object_end) fields_.pop_back();
    if (event == json::parse_event_t::key &&
        (!fields_.back().insert(parsed.get<std::string>()).second || fields_.back().size() > most_fields))
      throw user_error(fmt::format("{}: it has a field twice, or more than {} fields", where_, most_fields));
    return true;
  }

 private:
  std::string_view where_;
  std::vector<std::set<std::string>> fields_;
};

bool is_sha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_link(const std::string& text) {
  static const std::regex form("https?://[!#-;=-~]{1,190}");
  return text.size() <= longest_line && std::regex_match(text, form);
}

bool is_date(const std::string& text) {
  static const std::regex form("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
  return text.size() == 10 && std::regex_match(text, form);
}

bool is_listed(const std::string& text, std::string_view list) {
  return fmt::format("|{}|", list).find(fmt::format("|{}|", text)) != std::string::npos &&
         text.find('|') == std::string::npos;
}

bool is_of_kind(const json& value, const std::string& kind) {
  if (kind == "any") return true;
  if (kind == "count") return value.is_number_unsigned() && value.get<std::uint64_t>() <= most_counted;
  if (kind == "seed") return value.is_number_unsigned();
  if (kind == "number") return value.is_number();
  if (kind == "figure") return value.is_number() || value.is_null();
  if (kind == "boolean") return value.is_boolean();
  if (kind == "yes") return value.is_boolean() && value.get<bool>();
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  if (kind == "text") return true;
  if (kind == "line") return text.size() <= longest_line && printable(text) == text;
  if (kind == "name") return !text.empty();
  if (kind == "link") return is_link(text);
  if (kind == "date") return is_date(text);
  if (kind == "sha256") return is_sha256(text);
  return is_listed(text, kind);
}

/// The form of a field of an object, or null. A name that ends in `?` must not match the name of an optional field.
const json* form_of(const std::string& field, const json& form) {
  std::vector<std::string> names{"*", "*+"};
  if (!field.ends_with('?')) names.insert(names.begin(), {field, field + "?"});
  for (const std::string& name : names)
    if (const auto found = form.find(name); found != form.end()) return &*found;
  return nullptr;
}

void require_fields(const json& value, const json& form, const std::string& where) {
  for (const auto& [field, unused] : form.items())
    if (field.front() != '*' && !field.ends_with('?') && !value.contains(field))
      throw user_error(fmt::format("{}: the field {} is missing", where, field));
  if (form.contains("*+") && value.empty()) throw user_error(fmt::format("{}: it is empty", where));
  for (const auto& [field, each] : value.items()) {
    const json* known = form_of(field, form);
    if (known == nullptr) throw user_error(fmt::format("{}: the field {} is unknown", where, shown(field)));
    require_form(each, *known, fmt::format("{}: {}", where, shown(field)));
  }
}

}  // namespace

json parse_strictly(std::string_view text, std::string_view where) {
  if (text.starts_with("\xEF\xBB\xBF")) throw user_error(fmt::format("{}: it begins with a byte order mark", where));
  try {
    return json::parse(text, strictness(where), true, false);
  } catch (const json::exception&) {
    throw user_error(fmt::format("{}: not JSON", where));
  }
}

void require_form(const json& value, const json& form, const std::string& where) {
  if (form.is_string()) {
    if (is_of_kind(value, form.get<std::string>())) return;
    throw user_error(fmt::format("{}: {} is not of the kind {}", where, shown(value), form.get<std::string>()));
  }
  if (value.type() != form.type())
    throw user_error(fmt::format("{}: not {}", where, form.is_array() ? "a list" : "an object"));
  if (form.is_object()) return require_fields(value, form, where);
  for (const json& each : value) require_form(each, form.front(), where);
}

std::string shown(const json& value) {
  std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
  if (text.size() > longest_shown) text = text.substr(0, longest_shown - 3) + "...";
  return text;
}

}  // namespace fearless::certifier
