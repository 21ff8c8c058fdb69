// SPDX-License-Identifier: MIT
#include "verify_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "printable.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace {

constexpr std::size_t most_lines = 50;

void print(std::string_view kind, const std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
    fmt::print("{}: {}\n", kind, printable(lines[i]));
  if (lines.size() > most_lines) fmt::print("{}: and {} more\n", kind, lines.size() - most_lines);
}

}  // namespace

verification_inputs with_claims_of_build(const paths& where, verification_inputs inputs) {
  const std::filesystem::path current = where.build / "spec" / "claims.json";
  if (!inputs.claims && std::filesystem::exists(current)) inputs.claims = current;
  return inputs;
}

int verify(const paths& where, verify_options options) {
  const verification found =
      verify_certificate(options.certificate, with_claims_of_build(where, std::move(options.inputs)));
  print("false", found.contradictions);
  print("not signed", found.not_signed);
  print("stale", found.stale);
  print("not checked", found.unchecked);
  if (!found.contradictions.empty()) {
    fmt::print("the certificate is false: {} contradictions\n", found.contradictions.size());
    return 1;
  }
  if (!found.not_signed.empty()) {
    fmt::print("the certificate is true to its results, but {} of the given keys did not sign it\n",
               found.not_signed.size());
    return 1;
  }
  const judged_implementation& about = found.run.header.implementation;
  const run_summary& summary = found.run.summary;
  fmt::print("verified: {} {}: {}, {} rows\n", shown(about.name), shown(about.release), name(summary.verdict),
             found.run.rows.size());
  for (const auto& [profile, levels] : summary.levels)
    fmt::print("  {}: {}\n", shown(profile), words_for(levels, ", "));
  for (const std::string& each : found.signed_by) fmt::print("  signed {}\n", printable(each));
  fmt::print("The files agree with each other. {}\n",
             found.signed_by.empty() ? "Nothing in them shows who made the run, or that it took place."
                                     : "A signature shows who vouches for the run, not that it took place.");
  return 0;
}

}  // namespace fearless::certifier
