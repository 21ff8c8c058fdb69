// SPDX-License-Identifier: MIT
#include "saved_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "error.hpp"
#include "files.hpp"
#include "scenarios/saving/as_source.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

void require_name_of_case(const fs::path& file) {
  const auto extension = file.extension();
  if (extension == ".c" || extension == ".cpp") return;
  throw user_error(fmt::format(
      "--save-as {}: a case is a file in C or C++, for a library in any language: name it FILE.c or FILE.cpp",
      file.string()));
}

void save_case(const paths& places, const case_to_save& what, const std::optional<repeated_execution>& again,
               terminal& screen) {
  if (what.after_others)
    throw user_error(fmt::format(
        "{}: not written: what was found can't be a case of its own: it rests on other scenarios in the same "
        "process; repeat it with --replay",
        what.file.string()));
  if (!again)
    throw user_error(
        fmt::format("{}: not written: the execution did not come again; search again", what.file.string()));
  scenarios::case_heading heading{.file = what.file.filename().string(),
                                  .claims = {},
                                  .what = with_names_of_threads(again->seen, again->failed.violations.front().what),
                                  .shown = what.shown,
                                  .needs_detector = what.build == build_kind::instrumented};
  for (const auto& violated : again->failed.violations)
    for (const auto& claim : violated.claims)
      if (std::ranges::find(heading.claims, claim) == heading.claims.end()) heading.claims.push_back(claim);
  std::string source;
  try {
    source = as_source(again->seen, heading);
  } catch (const std::invalid_argument& reason) {
    throw user_error(
        fmt::format("{}: not written: what was found can't be a case of its own: {}; repeat it with --replay",
                    what.file.string(), reason.what()));
  }
  write_text(what.file, source);
  screen.print(fmt::format("    saved: {}", what.file.string()));
  screen.print(screen.paint(
      tone::faint, fmt::format("    build: PORT={} LIBRARY={}, and the command at its head",
                               (places.source / "impl" / "port").string(), fs::absolute(what.library).string())));
}

}  // namespace fearless::certifier
