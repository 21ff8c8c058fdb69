// SPDX-License-Identifier: MIT
#include "diff_command.hpp"

#include <fmt/format.h>

#include "diff_markdown.hpp"
#include "diff_text.hpp"
#include "error.hpp"
#include "run_difference.hpp"
#include "verify_command.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr int nothing_is_lost = 0, something_is_lost = 1, could_not_tell = 2;

fs::path certificate_at(const fs::path& given) {
  if (fs::is_directory(given)) return given / "certificate.json";
  return given.filename() == "results.jsonl" ? given.parent_path() / "certificate.json" : given;
}

/// The run of a certificate that is true to it. `role` names the argument. Errors: `user_error` if it is false.
results verified_run(const paths& where, const fs::path& given, std::string_view role) {
  const fs::path certificate = certificate_at(given);
  verification found = verify_certificate(certificate, with_claims_of_build(where, {}));
  if (!found.contradictions.empty())
    throw user_error(fmt::format("{} is false: {}: {} contradictions, the first is {}: see `fearless verify {}`", role,
                                 certificate.string(), found.contradictions.size(), found.contradictions.front(),
                                 certificate.string()));
  return std::move(found.run);
}

}  // namespace

int diff(const paths& where, const diff_options& options) {
  const results before = verified_run(where, options.before, "BEFORE"),
                after = verified_run(where, options.after, "AFTER");
  const run_difference found = difference_between(before, after);
  if (found.claims.compared == 0)
    throw user_error(fmt::format("{} and {} judge no claim in common: compare runs of the same profiles",
                                 options.before.string(), options.after.string()));
  fmt::print("{}", options.markdown ? markdown_of(found) : plain_text_of(found));
  if (found.loses()) return something_is_lost;
  return found.is_open() ? could_not_tell : nothing_is_lost;
}

}  // namespace fearless::certifier
