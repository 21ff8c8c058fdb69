// SPDX-License-Identifier: MIT
#include "implementation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <regex>

#include "bounded_file.hpp"
#include "error.hpp"
#include "nearest.hpp"
#include "printable.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A name is part of file names, which have at most 255 bytes.
constexpr std::size_t longest_name = 100;

/// One JSON object of an implementation.json. Every error names the file and the field.
class strict_object {
 public:
  strict_object(const json& object, std::string where, const std::vector<std::string>& known)
      : object_(object), where_(std::move(where)) {
    if (!object.is_object()) throw user_error(fmt::format("{}: must be an object {{…}}", where_));
    for (const auto& [field, value] : object.items())
      if (std::ranges::find(known, field) == known.end())
        throw user_error(
            fmt::format("{}: unknown field \"{}\"; allowed are {}", where_, field, fmt::join(known, ", ")));
  }

  std::string text(const char* field) const {
    if (!object_.contains(field))
      throw user_error(fmt::format("{}: the field \"{}\" is missing: add it", where_, field));
    return text_or(field, "");
  }

  std::string text_or(const char* field, std::string otherwise) const {
    if (!object_.contains(field)) return otherwise;
    if (!object_[field].is_string() || object_[field].get<std::string>().empty())
      throw user_error(fmt::format("{}: \"{}\" must be a non-empty string", where_, field));
    return object_[field].get<std::string>();
  }

  bool truth_or(const char* field, bool otherwise) const {
    if (!object_.contains(field)) return otherwise;
    if (!object_[field].is_boolean()) throw user_error(fmt::format("{}: \"{}\" must be true or false", where_, field));
    return object_[field].get<bool>();
  }

  std::vector<std::string> texts(const char* field) const {
    std::vector<std::string> all;
    if (!object_.contains(field)) return all;
    const json& list = object_[field];
    if (!list.is_array() || !std::ranges::all_of(list, [](const json& each) { return each.is_string(); }))
      throw user_error(fmt::format("{}: \"{}\" must be a list of strings", where_, field));
    for (const auto& each : list) all.push_back(each.get<std::string>());
    return all;
  }

 private:
  const json& object_;
  std::string where_;
};

json parsed(const fs::path& file) {
  constexpr std::uint64_t most_bytes = 16 << 20;
  try {
    return json::parse(read_bounded(file, most_bytes));
  } catch (const json::parse_error& error) {
    const std::string what = error.what();
    const auto place = what.find("at line");
    throw user_error(
        fmt::format("{}: not valid JSON: {}", file.string(), place == std::string::npos ? what : what.substr(place)));
  }
}

/// A language is any word: nothing depends on it but how a library is instrumented, and whether bindings are in Rust.
void require_language(const fs::path& file, const std::string& language) {
  static const std::regex word("[a-z][a-z0-9]{0,29}");
  if (!std::regex_match(language, word))
    throw user_error(
        fmt::format("{}: \"language\" is \"{}\", but must be a word of a-z and 0-9, at most 30 of them: cpp for C++, "
                    "csharp for C#, ada for Ada",
                    file.string(), printable(language, 200)));
}

void read_libraries(implementation& read, const json& whole) {
  if (!whole.contains("libraries") && whole.contains("native_bindings")) return;
  if (!whole.contains("libraries"))
    throw user_error(fmt::format(
        "{}: the field \"libraries\" is missing: add {{\"plain\": \"path of the library\"}}, or \"native_bindings\"",
        read.file.string()));
  const strict_object libraries(whole["libraries"], read.file.string() + ": libraries", {"plain", "instrumented"});
  const auto absolute = [&](const char* field) -> std::optional<fs::path> {
    const std::string path = libraries.text_or(field, "");
    if (path.empty()) return std::nullopt;
    return (read.file.parent_path() / path).lexically_normal();
  };
  read.plain = absolute("plain");
  read.instrumented = absolute("instrumented");
  if (!read.plain && !read.instrumented)
    throw user_error(
        fmt::format("{}: \"libraries\" is empty: add \"plain\", \"instrumented\" or both", read.file.string()));
}

void read_native_bindings(implementation& read, const json& whole) {
  if (!whole.contains("native_bindings")) return;
  const strict_object names(whole["native_bindings"], read.file.string() + ": native_bindings",
                            read.is_in_rust() ? std::vector<std::string>{"crate", "flags", "rustc"}
                                              : std::vector<std::string>{"include", "flags"});
  read.native_bindings.emplace();
  read.native_bindings->flags = names.texts("flags");
  if (read.is_in_rust()) {
    read.native_bindings->rustc = names.text_or("rustc", "");
    read.native_bindings->crate = (read.file.parent_path() / names.text("crate")).lexically_normal();
    std::error_code absent;
    if (!fs::is_regular_file(*read.native_bindings->crate, absent))
      throw user_error(
          fmt::format("{}: native_bindings: \"crate\" is {}, which is not a file: give the root of the crate `native`",
                      read.file.string(), read.native_bindings->crate->string()));
    return;
  }
  for (const auto& folder : names.texts("include"))
    read.native_bindings->include.push_back((read.file.parent_path() / folder).lexically_normal());
  if (read.native_bindings->root().empty())
    throw user_error(
        fmt::format("{}: native_bindings: no folder in \"include\" contains native.hpp", read.file.string()));
}

void read_explanations(implementation& read, const strict_object& fields) {
  const std::string path = fields.text_or("explanations", "");
  if (path.empty()) return;
  read.explanations_file = (read.file.parent_path() / path).lexically_normal();
  std::error_code absent;
  if (!fs::is_regular_file(read.explanations_file, absent))
    throw user_error(fmt::format("{}: \"explanations\" is {}, which is not a file", read.file.string(),
                                 read.explanations_file.string()));
  const json whole = parsed(read.explanations_file);
  if (!whole.is_object())
    throw user_error(fmt::format("{}: must be an object {{\"claim.id\": \"why it does not hold\", …}}",
                                 read.explanations_file.string()));
  for (const auto& [claim, explanation] : whole.items()) {
    if (!explanation.is_string() || explanation.get<std::string>().empty())
      throw user_error(fmt::format("{}: \"{}\" must be a non-empty string", read.explanations_file.string(), claim));
    read.explanations[claim] = explanation.get<std::string>();
  }
}

fs::path folder_of(const fs::path& build) {
  return build / "implementations";
}

const std::vector<std::string>& known_fields() {
  static const std::vector<std::string> names{"name",         "language",  "description",
                                              "homepage",     "libraries", "native_bindings",
                                              "explanations", "needs",     "housekeeping"};
  return names;
}

/// The build writes NAME.json, or NAME.missing.json for an implementation that it could not build.
constexpr std::string_view missing_ending = ".missing.json";

fs::path file_of(const fs::path& build, const std::string& name_or_file) {
  const bool is_path = name_or_file.find('/') != std::string::npos || name_or_file.ends_with(".json");
  const fs::path file = is_path ? fs::path(name_or_file) : folder_of(build) / (name_or_file + ".json");
  if (!is_path)
    for (const auto& [name, packages] : missing_implementations(build))
      if (name == name_or_file)
        throw user_error(fmt::format(
            "{} is not built: it needs {}; run `apt-get install {}` and configure again (cmake --preset dev)", name,
            fmt::join(packages, ", "), fmt::join(packages, " ")));
  std::error_code absent;
  if (fs::exists(file, absent)) return fs::absolute(file).lexically_normal();
  if (const auto nearby = is_path ? std::nullopt : description_nearby(name_or_file))
    throw user_error(fmt::format("unknown implementation {}: did you mean {}?", name_or_file, nearby->string()));
  if (is_path)
    throw user_error(fmt::format("{}: file not found: give the path of an implementation.json", name_or_file));
  const auto known = implementation_names(build);
  throw user_error(fmt::format("unknown implementation {}: {}give the path of an implementation.json", name_or_file,
                               known.empty() ? "" : suggest(name_or_file, known) + "; or "));
}

/// Quoted for a shell.
std::string quoted(const std::string& word) {
  const bool plain = std::ranges::all_of(word, [](unsigned char each) {
    return std::isalnum(each) != 0 ||
           std::string_view("._-/+=:,").find(static_cast<char>(each)) != std::string_view::npos;
  });
  if (plain && !word.empty()) return word;
  std::string safe = "'";
  for (const char each : word) safe += each == '\'' ? std::string("'\\''") : std::string(1, each);
  return safe + "'";
}

}  // namespace

fs::path native_description::root() const {
  if (crate) return *crate;
  const auto found = std::ranges::find_if(include, [](const fs::path& folder) {
    std::error_code absent;
    return fs::is_regular_file(folder / "native.hpp", absent);
  });
  return found == include.end() ? fs::path() : *found / "native.hpp";
}

std::string_view name(build_kind build) {
  switch (build) {
    case build_kind::plain:
      return "plain";
    case build_kind::instrumented:
      return "instrumented";
    case build_kind::compile_time:
      return "compile-time";
  }
  return "compile-time";
}

std::optional<build_kind> build_named(std::string_view wanted) {
  for (const auto build : {build_kind::plain, build_kind::instrumented, build_kind::compile_time})
    if (name(build) == wanted) return build;
  return std::nullopt;
}

bool is_implementation_name(const std::string& name) {
  return !name.empty() && name.size() <= longest_name &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

std::optional<fs::path> description_nearby(const std::string& name) {
  std::error_code absent;
  for (const fs::path& folder : {fs::path(), fs::path(name)}) {
    for (const auto& entry : fs::directory_iterator(folder / "build" / "implementations", absent))
      if (entry.path().extension() == ".json" && (name.empty() || entry.path().stem() == name)) return entry.path();
    fs::path own = folder / "implementation.json";
    if (folder == name && fs::exists(own, absent)) return own;
  }
  return std::nullopt;
}

std::vector<std::string> implementation_names(const fs::path& build) {
  std::vector<std::string> names;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder_of(build), absent))
    if (entry.path().extension() == ".json" && !entry.path().string().ends_with(missing_ending))
      names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::vector<missing_implementation> missing_implementations(const fs::path& build) {
  std::vector<missing_implementation> missing;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder_of(build), absent)) {
    if (!entry.path().string().ends_with(missing_ending)) continue;
    const json note = parsed(entry.path());
    const strict_object fields(note, entry.path().string(), {"name", "packages"});
    missing.push_back({fields.text("name"), fields.texts("packages")});
  }
  std::ranges::sort(missing, {}, &missing_implementation::name);
  return missing;
}

std::vector<std::string> needs_of(const fs::path& build, const std::string& name) {
  const fs::path file = folder_of(build) / (name + ".json");
  const json whole = parsed(file);
  return strict_object(whole, file.string(), known_fields()).texts("needs");
}

std::string implementation::as_argument() const {
  return quoted(in_tree ? name : file.string());
}

implementation load_implementation(const fs::path& build, const std::string& name_or_file) {
  implementation read;
  read.file = file_of(build, name_or_file);
  std::error_code unresolved;
  read.in_tree = fs::equivalent(read.file.parent_path(), folder_of(build), unresolved);
  const json whole = parsed(read.file);
  const strict_object fields(whole, read.file.string(), known_fields());
  read.name = fields.text("name");
  if (!is_implementation_name(read.name))
    throw user_error(fmt::format("{}: \"name\" is \"{}\", but may contain only a-z, 0-9 and -, at most {} of them",
                                 read.file.string(), printable(read.name, 200), longest_name));
  read.language = fields.text("language");
  require_language(read.file, read.language);
  read.description = fields.text_or("description", "");
  read.homepage = fields.text_or("homepage", "");
  read_libraries(read, whole);
  read_native_bindings(read, whole);
  read_explanations(read, fields);
  read.has_housekeeping = fields.truth_or("housekeeping", false);
  read.needs = fields.texts("needs");
  return read;
}

}  // namespace fearless::certifier
