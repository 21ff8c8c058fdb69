// SPDX-License-Identifier: MIT
#include "merge_command.hpp"

#include <fmt/format.h>

#include "catalogue.hpp"
#include "judged_run.hpp"
#include "printable.hpp"
#include "run_part.hpp"
#include "summary.hpp"
#include "terminal.hpp"
#include "waiving.hpp"

namespace fearless::certifier {

int merge(const paths& where, const merge_options& options) {
  const catalogue claims = load_catalogue(where.build);
  const std::vector<waiver> waivers = waivers_in(options.waivers, claims);
  results run = merged(options.parts);
  const waiver_report waived = waive(run, waivers);
  const std::filesystem::path folder = std::filesystem::absolute(options.out);
  require_writable(folder);
  write_results(folder, run);

  terminal screen;
  const judged_implementation& about = run.header.implementation;
  screen.print(fmt::format("{} {} ({})", screen.paint(tone::strong, about.name), printable(about.release),
                           printable(about.language)));
  print_failures(run, claims, screen, detail::beginning);
  print_summary(run, screen);
  if (options.waivers) print_waivers(waived, run, *options.waivers, screen);
  screen.print(fmt::format("{:<12}{}, on {}", "parts", options.parts.size(), run.header.origin.toolchain.system));
  print_places(folder, screen);
  return options.waivers ? waived.exit_code() : exit_code(run.summary.verdict);
}

}  // namespace fearless::certifier
