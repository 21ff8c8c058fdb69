// SPDX-License-Identifier: MIT
#include "site_command.hpp"

#include <fmt/format.h>

#include "error.hpp"
#include "interruption.hpp"
#include "printable.hpp"

namespace fearless::certifier {

void print_pages(const paths& where, const char* first, terminal& screen) try {
  screen.print(fmt::format("{:<12}{}", "pages", (weave_site(where, {}) / first).string()));
} catch (const interrupted&) {
  throw;
} catch (const user_error& error) {
  screen.print(fmt::format("{:<12}{}", "pages", error.what()));
}

int site(const paths& where, const site_options& options) {
  fmt::print("{}\n", printable((weave_site(where, options) / "index.html").string()));
  return 0;
}

}  // namespace fearless::certifier
