// SPDX-License-Identifier: MIT
#include "listing_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "toolbox.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

fs::path file_of(const paths& where, const listing& text) {
  return where.output / "listings" / (text.id + ".json");
}

/// A file as it is now, without reading it.
std::string stamp(const fs::path& file) {
  std::error_code absent;
  return file.string() + ' ' + std::to_string(fs::last_write_time(file, absent).time_since_epoch().count()) + '\n';
}

/// The digest of all that the compiler's answer depends on.
std::string basis_of(const paths& where, const listing& text) {
  std::string basis = text.source + '\n' + text.code + '\n';
  for (const tool& each : {tools::clang, tools::clang_tidy})
    basis += stamp(find_program(each.program).value_or(each.program));
  std::vector<std::string> headers;
  std::error_code absent;
  for (const auto& entry : fs::recursive_directory_iterator(where.source / reference_headers, absent))
    if (entry.is_regular_file()) headers.push_back(stamp(entry.path()));
  std::ranges::sort(headers);
  for (const std::string& header : headers) basis += header;
  return sha256(basis);
}

}  // namespace

std::optional<listing_result> recorded_result(const paths& where, const listing& text) {
  if (!fs::exists(file_of(where, text))) return std::nullopt;
  const json record = json::parse(read_text(file_of(where, text)), nullptr, false);
  if (!record.is_object() || record.value("basis", "") != basis_of(where, text)) return std::nullopt;
  return listing_result{.seen = verdict_named(record.value("verdict", "")).value_or(verdict::not_run),
                        .line = text.line,
                        .problem = record.value("problem", ""),
                        .output = record.value("output", ""),
                        .command = record.value("command", "")};
}

void record_result(const paths& where, const listing& text, const listing_result& result) try {
  const json record{{"basis", basis_of(where, text)},
                    {"verdict", name(result.seen)},
                    {"problem", result.problem},
                    {"output", result.output},
                    {"command", result.command}};
  write_text(file_of(where, text), record.dump(2) + "\n");
  // A record only saves time: without it the next run asks again.
} catch (const user_error&) {
}

}  // namespace fearless::certifier
