// SPDX-License-Identifier: MIT
#include "received_run.hpp"

#include <fmt/format.h>

#include "bounded_file.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "run_json.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// Bounds the work for a file that is made to cost much: a real run has a tenth.
constexpr std::size_t most_rows = 10'000;

constexpr std::string_view header_form = R"({
  "fearless": "results/1", "suite": "name", "commit": "name", "started": "name",
  "toolchain": {"compiler": "text", "system": "text", "processor": "text"},
  "controls": {"caught": "count", "of": "count", "clean": "count", "clean_of": "count", "missed": ["text"]},
  "containment": {"contained": "boolean", "reason?": "name"},
  "implementation": {"name": "name", "release": "text", "language": "text", "description?": "name", "homepage?": "name", "sources?": "name",
    "libraries": {"plain?": {"sha256": "sha256", "loads?": [{"name": "name", "sha256": "sha256"}]},
      "instrumented?": {"sha256": "sha256", "loads?": [{"name": "name", "sha256": "sha256"}]}},
    "native_bindings?": {"sha256": "sha256", "compiler?": "name", "flags?": ["text"],
      "reads?": [{"name": "name", "sha256": "sha256"}]}},
  "profiles": ["name"], "requested_profiles": ["name"], "claims": {"*": "name"},
  "rows": "count", "manifest_sha256": "sha256"})";
constexpr std::string_view row_form = R"({
  "claim": "name", "case": "text", "method": "run|stress|detected|cost|scenarios|type|reject|",
  "build": "plain|instrumented|compile-time",
  "verdict": "INVALID|CRASH|EXIT|RACE|DEADLOCK|FAIL|TIMEOUT|UNSUPPORTED|NOTRUN|PASS",
  "milliseconds": "count", "text_sha256": "sha256", "reproduce": "text", "details": ["text"],
  "measured?": {"*+": {"value": "number", "unit": "text"}},
  "explored?": [{
    "strategy": "random|pct-2|pct-3|weak-1|weak-2|pct-2-weak-1|exhaustive-2|exhaustive-2-weak-2|noise|none",
    "executions": "count", "detached": "count",
    "outcomes": {"*": "count"}, "seed?": "seed", "scheduling_points?": "count", "older_values?": "count", "milliseconds?": "count",
    "complete?": "boolean", "replayed?": "boolean",
    "forbidden?": {"outcome": "text", "seed": "seed", "execution": "count"}}],
  "scenarios?": {"drawn": "count", "executions": "count", "unjudged": "count"},
  "intercepted?": {"atomics": "count", "calls": "count"},
  "judged?": "name", "demonstration?": "yes", "optional?": "yes",
  "waived?": {"reason": "name", "link": "link", "expires": "date"},
  "explanation?": {
    "plan": {"memory": "boolean", "seed": "seed", "departures": [["any"]]}, "executions": "count", "milliseconds": "count",
    "complete": "boolean", "threads": ["text"], "end": ["text"], "expected": ["text"],
    "steps": [{"thread": "count", "kind": "call|operation|result|wait", "text": "text", "object?": "name", "file?": "name",
      "line?": "count", "code?": "name", "note?": "name", "marks?": ["switch|older value|time-out|wake-up for no reason|other waiter woken|yield without effect|exchange fails for no reason|wake-up too late"]}]},
  "expects?": "INVALID|CRASH|EXIT|RACE|DEADLOCK|FAIL|TIMEOUT|UNSUPPORTED|NOTRUN"})";
// The rest is compared with what follows from the rows.
constexpr std::string_view footer_form = R"({"complete": "yes", "explanations": {"*": "text"}, "*": "any"})";

// A part of a run has the same lines with another header and footer.
constexpr std::string_view part_form =
    R"({"part": "count", "of": "count", "partition_sha256": "sha256", "places": ["count"]})";
constexpr std::string_view footer_of_part_form =
    R"({"complete": "yes", "counts": {"*": "count"}, "explanations": {"*": "text"}, "contents_sha256": "sha256"})";

json parse_certificate(std::string_view text, const fs::path& file) {
  json read = parse_strictly(text, file.string());
  const auto states = [&](const char* field, const char* format) {
    return read.is_object() && read.contains(field) && read[field] == format;
  };
  if (!states("_type", "https://in-toto.io/Statement/v1") ||
      !states("predicateType", "https://in-toto.io/attestation/test-result/v0.1"))
    throw user_error(fmt::format("{}: not a certificate of a format that is known", file.string()));
  return read;
}

received_rows read_rows(const fs::path& file, const json& of_header, const json& of_footer) {
  received_rows read{.header = {}, .footer = {}, .run = {}, .text = read_bounded(file, most_bytes_of_results)};
  const std::vector<std::string> lines = lines_of(read.text);
  if (!read.text.ends_with('\n') || lines.size() < 2 || lines.size() > most_rows + 2)
    throw user_error(fmt::format("{}: it is cut short, or has more than {} rows", file.string(), most_rows));
  const json of_row = json::parse(row_form);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_header = i == 0, is_footer = i + 1 == lines.size();
    const std::string where = fmt::format("{}:{}", file.string(), i + 1);
    json line = parse_strictly(lines[i], where);
    require_form(line, is_header ? of_header : is_footer ? of_footer : of_row, where);
    if (is_header)
      read.header = std::move(line);
    else if (is_footer)
      read.footer = std::move(line);
    else
      read.run.rows.push_back(row_from(line));
  }
  read.run.header = header_from(read.header);
  read.run.summary.explanations = read.footer["explanations"];
  return read;
}

}  // namespace

received_rows read_received_results(const fs::path& file) {
  return read_rows(file, json::parse(header_form), json::parse(footer_form));
}

received_rows read_received_part(const fs::path& file) {
  json of_header = json::parse(header_form);
  of_header["fearless"] = "shard/1";
  of_header["shard"] = json::parse(part_form);
  return read_rows(file, of_header, json::parse(footer_of_part_form));
}

received_run read_received(const fs::path& certificate) {
  received_run read{.certificate = {},
                    .certificate_text = read_bounded(certificate, most_bytes_of_results),
                    .header = {},
                    .footer = {},
                    .run = {},
                    .results_sha256 = {}};
  read.certificate = parse_certificate(read.certificate_text, certificate);
  received_rows rows = read_received_results(certificate.parent_path() / "results.jsonl");
  read.header = std::move(rows.header);
  read.footer = std::move(rows.footer);
  read.run = std::move(rows.run);
  read.results_sha256 = sha256(rows.text);
  return read;
}

}  // namespace fearless::certifier
