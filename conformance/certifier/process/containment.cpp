// SPDX-License-Identifier: MIT
#include "containment.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

#include "error.hpp"
#include "files.hpp"
#include "interruption.hpp"
#include "printable.hpp"
#include "process.hpp"

namespace fearless::certifier {

namespace {

containment found_out() {
  const char* const wanted = std::getenv(containment_variable);
  if (wanted != nullptr && std::string_view(wanted) == "no")
    return {.reason = fmt::format("{} is set to no", containment_variable)};
  try {
    const scratch_folder folder;
    const outcome seen = run({.arguments = {"true"},
                              .environment = {},
                              .directory = folder.path(),
                              .bounds = {},
                              .box = box{.folder = folder.path(), .files = {}}});
    if (seen.exit_code == 0) return {.is_possible = true};
    return {.reason = "a program in a box fails" + last_words(seen)};
  } catch (const interrupted&) {
    throw;
  } catch (const user_error& error) {
    return {.reason = printable(error.what(), 200)};
  }
}

}  // namespace

std::string words_for(const containment& about) {
  return about.is_possible ? "yes" : "no: " + about.reason;
}

const containment& containment_here() {
  static const containment found = found_out();
  return found;
}

}  // namespace fearless::certifier
