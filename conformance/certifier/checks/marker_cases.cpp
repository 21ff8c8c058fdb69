// SPDX-License-Identifier: MIT
#include "marker_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <regex>

#include "case_heads.hpp"
#include "files.hpp"
#include "header_comment.hpp"
#include "nearest.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// A kind of parameter: its markers, and its name in the cases of each language.
struct parameter_kind {
  bool sendable;
  bool shareable;
  const char* cpp;
  const char* rust;

  [[nodiscard]] const char* name(source_language language) const {
    return language == source_language::rust ? rust : cpp;
  }
};

constexpr std::array parameter_kinds{
    parameter_kind{.sendable = true, .shareable = true, .cpp = "int", .rust = "i32"},
    parameter_kind{.sendable = true, .shareable = false, .cpp = "only_sendable", .rust = "OnlySendable"},
    parameter_kind{.sendable = false, .shareable = true, .cpp = "only_shareable", .rust = "OnlyShareable"},
    parameter_kind{.sendable = false, .shareable = false, .cpp = "neither", .rust = "Neither"}};

/// Whether a type made with this kind of parameter has the marker; nothing if the rule leaves it open.
std::optional<bool> has_marker(marker_condition condition, const parameter_kind& kind) {
  switch (condition) {
    case marker_condition::always:
      return true;
    case marker_condition::never:
      return false;
    case marker_condition::if_sendable:
      return kind.sendable;
    case marker_condition::if_shareable:
      return kind.shareable;
    case marker_condition::if_both:
      return kind.sendable && kind.shareable;
    case marker_condition::for_every_sendable:
      return kind.sendable ? std::optional(true) : std::nullopt;
  }
  return std::nullopt;
}

const std::optional<std::string>& type_of(const marker_rule& rule, source_language language) {
  return language == source_language::rust ? rule.rust : rule.cpp;
}

const std::regex& parameter() {
  static const std::regex word(R"(\bT\b)");
  return word;
}

constexpr std::string_view start_in_cpp = R"(#include <native.hpp>
#include <type_traits>
#include <utility>

struct only_sendable {
  mutable int value;
};
class only_shareable {
  [[maybe_unused]] int value_ = 0;
};
NATIVE_UNSAFE_SYNC(only_shareable);
using neither = int*;
)";

constexpr std::string_view checks_in_cpp = R"(
template <class T>
struct part {
  T value;
};
template <class T>
auto capture(T value) {
  return [value = std::move(value)] { static_cast<void>(value); };
}

/// Whether a closure that owns a `T` has no marker that the `T` lacks. It may have none: C++ hides its parts.
template <class T>
consteval bool closure_has_no_other(bool send, bool sync) {
  if constexpr (std::is_move_constructible_v<T>) {
    using closure = decltype(capture(std::declval<T>()));
    return (send || !native::send<closure>) && (sync || !native::sync<closure>);
  }
  return true;
}

/// Whether a type has exactly these markers, and what is made of it those that follow.
template <class T>
consteval bool has_markers(bool send, bool sync) {
  return native::send<T> == send && native::sync<T> == sync && native::send<const T&> == sync &&
         native::send<part<T>> == send && native::sync<part<T>> == sync && native::send<std::pair<int, T>> == send &&
         native::sync<std::pair<int, T>> == sync && closure_has_no_other<T>(send, sync);
}

static_assert(has_markers<int>(true, true));
static_assert(has_markers<only_sendable>(true, false));
static_assert(has_markers<only_shareable>(false, true));
static_assert(has_markers<neither>(false, false));

)";

constexpr std::string_view start_in_rust = R"(#![allow(dead_code)]
use native::{Send, Sync};

type OnlySendable = std::cell::Cell<i32>;
type OnlyShareable = std::sync::MutexGuard<'static, i32>;
type Neither = *mut i32;
)";

constexpr std::string_view checks_in_rust = R"(
/// Whether a type has a trait: an inherent constant of the type hides the constant of the trait.
macro_rules! is {
    ($type:ty: $($bound:tt)+) => {{
        trait Otherwise {
            const FOUND: bool = false;
        }
        impl<T: ?Sized> Otherwise for T {}

        struct Bound<T: ?Sized>(std::marker::PhantomData<T>);
        impl<T: ?Sized + $($bound)+> Bound<T> {
            const FOUND: bool = true;
        }
        <Bound<$type>>::FOUND
    }};
}

/// Checks whether a type has exactly these markers, and what is made of it those that follow.
macro_rules! markers {
    ($type:ty, $send:literal, $sync:literal) => {
        const _: () = assert!(is!($type: Send) == $send && is!($type: Sync) == $sync);
        const _: () = assert!(is!(&'static $type: Send) == $sync);
        const _: () = assert!(is!((i32, $type): Send) == $send && is!((i32, $type): Sync) == $sync);
    };
}

markers!(i32, true, true);
markers!(OnlySendable, true, false);
markers!(OnlyShareable, false, true);
markers!(Neither, false, false);

)";

/// The type under test with this parameter, by the name that the case gives it.
std::string under_test(source_language language, bool has_parameter, const parameter_kind& kind) {
  const char* name = language == source_language::rust ? "UnderTest" : "under_test";
  return has_parameter ? fmt::format("{}<{}>", name, kind.name(language)) : name;
}

std::string definition(source_language language, const std::string& type, bool has_parameter) {
  if (language == source_language::rust)
    return fmt::format("type UnderTest{} = {};\n", has_parameter ? "<T>" : "", type);
  return fmt::format("{}using under_test = {};\n", has_parameter ? "template <class T>\n" : "", type);
}

std::string assertion(source_language language, const std::string& type, bool send, bool sync) {
  return language == source_language::rust ? fmt::format("markers!({}, {}, {});\n", type, send, sync)
                                           : fmt::format("static_assert(has_markers<{}>({}, {}));\n", type, send, sync);
}

std::string text_of(const marker_rule& rule, source_language language, const claim& of) {
  const bool in_rust = language == source_language::rust;
  const std::string& type = *type_of(rule, language);
  const bool has_parameter = std::regex_search(type, parameter());
  std::string text = fmt::format(
      "// SPDX-License-Identifier: MIT\n// Aspect: The {}{}.\n// Needs: {}\n// Rule: in {}; `fearless check --fix` "
      "writes this file.\n{}{}{}",
      rule.name, has_parameter ? ", with each kind of parameter" : "",
      std::regex_replace(type, parameter(), parameter_kinds.front().name(language)), of.file,
      in_rust ? start_in_rust : start_in_cpp, "\n" + definition(language, type, has_parameter),
      in_rust ? checks_in_rust : checks_in_cpp);
  for (const parameter_kind& kind : parameter_kinds) {
    const auto send = has_marker(rule.sendable, kind), sync = has_marker(rule.shareable, kind);
    if (send && sync) text += assertion(language, under_test(language, has_parameter, kind), *send, *sync);
    if (!has_parameter) break;
  }
  return with_claim(in_rust ? text + "\nfn main() {}\n" : text, of.text);
}

/// A name in words as a part of a file name.
std::string as_aspect(std::string name) {
  std::ranges::replace(name, ' ', '-');
  std::ranges::transform(name, name.begin(), [](unsigned char each) { return std::tolower(each); });
  return name;
}

}  // namespace

std::vector<marker_case> marker_cases(const catalogue& text) {
  std::vector<marker_case> made;
  for (const chapter& each : text.chapters)
    for (const marker_rule& rule : each.marker_rules)
      for (const source_language language : {source_language::cpp, source_language::rust}) {
        const claim* of = text.find(rule.claim);
        if (of == nullptr || !type_of(rule, language)) continue;
        made.push_back({.file = fmt::format("conformance/claims/{}.{}.type.{}", rule.claim, as_aspect(rule.name),
                                            language == source_language::rust ? "rs" : "cpp"),
                        .text = text_of(rule, language, *of),
                        .rule = &rule,
                        .of = &each});
      }
  return made;
}

std::vector<violation> violations_of_marker_cases(const fs::path& source, const catalogue& text) {
  std::vector<violation> found;
  std::vector<std::string> claims;
  for (const claim& each : text.claims) claims.push_back(each.id);
  for (const chapter& each : text.chapters)
    for (const marker_rule& rule : each.marker_rules)
      if (text.find(rule.claim) == nullptr)
        found.push_back({each.file, rule.line,
                         fmt::format("the rule of `{}` names the claim `{}`, which does not exist; {}", rule.name,
                                     rule.claim, suggest(rule.claim, claims))});
  const auto made = marker_cases(text);
  for (const marker_case& each : made) {
    const fs::path file = source / each.file;
    std::error_code absent;
    if (!fs::exists(file, absent) || read_text(file) != each.text)
      found.push_back({each.of->file, each.rule->line,
                       fmt::format("{} is not the case of the rule of `{}`; run `fearless check --fix` to write it",
                                   each.file, each.rule->name)});
  }
  for (const case_file& each : case_files(source, text)) {
    const std::string file = each.file.lexically_relative(source).string();
    const auto rule = find_header_field(read_text(each.file), "Rule");
    if (rule && std::ranges::find(made, file, &marker_case::file) == made.end())
      found.push_back({file, rule->line, "the case of a rule that no table has; delete the file, or add the rule"});
  }
  return found;
}

std::size_t write_marker_cases(const fs::path& source, const catalogue& text) {
  std::size_t changed = 0;
  for (const marker_case& each : marker_cases(text)) {
    const fs::path file = source / each.file;
    std::error_code absent;
    if (fs::exists(file, absent) && read_text(file) == each.text) continue;
    write_text(file, each.text);
    ++changed;
  }
  return changed;
}

}  // namespace fearless::certifier
