// SPDX-License-Identifier: MIT
#include "waiver.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <string.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "bounded_file.hpp"
#include "error.hpp"
#include "failure_fingerprint.hpp"
#include "levels.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::uint64_t most_bytes_of_waivers = 1 << 20;

constexpr std::string_view waivers_form = R"({"waivers": ["any"]})";
constexpr std::string_view waiver_form = R"({
  "claim": "name", "reason": "name", "link": "link", "expires": "date",
  "releases?": {"from?": "name", "to?": "name"}, "sha256?": ["sha256"], "failures": {"*+": "sha256"}})";

waiver waiver_from(const json& entry, const std::string& where) {
  require_form(entry, json::parse(waiver_form), where);
  waiver read{.claim = entry["claim"],
              .words = {.reason = entry["reason"], .link = entry["link"], .expires = entry["expires"]},
              .failures = entry["failures"]};
  if (entry.contains("releases") == entry.contains("sha256"))
    throw user_error(fmt::format("{}: give \"releases\" or \"sha256\", which say to what it applies", where));
  if (entry.contains("sha256"))
    read.sha256 = entry["sha256"];
  else
    read.releases = {.from = entry["releases"].value("from", ""), .to = entry["releases"].value("to", "")};
  if (read.releases && read.releases->from.empty() && read.releases->to.empty())
    throw user_error(fmt::format("{}: \"releases\" needs \"from\", \"to\" or both", where));
  for (const auto& [title, fingerprint] : read.failures)
    if (!title.starts_with(read.claim + "."))
      throw user_error(fmt::format("{}: {} is no case of the claim {}", where, shown(title), shown(read.claim)));
  return read;
}

/// The digest of the file that a row judges; empty if there is none.
std::string judged_in(const row& of, const judged_implementation& about) {
  if (of.build == build_kind::compile_time) return about.native_bindings ? about.native_bindings->sha256 : "";
  const auto found = about.libraries.find(of.build);
  return found == about.libraries.end() ? "" : found->second;
}

/// What keeps a waiver from being used at all; empty if nothing does.
std::string why_not_used(const waiver& of, const run_header& header) {
  if (of.words.expires < header.origin.started.substr(0, of.words.expires.size()))
    return fmt::format("it expired on {}", of.words.expires);
  const std::string& release = header.implementation.release;
  if (of.releases && !of.releases->contains(release))
    return fmt::format("it is for the releases from {} to {}, and this is {}", shown(of.releases->from),
                       shown(of.releases->to), shown(release));
  return "";
}

/// What keeps a waiver from being used for a row; empty if nothing does.
std::string why_not_used(const waiver& of, const std::string& fingerprint, const row& seen,
                         const judged_implementation& about) {
  if (!is_wrong(seen)) return fmt::format("is {}: remove it from the waiver", name(seen.verdict));
  const std::string digest = judged_in(seen, about);
  if (!of.releases && std::ranges::find(of.sha256, digest) == of.sha256.end())
    return fmt::format("judges a file that the waiver does not name, with the SHA-256 {}", digest);
  if (const std::string found = fingerprint_of(seen); found != fingerprint)
    return fmt::format("fails in another way than was waived: its fingerprint is {}", found);
  return "";
}

/// The waiver that would cover these rows, for this library.
waiver proposed_for(const results& run, const std::string& claim) {
  // Long enough to correct the library, short enough to be asked again.
  constexpr std::chrono::months time{3};
  const judged_implementation& about = run.header.implementation;
  const auto explanation = run.summary.explanations.find(claim);
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  waiver made{.claim = claim,
              .words = {.reason = explanation == run.summary.explanations.end() ? "" : explanation->second,
                        .link = {},
                        .expires = fmt::format("{:%Y-%m-%d}", today + std::chrono::floor<std::chrono::days>(time))},
              .failures = {}};
  for (const row& each : run.rows) {
    if (each.claim != claim || !is_wrong(each)) continue;
    made.failures[title_of(each)] = fingerprint_of(each);
    if (const std::string digest = judged_in(each, about); std::ranges::find(made.sha256, digest) == made.sha256.end())
      made.sha256.push_back(digest);
  }
  if (about.release.empty()) return made;
  made.sha256.clear();
  made.releases = {.from = about.release, .to = about.release};
  return made;
}

/// Adds what follows from the other rows than those that are waived or expected.
template <class Excuse>
void count(const results& run, waiver_report& report, Excuse is_excused) {
  results others{.header = run.header, .rows = run.rows, .summary = {}};
  report.waived = std::erase_if(others.rows, is_excused);
  report.counted = summary_of(others).verdict;
  std::map<std::string, bool> is_proposed;
  for (const row& each : others.rows)
    if (is_wrong(each) && !std::exchange(is_proposed[each.claim], true))
      report.proposed.push_back(proposed_for(run, each.claim));
}

}  // namespace

bool release_range::contains(const std::string& release) const {
  return !release.empty() && (from.empty() || ::strverscmp(from.c_str(), release.c_str()) <= 0) &&
         (to.empty() || ::strverscmp(release.c_str(), to.c_str()) <= 0);
}

std::vector<waiver> read_waivers(const fs::path& file) {
  const json read = parse_strictly(read_bounded(file, most_bytes_of_waivers), file.string());
  require_form(read, json::parse(waivers_form), file.string());
  std::vector<waiver> all;
  for (const json& entry : read["waivers"]) {
    const std::string where = fmt::format("{}: waivers: {}", file.string(), all.size());
    all.push_back(waiver_from(entry, where));
    const auto same = std::ranges::find(all, all.back().claim, &waiver::claim);
    if (&*same != &all.back())
      throw user_error(fmt::format("{}: {} has a waiver already: put all in one", where, shown(same->claim)));
  }
  return all;
}

waiver_report waive(results& run, const std::vector<waiver>& waivers) {
  waiver_report report;
  if (!run.header.controls.believable()) return report;
  std::map<std::string, row*> rows;
  for (row& each : run.rows) rows[title_of(each)] = &each;
  for (const waiver& each : waivers) {
    if (!run.header.claims.contains(each.claim)) continue;
    if (const std::string why = why_not_used(each, run.header); !why.empty()) {
      report.problems.push_back(fmt::format("{}: {}", each.claim, why));
      continue;
    }
    for (const auto& [title, fingerprint] : each.failures) {
      const auto found = rows.find(title);
      const std::string why = found == rows.end()
                                  ? "is no row of this run: remove it from the waiver"
                                  : why_not_used(each, fingerprint, *found->second, run.header.implementation);
      if (why.empty())
        found->second->waived = each.words;
      else
        report.problems.push_back(fmt::format("{}: {} {}", each.claim, shown(title), why));
    }
  }
  count(run, report, [](const row& each) { return each.waived.has_value(); });
  return report;
}

waiver_report expect(const results& run, const std::vector<std::string>& claims) {
  waiver_report report;
  if (!run.header.controls.believable()) return report;
  const auto is_expected = [&](const row& each) {
    return is_wrong(each) && each.verdict != verdict::race && std::ranges::find(claims, each.claim) != claims.end();
  };
  for (const std::string& claim : claims)
    if (run.header.claims.contains(claim) &&
        std::ranges::none_of(run.rows, [&](const row& each) { return each.claim == claim && is_expected(each); }))
      report.problems.push_back(fmt::format("{}: it does not fail any more: expect it no longer", claim));
  count(run, report, is_expected);
  return report;
}

int waiver_report::exit_code() const {
  const int of_conclusion = certifier::exit_code(counted);
  return of_conclusion == 0 && !problems.empty() ? 1 : of_conclusion;
}

json to_json(const waiver& of) {
  json made{{"claim", of.claim},
            {"reason", of.words.reason},
            {"link", of.words.link},
            {"expires", of.words.expires},
            {"failures", of.failures}};
  if (of.releases)
    made["releases"] = {{"from", of.releases->from}, {"to", of.releases->to}};
  else
    made["sha256"] = of.sha256;
  return made;
}

}  // namespace fearless::certifier
