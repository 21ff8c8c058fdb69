// SPDX-License-Identifier: MIT
#include "library_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "error.hpp"
#include "instrumentation.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// What a compiler calls in code that it instruments. Everything else that the detector offers tells it more than the
/// code does.
constexpr std::array<std::string_view, 13> entries_of_instrumented_code{
    "__tsan_func_entry",      "__tsan_func_exit",           "__tsan_read",  "__tsan_write",  "__tsan_unaligned_read",
    "__tsan_unaligned_write", "__tsan_volatile_",           "__tsan_vptr_", "__tsan_atomic", "__tsan_memcpy",
    "__tsan_memmove",         "__tsan_unaligned_volatile_", "__tsan_memset"};

constexpr std::string_view entry_of_each_library = "__tsan_init";

bool begins_with_any(std::string_view name, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view each) { return name.starts_with(each); });
}

bool is_annotation(std::string_view name) {
  constexpr std::array<std::string_view, 4> beginnings{"__tsan_", "__sanitizer_", "Annotate", "WTFAnnotate"};
  return begins_with_any(name, beginnings) && name != entry_of_each_library &&
         !begins_with_any(name, entries_of_instrumented_code);
}

bool is_linked_to_detector(const dynamic_symbols& symbols) {
  return std::ranges::any_of(symbols.imports, [](const std::string& each) { return each.starts_with("__tsan_"); });
}

}  // namespace

bool is_instrumented(const dynamic_symbols& symbols) {
  return std::ranges::any_of(
      symbols.imports, [](const std::string& each) { return begins_with_any(each, entries_of_instrumented_code); });
}

std::string_view detector_annotation(const dynamic_symbols& symbols) {
  const auto found = std::ranges::find_if(symbols.imports, is_annotation);
  return found == symbols.imports.end() ? std::string_view() : *found;
}

void inspect_library(const fs::path& library, build_kind build) {
  const auto symbols = elf_library(library).symbols();
  if (std::ranges::find(symbols.exports, "fearless_port_v1") == symbols.exports.end())
    throw user_error(
        fmt::format("{}: the entry point fearless_port_v1 is missing: export it as fearless_port.h describes; in Rust, "
                    "fearless_port!(…) does so",
                    library.string()));
  if (const auto annotation = detector_annotation(symbols); !annotation.empty()) {
    const std::string why = fmt::format(
        "{}: it imports {}, an annotation for the race detector, which can hide races: build it without annotations, "
        "or "
        "hand in the plain library alone (PLAIN_ONLY in CMake)",
        library.string(), annotation);
    if (build == build_kind::instrumented) throw not_race_checkable(why);
    throw user_error(why);
  }
  if (build == build_kind::plain && is_linked_to_detector(symbols))
    throw user_error(fmt::format(
        "{}: \"plain\" names a library that was built with -fsanitize=thread: use \"instrumented\"", library.string()));
  if (build == build_kind::instrumented && !is_instrumented(symbols))
    throw user_error(
        fmt::format("{}: \"instrumented\" names a library that was not built with -fsanitize=thread: use \"plain\"",
                    library.string()));
}

}  // namespace fearless::certifier
