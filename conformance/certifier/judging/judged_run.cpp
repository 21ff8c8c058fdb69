// SPDX-License-Identifier: MIT
#include "judged_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "badge.hpp"
#include "certificate.hpp"
#include "compile_time_case.hpp"
#include "error.hpp"
#include "instrumentation.hpp"
#include "interruption.hpp"
#include "json_lines.hpp"
#include "junit.hpp"
#include "library_file.hpp"
#include "nearest.hpp"
#include "run_header.hpp"
#include "rustc.hpp"
#include "sarif.hpp"
#include "signature.hpp"
#include "source_files.hpp"
#include "staged_files.hpp"
#include "strict_json.hpp"
#include "system_folder.hpp"
#include "verify_script.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
namespace {

void require_claims(const implementation& under_test, const catalogue& claims) {
  std::vector<std::string> ids;
  for (const auto& each : claims.claims) ids.push_back(each.id);
  for (const auto& [id, explanation] : under_test.explanations)
    if (claims.find(id) == nullptr)
      throw user_error(fmt::format("{}: it explains {}, which is not a claim: {}",
                                   under_test.explanations_file.string(), id, suggest(id, ids)));
}

bool asks_rustc(const implementation& under_test, const std::vector<planned_row>& plan) {
  return under_test.is_in_rust() && under_test.native_bindings &&
         std::ranges::any_of(plan, [](const planned_row& each) { return each.compile_time.has_value(); });
}

/// After a missed control nothing is run: the results would be worthless.
std::vector<row> all_invalid(const std::vector<planned_row>& plan) {
  std::vector<row> rows;
  for (const auto& planned : plan) {
    rows.push_back(planned.unjudged);
    rows.back().verdict = verdict::invalid;
    rows.back().details = {"not run: a control was missed, so results of this machine are not valid"};
  }
  return rows;
}

/// The claims of these profiles, each with its profile.
std::map<std::string, std::string> claims_in(const catalogue& claims, const std::vector<std::string>& profiles) {
  std::map<std::string, std::string> found;
  for (const claim& each : claims.claims)
    if (std::ranges::find(profiles, each.profile) != profiles.end()) found[each.id] = each.profile;
  return found;
}

/// The explanations of claims that did not hold.
std::map<std::string, std::string> explanations_of(const implementation& under_test, const std::vector<row>& rows) {
  std::map<std::string, std::string> seen;
  for (const auto& each : rows)
    if (each.verdict != verdict::pass && counts(each))
      if (const auto found = under_test.explanations.find(each.claim); found != under_test.explanations.end())
        seen[each.claim] = found->second;
  return seen;
}

/// Two builds of one implementation have one name, one release and the same tables. A build that is older does not.
void require_same(const probe_result& plain, const probe_result& instrumented, const fs::path& library) {
  const auto require = [&](const char* what, const auto& expected, const auto& found) {
    if (found != expected)
      throw user_error(
          fmt::format("{}: its {} is {}, and that of the plain build is {}: build both from the same sources",
                      library.string(), what, shown(found), shown(expected)));
  };
  require("name", plain.name, instrumented.name);
  require("release", plain.release, instrumented.release);
  const std::set<std::string> expected(plain.tables.begin(), plain.tables.end());
  const std::set<std::string> found(instrumented.tables.begin(), instrumented.tables.end());
  require("list of tables", expected, found);
}

/// Looks at the library, and at what it has loaded from outside the system until now, but for the files that are known.
void require_all_instrumented(const suites& programs, const fs::path& library, std::set<fs::path>& known) {
  std::set<fs::path> files = programs.instrumented.loaded_by(library);
  files.insert(library);
  for (const fs::path& each : files)
    if (known.insert(each).second) require_instrumented(each);
}

/// Takes back what a run says of the instrumented library.
void forget_instrumented(results& run, const std::vector<planned_row>& plan, const std::string& why) {
  run.header.implementation.libraries.erase(build_kind::instrumented);
  run.header.implementation.loads.erase(build_kind::instrumented);
  run.header.implementation.sources.clear();
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (run.rows[i].build != build_kind::instrumented) continue;
    run.rows[i] = plan[i].unjudged;
    run.rows[i].details = {why};
  }
}

/// The names of files, in order: relative to the first of the folders that they lie in, or without any folder.
std::vector<judged_part> parts_of(const std::set<fs::path>& files, const std::vector<fs::path>& folders,
                                  judged_files& judged) {
  const auto name_of = [&](const fs::path& file) {
    for (const fs::path& folder : folders)
      if (const fs::path name = file.lexically_relative(folder); !name.empty() && *name.begin() != "..")
        return name.string();
    return file.filename().string();
  };
  std::vector<judged_part> parts;
  for (const fs::path& each : files) parts.push_back({.name = name_of(each), .sha256 = judged.digest_of(each)});
  std::ranges::sort(parts, {}, [](const judged_part& each) { return std::tie(each.name, each.sha256); });
  return parts;
}

/// What compilers read for the native bindings: neither the bindings' main file, nor the system's files, nor the cases.
std::set<fs::path> read_for_bindings(const run_context& where, std::set<fs::path> read) {
  const native_bindings bindings = bindings_of(where.under_test);
  const fs::path root = where.under_test.native_bindings->root().lexically_normal();
  const std::string cases = (where.places.source / "conformance").lexically_normal().string() + "/";
  const std::string toolchain = bindings.crate ? sysroot_of(bindings.rustc).string() + "/" : "";
  std::erase_if(read, [&](const fs::path& each) {
    const std::string file = each.string();
    const bool is_of_toolchain = !toolchain.empty() && file.starts_with(toolchain);
    return each == root || file.starts_with(cases) || is_of_toolchain || is_of_system(each);
  });
  return read;
}

/// Adds what the libraries loaded and the compilers read in this run.
void add_parts(judged_implementation& about, const run_context& where, const std::set<fs::path>& read,
               judged_files& judged) {
  for (const auto& [build, sha256] : about.libraries)
    about.loads[build] = parts_of(where.programs.of(build).loaded_by(*where.under_test.library(build)), {}, judged);
  if (!about.native_bindings || read.empty()) return;
  auto folders = where.under_test.native_bindings->include;
  if (const auto& crate = where.under_test.native_bindings->crate) folders.push_back(crate->parent_path());
  for (fs::path& each : folders) each = each.lexically_normal();
  about.native_bindings->reads = parts_of(read_for_bindings(where, read), folders, judged);
}

}  // namespace

judged_implementation described(const implementation& under_test, const inspection& about) {
  judged_implementation made{.name = under_test.name,
                             .release = about.release,
                             .language = under_test.language,
                             .description = under_test.description,
                             .homepage = under_test.homepage,
                             .sources = under_test.instrumented ? about.sources : ""};
  for (const auto build : {build_kind::plain, build_kind::instrumented})
    if (const auto& library = under_test.library(build)) made.libraries[build] = about.files->digest_of(*library);
  if (const auto& bindings = under_test.native_bindings)
    made.native_bindings = {.sha256 = about.files->digest_of(bindings->root()), .flags = bindings->flags};
  return made;
}

inspection inspected(const implementation& under_test, const catalogue& claims, const suites& programs) {
  require_claims(under_test, claims);
  inspection found{.files = std::make_shared<judged_files>()};
  std::optional<probe_result> plain, any;
  for (const auto build : {build_kind::plain, build_kind::instrumented}) try {
      if (!under_test.library(build)) continue;
      const fs::path& library = *under_test.library(build);
      inspect_library(library, build);
      found.files->digest_of(library);
      if (under_test.has_housekeeping) programs.of(build).note_housekeeping(library);
      any = programs.of(build).probe(library);
      if (build == build_kind::plain)
        plain = any;
      else if (plain)
        require_same(*plain, *any, library);
      if (build == build_kind::instrumented && plain) found.sources = compare_sources(*under_test.plain, library);
      programs.of(build).require_whole_port(library);
      for (const fs::path& each : programs.of(build).loaded_by(library)) found.files->digest_of(each);
      if (build == build_kind::instrumented) require_all_instrumented(programs, library, found.instrumented);
    } catch (const not_race_checkable& why) {
      if (!under_test.plain) throw;
      found.set_aside = why.what();
    }
  if (any) found.release = any->release;
  return found;
}

void set_aside(const inspection& about, implementation& under_test, std::vector<planned_row>& plan) {
  if (about.set_aside.empty()) return;
  under_test.instrumented.reset();
  for (planned_row& each : plan)
    if (each.unjudged.build == build_kind::instrumented && (!each.decided || each.decided->seen == verdict::not_run))
      each.decided = {.seen = verdict::not_run, .details = {about.set_aside}};
}

void require_writable(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    throw user_error(
        fmt::format("can't make the folder {}: {}; give another folder with --out", folder.string(), failed.message()));
  if (!fs::is_directory(folder) || ::access(folder.c_str(), W_OK | X_OK) != 0)
    throw user_error(fmt::format("can't write into {}: give another folder with --out", folder.string()));
}

results judge_run(const run_context& where, const catalogue& claims, const std::vector<planned_row>& plan,
                  const controls_report& controls, const inspection& about, const std::vector<std::string>& profiles,
                  const row_listener& listener) {
  const auto judged = profiles.empty() ? profiles_of(claims) : profiles;
  results run{.header = {.origin = origin_of_run(where.places.source),
                         .controls = controls,
                         .containment = containment_here(),
                         .implementation = described(where.under_test, about),
                         .profiles = judged,
                         .requested_profiles = profiles,
                         .claims = claims_in(claims, judged)}};
  if (asks_rustc(where.under_test, plan))
    run.header.implementation.native_bindings->compiler = release_of_rustc(bindings_of(where.under_test).rustc);
  rows_run done = controls.believable() ? run_rows(where, plan, listener) : rows_run{.rows = all_invalid(plan)};
  run.rows = std::move(done.rows);
  add_parts(run.header.implementation, where, done.read_by_compilers, *about.files);
  if (const auto& library = where.under_test.instrumented) try {
      // Some may have been loaded late.
      std::set<fs::path> instrumented = about.instrumented;
      require_all_instrumented(where.programs, *library, instrumented);
    } catch (const not_race_checkable& why) {
      if (!where.under_test.plain) throw;
      forget_instrumented(run, plan, why.what());
    }
  about.files->require_unchanged();
  run.summary.explanations = explanations_of(where.under_test, run.rows);
  run.summary = summary_of(run);
  return run;
}

void write_results(const fs::path& folder, const results& run) {
  stop_if_interrupted();
  staged_files files;
  files.add(folder / "results.jsonl", text_of(run));
  files.add(folder / "certificate.json", json_text(certificate(run), 2) + "\n");
  files.add(folder / "verify.py", verify_script);
  files.add(folder / "junit.xml", junit(run));
  files.add(folder / "results.sarif", sarif(run));
  files.add(folder / "badge.json", badge_text(run));
  files.commit();
  // Signatures on the certificate that was replaced.
  std::error_code failed;
  fs::remove(envelope_file(folder / "certificate.json"), failed);
}

}  // namespace fearless::certifier
