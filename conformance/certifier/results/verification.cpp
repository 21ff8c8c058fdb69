// SPDX-License-Identifier: MIT
#include "verification.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "badge.hpp"
#include "bounded_file.hpp"
#include "certificate.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "junit.hpp"
#include "levels.hpp"
#include "received_run.hpp"
#include "row_rules.hpp"
#include "run_json.hpp"
#include "signature.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::uint64_t most_bytes_of_claims = 16 << 20;

/// Adds a line for each place where two documents differ. Integers and other numbers are different kinds.
void compare(const json& expected, const json& found, const std::string& where, std::vector<std::string>& differences) {
  if (expected.is_object() && found.is_object()) {
    for (const auto& [field, value] : expected.items()) {
      const std::string place = fmt::format("{}: {}", where, shown(field));
      if (found.contains(field))
        compare(value, found.at(field), place, differences);
      else
        differences.push_back(fmt::format("{}: expected {}, found nothing", place, shown(value)));
    }
    for (const auto& [field, value] : found.items())
      if (!expected.contains(field))
        differences.push_back(fmt::format("{}: {}: expected nothing, found {}", where, shown(field), shown(value)));
  } else if (expected.is_array() && found.is_array() && expected.size() == found.size()) {
    for (std::size_t i = 0; i < expected.size(); ++i)
      compare(expected[i], found[i], fmt::format("{}: {}", where, i), differences);
  } else if (expected.type() != found.type() || expected != found) {
    differences.push_back(fmt::format("{}: expected {}, found {}", where, shown(expected), shown(found)));
  }
}

/// A line of results.jsonl as the certifier would write it for these rows.
json frame_line(const results& run, bool is_header) {
  const std::string text = text_of(run);
  if (is_header) return json::parse(text.substr(0, text.find('\n')));
  return json::parse(text.substr(text.rfind('\n', text.size() - 2) + 1));
}

void check_explanations(const results& run, std::vector<std::string>& contradictions) {
  std::set<std::string> open;
  for (const row& each : run.rows)
    if (each.verdict != verdict::pass) open.insert(each.claim);
  for (const auto& [claim, explanation] : run.summary.explanations)
    if (!open.contains(claim))
      contradictions.push_back(
          fmt::format("results.jsonl: explanations: expected only claims that do not hold, found {}", shown(claim)));
}

/// Compares a report that was written beside a certificate with what follows from the rows. It is text to this: what
/// someone handed over is not parsed.
void check_report(const fs::path& file, std::string_view expected, verification& found) {
  const std::string name = file.filename().string();
  std::error_code absent;
  if (!fs::exists(fs::symlink_status(file, absent))) {
    found.unchecked.push_back(fmt::format("{}: it is not beside the certificate", name));
    return;
  }
  const std::string text = read_bounded(file, most_bytes_of_results);
  if (text == expected) return;
  const auto lines = lines_of(text), wanted = lines_of(expected);
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(wanted, lines).in1 - wanted.begin());
  found.contradictions.push_back(fmt::format("{}:{}: expected {}, found something else", name, at + 1,
                                             at < wanted.size() ? shown(wanted[at]) : "nothing"));
}

/// Looks for each file among the parts that were judged, and for each part among the files.
void check_libraries(const json& parts, const std::vector<fs::path>& files, verification& found) {
  std::map<std::string, std::string> judged;
  for (const json& each : parts) judged[each["digest"]["sha256"].get<std::string>()] = each["name"];
  std::set<std::string> given;
  for (const fs::path& file : files) {
    const std::string digest = sha256_of_file(file);
    given.insert(digest);
    if (!judged.contains(digest))
      found.contradictions.push_back(
          fmt::format("{}: expected a file that was judged, found the digest {}", shown(file.string()), digest));
  }
  // A library and what it loads, or native bindings and what is read for them: NAME (PART) and NAME (PART: FILE).
  std::map<std::string, std::size_t> missing;
  for (const auto& [digest, part] : judged)
    if (!given.contains(digest))
      ++missing[part.substr(0, std::min(part.find(": "), part.find_last_not_of(')') + 1)) + ")"];
  for (const auto& [whole, count] : missing)
    found.unchecked.push_back(fmt::format("files of {}: {}: give them with --library", shown(whole), count));
}

/// Looks for a signature by each key, and for signatures by none of them. What a signature says of its key is no proof.
void check_signatures(const fs::path& file, const std::vector<fs::path>& signers, verification& found) {
  std::error_code absent;
  if (!fs::exists(fs::symlink_status(file, absent))) {
    for (const fs::path& each : signers)
      found.not_signed.push_back(
          fmt::format("by {}: there is no {}; `fearless sign` writes it", shown(each.string()), shown(file.string())));
    return;
  }
  const envelope read = read_envelope(file);
  if (read.payload != found.certificate)
    found.contradictions.push_back(fmt::format(
        "{}: expected signatures on this certificate.json, found them on other contents", file.filename().string()));
  const std::string bytes = signed_bytes_of_certificate(read.payload);
  std::set<const signature*> known;
  for (const fs::path& each : signers) {
    const key signer = key::read_public(each);
    const auto of_signer =
        std::ranges::find_if(read.signatures, [&](const signature& of) { return signer.has_signed(bytes, of.bytes); });
    const std::string who = fmt::format("by {}, key {}", shown(each.string()), signer.id());
    if (of_signer != read.signatures.end()) {
      known.insert(&*of_signer);
      found.signed_by.push_back(who);
    } else {
      found.not_signed.push_back(fmt::format("{}: none of the {} signatures is valid", who, read.signatures.size()));
    }
  }
  for (const signature& each : read.signatures)
    if (!known.contains(&each)) {
      found.unchecked_signers.push_back(each.key_id);
      found.unchecked.push_back(
          fmt::format("the signature that names the key {}: give the public key with --signed-by", shown(each.key_id)));
    }
}

/// A claim's profile, the digest of its sentence, and whether it is a demonstration.
using claim_facts = std::tuple<std::string, std::string, bool>;

std::map<std::string, claim_facts> read_claims(const fs::path& file) {
  const json read = parse_strictly(read_bounded(file, most_bytes_of_claims), file.string());
  std::map<std::string, claim_facts> claims;
  try {
    for (const json& chapter : read.at("chapters"))
      for (const json& each : chapter.at("claims"))
        claims[each.at("id").get<std::string>()] = {each.at("profile").get<std::string>(),
                                                    sha256(each.at("text").get_ref<const std::string&>()),
                                                    each.value("demonstration", json()) == true};
  } catch (const json::exception&) {
    throw user_error(fmt::format("{}: not a file of claims, such as spec/claims.json of a build", file.string()));
  }
  return claims;
}

/// A sentence may change; under the same sentence a claim is of one profile, and about the detector or not.
void check_claims(const results& run, const fs::path& file, verification& found) {
  const auto now = read_claims(file);
  std::map<std::string, claim_facts> judged;
  for (const row& each : run.rows)
    if (const auto listed = run.header.claims.find(each.claim); listed != run.header.claims.end())
      judged.try_emplace(each.claim, listed->second, each.text_sha256, each.is_demonstration);
  for (const auto& [id, facts] : judged) {
    const auto current = now.find(id);
    if (current == now.end())
      found.stale.push_back(fmt::format("{}: it is no claim of the specification now", shown(id)));
    else if (std::get<1>(facts) != std::get<1>(current->second))
      found.stale.push_back(fmt::format("{}: its sentence has changed since", shown(id)));
    else if (facts != current->second)
      found.contradictions.push_back(
          fmt::format("results.jsonl: {}: expected {}, found {}", shown(id), shown(current->second), shown(facts)));
  }
  const auto& profiles = run.header.profiles;
  for (const auto& [id, facts] : now)
    if (!judged.contains(id) && std::ranges::find(profiles, std::get<0>(facts)) != profiles.end())
      found.stale.push_back(fmt::format("{}: the run did not judge this claim", shown(id)));
}

}  // namespace

verification verify_certificate(const fs::path& certificate_file, const verification_inputs& inputs) {
  const received_run received = read_received(certificate_file);
  verification found{.contradictions = impossibilities(received.run),
                     .stale = {},
                     .not_signed = {},
                     .unchecked = {},
                     .signed_by = {},
                     .unchecked_signers = {},
                     .certificate = received.certificate_text};
  check_explanations(received.run, found.contradictions);
  results expected = received.run;
  expected.summary = summary_of(received.run);
  compare(frame_line(expected, true), received.header, "results.jsonl:1", found.contradictions);
  compare(frame_line(expected, false), received.footer, "results.jsonl: footer", found.contradictions);
  json statement = certificate(expected);
  statement["predicate"]["results"]["digest"]["sha256"] = received.results_sha256;
  compare(statement, received.certificate, "certificate.json", found.contradictions);
  check_report(certificate_file.parent_path() / "junit.xml", junit(expected), found);
  check_report(certificate_file.parent_path() / "badge.json", badge_text(expected), found);
  check_signatures(envelope_file(certificate_file), inputs.signers, found);
  check_libraries(statement["subject"], inputs.libraries, found);
  if (inputs.claims)
    check_claims(received.run, *inputs.claims, found);
  else
    found.unchecked.emplace_back("the sentences of the claims: give claims.json with --claims");
  found.run = std::move(expected);
  return found;
}

}  // namespace fearless::certifier
