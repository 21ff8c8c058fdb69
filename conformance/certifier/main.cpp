// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/prctl.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "audit_command.hpp"
#include "certify_all.hpp"
#include "certify_command.hpp"
#include "check_command.hpp"
#include "claims_command.hpp"
#include "command_line.hpp"
#include "diff_command.hpp"
#include "doctor_command.hpp"
#include "error.hpp"
#include "implementation.hpp"
#include "interruption.hpp"
#include "merge_command.hpp"
#include "mutants_command.hpp"
#include "needs_command.hpp"
#include "new_command.hpp"
#include "ownership_command.hpp"
#include "paths.hpp"
#include "printable.hpp"
#include "revision.hpp"
#include "search_command.hpp"
#include "sign_command.hpp"
#include "site_command.hpp"
#include "verify_command.hpp"

namespace fearless::certifier {

namespace {

constexpr int could_not_tell = 2;

CLI::Validator number_of(std::size_t most_digits) {
  return {[most_digits](std::string& said) {
            const bool good = !said.empty() && said.size() <= most_digits &&
                              said.find_first_not_of("0123456789") == said.npos && said != "0";
            return good ? "" : fmt::format("`{}` is not a positive integer", said);
          },
          ""};
}

const CLI::Validator number = number_of(6);

/// The parsed command line.
struct request {
  std::optional<std::filesystem::path> source, build;
  certify_options certify;
  check_options check;
  mutants_options mutants;
  ownership_options ownership;
  claims_options claims;
  site_options site;
  new_options made;
  search_command_options search;
  verify_options verify;
  sign_options sign;
  audit_options audit;
  diff_options diff;
  merge_options merge;
  std::vector<std::string> needs, implementations;
  bool version = false, all = false;
};

void add_certify(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("certify", "Judge an implementation by every claim");
  command->add_option("NAME|FILE", asked.implementations,
                      "names in the tree (default: reference) or the path of an implementation.json");
  command->add_option("--profile", asked.certify.profile, "judge only the claims of this profile")->type_name("P");
  command->add_option("--case", asked.certify.cases, "run only this case; can be repeated")->type_name("CASE");
  command->add_option("--only", asked.certify.only, "use only this build: plain, instrumented or compile-time")
      ->type_name("BUILD");
  command
      ->add_option("--out", asked.certify.out, "folder of the results and the certificate; with it no pages are made")
      ->type_name("DIR");
  CLI::Option* part =
      command->add_option("--shard", asked.certify.shard, "judge only part K of N of the rows, for several machines")
          ->type_name("K/N");
  command->add_option("--times", asked.certify.times, "results.jsonl of an earlier run, to balance the shards")
      ->type_name("FILE")
      ->needs(part);
  command
      ->add_option("--waivers", asked.certify.waivers, "known failures that the exit code does not count, for a time")
      ->type_name("FILE");
  command
      ->add_option("--expect", asked.certify.expected,
                   "a claim that fails, as the implementation explains; can be repeated")
      ->type_name("CLAIM");
  command->add_option("--jobs", asked.certify.jobs, "number of cases that run at once")->type_name("N")->check(number);
  command->add_flag("--fresh", asked.certify.fresh, "ignore the result cache of compile-time cases");
  CLI::Option* all = command->add_flag("--all", asked.all, "judge every implementation in the tree, and write pages");
  for (const char* other : {"NAME|FILE", "--case", "--only", "--out", "--waivers", "--expect"})
    all->excludes(command->get_option(other));
  search_options& search = asked.certify.search;
  command->add_option("--strategy", search.strategy, "explore schedules only with this strategy")->type_name("S");
  command->add_option("--executions", search.executions, "executions by each strategy")->type_name("N")->check(number);
  command->add_option("--seed", search.seed, "seed of the first execution")->type_name("N")->check(number_of(18));
  command->add_option("--replay", search.replay, "run only this execution, such as pct-3:17")->type_name("S:SEED");
  for (const char* other : {"--case", "--only", "--all", "--replay", "--waivers", "--expect"})
    part->excludes(command->get_option(other));
  for (const char* other : {"--case", "--only"}) {
    command->get_option("--waivers")->excludes(command->get_option(other));
    command->get_option("--expect")->excludes(command->get_option(other));
  }
  command->get_option("--waivers")->excludes(command->get_option("--expect"));
  command->footer(
      "Examples:\n"
      "  fearless certify                                 the reference, in Fearless's own tree\n"
      "  fearless certify mine/implementation.json        your implementation\n"
      "  fearless certify boost rust-std                  two of the tree, side by side\n"
      "  fearless certify --case join.waits.run           one case, with all of its output\n"
      "  fearless certify --executions 10000              explore more schedules of stress cases\n"
      "  fearless certify --shard 2/3                     the second of three parts, on one of three machines\n"
      "  fearless certify mine.json --waivers known.json  for a library with known failures; {\"waivers\": []} begins "
      "it\n"
      "\n"
      "With --waivers it prints an entry of the file for each failure that is not waived. A waiver changes no verdict, "
      "no "
      "level and no certificate.\n"
      "With --expect the failures of a claim do not count, but data races do, and a claim that holds is an error: for "
      "a "
      "library that lacks something on purpose. The claim must be explained in its explanations.json.\n"
      "\n"
      "Exit code: 0 conforming, 1 not conforming, 2 could not tell. With --all or several "
      "names: 0 if each implementation was judged, conforming or not. With --waivers: as if the waived failures were "
      "not there, but 1 if a waiver is unused, "
      "expired or of another failure. With --expect: as if these failures were not there, but 1 if such a claim "
      "holds.");
}

void add_mutants(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("mutants", "Prove that the cases of every claim detect its mutants");
  command->add_option("CLAIM|MUTANT", asked.mutants.only, "judge only these; default: all mutants and variants");
  command->add_option("--runs", asked.mutants.runs, "number of runs in which each must be detected")
      ->type_name("N")
      ->check(number);
  command->add_option("--jobs", asked.mutants.jobs, "number of mutants that run at once")
      ->type_name("N")
      ->check(number);
  command->add_option("--executions", asked.mutants.executions, "executions by each strategy of a stress case")
      ->type_name("N")
      ->check(number);
  command->add_flag("--scenarios", asked.mutants.scenarios, "judge by generated scenarios alone");
  command->add_option("--seed", asked.mutants.seed, "with --scenarios: seed of the first one")
      ->type_name("N")
      ->check(number_of(18));
  command->add_flag("--reduce", asked.mutants.reduces, "with --scenarios: reduce each kill, and repeat it 20 times");
  command->add_flag("--strategies", asked.mutants.strategies, "compare the strategies that explore schedules");
  command->add_option("--libraries", asked.mutants.libraries, "folder of plain mutants to use with --strategies")
      ->type_name("DIR");
  command->footer(
      "Examples:\n"
      "  fearless mutants                                 the kill matrix\n"
      "  fearless mutants join.waits --runs 20            the mutants of one claim, in twenty runs\n"
      "  fearless mutants --strategies                    which strategy finds which mutant\n"
      "  fearless mutants --scenarios                     what generated scenarios find by themselves\n"
      "  fearless mutants --scenarios --runs 20           the same from twenty seeds\n"
      "\n"
      "Exit code: 0 all detected, 1 a mutant survived, 2 could not tell.");
}

void add_ownership(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("ownership", "Show which compiler or analysis rejects which wrong program");
  command->add_option("--out", asked.ownership.out, "folder of ownership.jsonl")->type_name("DIR");
  command->add_option("--jobs", asked.ownership.jobs, "number of programs that are checked at once")
      ->type_name("N")
      ->check(number);
  command->footer(
      "Examples:\n"
      "  fearless ownership                               clang, clang-tidy, g++, and rustc for the same in Rust\n"
      "\n"
      "Exit code: 0 as each program expects, 1 not so, 2 could not tell.");
}

void add_new(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("new", "Write the skeleton of a port, which builds at once");
  command->add_option("NAME", asked.made.name, "name of the implementation and of its new folder")->required();
  command->add_option("--language", asked.made.language, "cpp, c or rust; default: cpp")->type_name("L");
  command->footer(
      "Examples:\n"
      "  fearless new my-library                          in C++\n"
      "  fearless new my-library --language rust          in Rust\n"
      "\n"
      "It prints the commands that build and certify the port.");
}

void add_needs(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("needs", "List the Debian packages that implementations of this tree lack");
  CLI::Option* names = command->add_option("NAME", asked.needs, "only these implementations; default: all");
  command->add_flag("--all", asked.all, "all implementations, as without NAME")->excludes(names);
  command->footer(
      "It prints one package a line, and nothing if nothing is missing.\n"
      "\n"
      "Exit code: 0, or 2 for an unknown NAME.");
}

void add_search(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("search", "Search for scenarios in which an implementation breaks a claim");
  CLI::Option* under_test =
      command->add_option("NAME|FILE", asked.search.implementation,
                          "a name in the tree (default: reference) or the path of an implementation.json");
  command->add_option("--mutant", asked.search.mutant, "search a mutant instead")
      ->type_name("MUTANT")
      ->excludes(under_test);
  command->add_option("--only", asked.search.only, "use only this build: plain or instrumented")->type_name("BUILD");
  CLI::Option* time = command->add_option("--minutes", asked.search.minutes, "how long to search; default: 1")
                          ->type_name("M")
                          ->check(CLI::PositiveNumber);
  command->add_option("--seed", asked.search.seed, "seed of the first scenario; default: where the last search ended")
      ->type_name("N")
      ->check(number_of(18));
  CLI::Option* keep_going = command->add_flag("--keep-going", asked.search.keeps_going,
                                              "search until the time is up, and show one violation of each claim");
  CLI::Option* fresh = command->add_flag("--fresh", asked.search.fresh, "forget earlier searches of this library");
  CLI::Option* replay =
      command->add_option("--replay", asked.search.replay, "repeat only the execution that this file holds")
          ->type_name("FILE");
  command
      ->add_flag("--as-certified", asked.search.as_certified,
                 "execute just what a certificate does, until something is found, and do not reduce it")
      ->excludes(time)
      ->excludes(keep_going)
      ->excludes(fresh)
      ->excludes(replay);
  command->add_option("--out", asked.search.out, "folder of what is found")->type_name("DIR");
  command->add_option("--save-as", asked.search.save_as, "write what is found as a test of its own: FILE.c or FILE.cpp")
      ->type_name("FILE");
  command->footer(
      "Examples:\n"
      "  fearless search reference --minutes 10           until something is found, or ten minutes\n"
      "  fearless search reference --minutes 10           once more: it goes on from there\n"
      "  fearless search mine.json --keep-going           all that it finds, in a library that is known to fail\n"
      "  fearless search --replay FILE                    what a search has found, once more\n"
      "  fearless search --replay FILE --save-as lost.c   the same as a test of its own, in C11 and C++\n"
      "\n"
      "Exit code: 0 nothing found, 1 a claim is broken, 2 could not tell.");
}

void add_certificate(CLI::App& command, std::filesystem::path& file) {
  command.add_option("CERTIFICATE", file, "a certificate.json, with its results.jsonl beside it")->required();
}

void add_verify(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("verify", "Find out whether a certificate is true to its results");
  add_certificate(*command, asked.verify.certificate);
  command
      ->add_option("--library", asked.verify.inputs.libraries,
                   "a file that was judged, to compare its digest; can be repeated")
      ->type_name("FILE");
  command
      ->add_option("--claims", asked.verify.inputs.claims,
                   "claims.json, to find the claims that changed since; default: this build's")
      ->type_name("FILE");
  command
      ->add_option("--signed-by", asked.verify.inputs.signers,
                   "a public key in PEM that must have signed the certificate; can be repeated")
      ->type_name("KEY");
  command->footer(
      "It recomputes verdict, levels, counts and digests from the rows, and prints each contradiction. It needs no "
      "network. verify.py beside each certificate does the same with Python alone; take it from a Fearless that you "
      "trust, not from whom you check.\n"
      "\n"
      "What it does not prove: who made the run, that the run took place, and that the rows are all that the suite "
      "has. "
      "An edit of the rows after which all the rest was recomputed is not noticed: a signature that you demand with "
      "--signed-by, or a run of your own, shows it.\n"
      "\n"
      "Examples:\n"
      "  fearless verify results/made/certificate.json\n"
      "  fearless verify certificate.json --library libmade.so\n"
      "  fearless verify certificate.json --signed-by maker.pub --signed-by laboratory.pub\n"
      "\n"
      "Exit code: 0 verified, 1 the certificate is false or lacks a signature, 2 could not tell.");
}

void add_sign(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("sign", "Sign a certificate");
  add_certificate(*command, asked.sign.certificate);
  command->add_option("--key", asked.sign.key, "the private Ed25519 key, in PEM")->type_name("KEY")->required();
  command->footer(
      "It verifies the certificate first, and adds the signature to certificate.dsse.json beside it, a DSSE envelope. "
      "Any number of keys may sign. A new run in the same folder removes the file.\n"
      "\n"
      "Examples:\n"
      "  openssl genpkey -algorithm ed25519 -out maker.pem     a private key\n"
      "  openssl pkey -in maker.pem -pubout -out maker.pub     the public key that belongs to it\n"
      "  fearless sign certificate.json --key maker.pem\n"
      "  fearless verify certificate.json --signed-by maker.pub\n"
      "\n"
      "Exit code: 0 signed, 1 the certificate is false and was not signed, 2 could not tell.");
}

void add_audit(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("audit", "Run some rows of a certificate again, with other seeds");
  add_certificate(*command, asked.audit.certificate);
  command
      ->add_option("NAME|FILE", asked.audit.implementation,
                   "the implementation that was judged: a name in the tree or the path of an implementation.json")
      ->required();
  command->add_option("--rows", asked.audit.rows, "how many rows are drawn; default: 40")
      ->type_name("N")
      ->check(number);
  command->add_option("--seed", asked.audit.seed, "draws the rows and their schedules; default: by chance")
      ->type_name("N")
      ->check(number_of(18));
  command->add_option("--jobs", asked.audit.jobs, "number of cases that run at once")->type_name("N")->check(number);
  command->footer(
      "It verifies the certificate, compares the digests of the files, and runs the rows on this machine. A row that "
      "passes in the certificate and fails here is refuted. A row that failed and passes here is open: some errors "
      "depend on the schedule.\n"
      "\n"
      "Examples:\n"
      "  fearless audit certificate.json mine/implementation.json\n"
      "  fearless audit certificate.json mine/implementation.json --rows 1000    all rows\n"
      "\n"
      "Exit code: 0 no row is refuted, 1 a row is refuted or the certificate is false, 2 could not tell.");
}

void add_diff(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("diff", "Show which claims and levels a later certificate loses and gains");
  command->add_option("BEFORE", asked.diff.before, "the earlier certificate.json, with its results.jsonl beside it")
      ->required();
  command->add_option("AFTER", asked.diff.after, "the later one; both may be named by their folder or results.jsonl")
      ->required();
  command->add_flag("--markdown", asked.diff.markdown, "print GitHub's Markdown, for a comment on a pull request");
  command->footer(
      "It verifies both certificates first, as `fearless verify` does. A claim is lost if it held in a build and does "
      "not hold there now: it fails, is UNSUPPORTED or undecided. A claim whose sentence has changed, or that only one "
      "run judged, is listed and not compared.\n"
      "\n"
      "Examples:\n"
      "  fearless diff main/certificate.json branch/certificate.json\n"
      "  fearless diff main branch --markdown >comment.md\n"
      "\n"
      "Exit code: 0 nothing is lost, 1 a claim or a level is lost, 2 could not tell.");
}

void add_merge(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("merge", "Join the parts of a run that several machines judged");
  command->add_option("PART", asked.merge.parts, "the files shard-K-of-N.jsonl, all of them")->required();
  command->add_option("--out", asked.merge.out, "folder of the results and the certificate")
      ->type_name("DIR")
      ->required();
  command->add_option("--waivers", asked.merge.waivers, "known failures that the exit code does not count, for a time")
      ->type_name("FILE");
  command->footer(
      "It writes what `fearless certify` writes, as if one machine had judged all rows. The parts must have the same "
      "suite, compiler, implementation, profiles, claims and partition, and each machine must have caught all "
      "controls.\n"
      "\n"
      "Examples:\n"
      "  fearless certify mine.json --shard 1/2 --times earlier.jsonl --out parts     on one machine\n"
      "  fearless certify mine.json --shard 2/2 --times earlier.jsonl --out parts     on another one\n"
      "  fearless merge parts/shard-*.jsonl --out results\n"
      "\n"
      "Exit code: that of `fearless certify` without --shard; 2 if the files are not all parts of one run.");
}

void add_the_others(CLI::App& app, request& asked) {
  CLI::App* claims = app.add_subcommand("claims", "List the claims and their evidence");
  claims->add_flag("--json", asked.claims.json, "as JSON: claims, cases, mutants and verdicts");
  claims->footer(
      "Examples:\n"
      "  fearless claims                                  a few lines for each claim\n"
      "  fearless claims --json | jq '.claims[].id'       the ids");

  CLI::App* check = app.add_subcommand("check", "Check that specification, cases, mutants and listings agree");
  check->add_flag("--fix", asked.check.fix,
                  "Write each claim's sentence at the head of its cases, and the cases of the rules for markers");
  check->footer(
      "Each problem is a line `file:line: problem; what to do`.\n"
      "\n"
      "Exit code: 0 they agree, 1 they don't, 2 could not tell.");

  CLI::App* site = app.add_subcommand("site", "Write the pages from the specification and the latest results");
  site->add_option("--out", asked.site.out, "folder of the pages")->type_name("DIR");
  site->footer(
      "Examples:\n"
      "  fearless site                                    prints the path of the first page\n"
      "  fearless site --out public                       writes into another folder");

  CLI::App* doctor = app.add_subcommand("doctor", "Find out whether this machine can detect races");
  doctor->footer(
      "For each missing tool it prints the command that installs it.\n"
      "\n"
      "Exit code: 0 it can, 1 it can't, 2 could not tell.");
}

void set_up(CLI::App& app, request& asked) {
  make_readable(app);
  app.set_help_flag("--help,-h", "print this help, or the help of a command");
  app.add_flag("--version", asked.version, "print the version and the commit");
  // For tests and for trees that were moved: not worth a line of the help.
  app.add_option("--source", asked.source)->group("");
  app.add_option("--build", asked.build)->group("");
  app.fallthrough(false);
  app.require_subcommand(0, 1);
  add_certify(app, asked);
  add_new(app, asked);
  add_mutants(app, asked);
  add_ownership(app, asked);
  add_needs(app, asked);
  add_search(app, asked);
  add_verify(app, asked);
  add_sign(app, asked);
  add_audit(app, asked);
  add_diff(app, asked);
  add_merge(app, asked);
  add_the_others(app, asked);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) command->group("Commands");
  app.add_subcommand("help")->group("");
  const char* const in_the_tree =
      "Examples:\n"
      "  fearless certify            judge the reference\n"
      "  fearless certify --help     options of certify\n"
      "\n"
      "At the project's root, `./fearless test` runs all tests of Fearless itself, and `./fearless bench` measures the "
      "reference beside other libraries.";
  const char* const installed =
      "Examples:\n"
      "  fearless new my-library     write the skeleton of a port\n"
      "  fearless certify FILE       judge the implementation that the file describes\n"
      "  fearless certify --help     options of certify";
  app.footer(default_paths().is_installed ? installed : in_the_tree);
}

/// The folders that the command line selects. Errors: `user_error` if there are no sources.
paths places_of(const request& asked) {
  paths where = default_paths();
  if (asked.source || asked.build) {
    const auto absolute = [](const std::filesystem::path& path) {
      return std::filesystem::absolute(path).lexically_normal();
    };
    where = {.source = absolute(asked.source.value_or(where.source)),
             .build = absolute(asked.build.value_or(where.build))};
  }
  if (!std::filesystem::is_directory(where.source))
    throw user_error(fmt::format("no sources at {}: give the project's root with --source", where.source.string()));
  return where;
}

/// An installed Fearless has no reference to judge by default.
void require_implementation(const paths& where, const CLI::App& certify) {
  if (!where.is_installed || certify.count("NAME|FILE") > 0 || certify.count("--all") > 0) return;
  const auto nearby = description_nearby("");
  throw user_error(nearby ? fmt::format("missing argument NAME|FILE: try fearless certify {}", nearby->string())
                          : "missing argument NAME|FILE: give the path of an implementation.json; fearless new writes "
                            "the skeleton of a port");
}

/// These commands read files of the project that are not installed.
void require_tree(const paths& where, const std::string& command) {
  if (where.is_installed)
    throw user_error(fmt::format(
        "`fearless {0}` works only in Fearless's own source tree: run ./fearless {0} at its root", command));
}

/// Judges one implementation, or several side by side.
int certify_those_asked_for(const paths& where, const CLI::App& command, const request& asked) {
  if (asked.all) return certify_all(where, asked.certify);
  if (asked.implementations.size() < 2) {
    certify_options one = asked.certify;
    if (!asked.implementations.empty()) one.implementation = asked.implementations.front();
    return certify(where, one);
  }
  for (const char* other : {"--case", "--only", "--out", "--shard", "--replay", "--waivers", "--expect"})
    if (command.count(other) > 0)
      throw user_error(fmt::format("{} is for one implementation, and {} are named: certify each alone", other,
                                   asked.implementations.size()));
  return certify_several(where, asked.certify, asked.implementations);
}

int answer(CLI::App& app, const request& asked) {
  const paths where = places_of(asked);
  if (asked.version) {
    fmt::print("fearless {} ({})\n", version(), revision(where.source));
    return 0;
  }
  if (app.got_subcommand("certify")) require_implementation(where, *app.get_subcommand("certify"));
  if (app.got_subcommand("certify")) return certify_those_asked_for(where, *app.get_subcommand("certify"), asked);
  if (app.got_subcommand("search")) return search_scenarios(where, asked.search);
  if (app.got_subcommand("verify")) return verify(where, asked.verify);
  if (app.got_subcommand("sign")) return sign(asked.sign);
  if (app.got_subcommand("audit")) return audit(where, asked.audit);
  if (app.got_subcommand("diff")) return diff(where, asked.diff);
  if (app.got_subcommand("merge")) return merge(where, asked.merge);
  if (app.got_subcommand("new")) return write_new(where.source, asked.made);
  for (const char* each : {"mutants", "ownership", "check", "needs"})
    if (app.got_subcommand(each)) require_tree(where, each);
  if (app.got_subcommand("mutants")) return mutants(where, asked.mutants);
  if (app.got_subcommand("ownership")) return ownership(where, asked.ownership);
  if (app.got_subcommand("needs")) return needs(where.build, asked.needs);
  if (app.got_subcommand("claims")) return claims(where, asked.claims);
  if (app.got_subcommand("check")) return check(where, asked.check);
  if (app.got_subcommand("site")) return site(where, asked.site);
  if (app.got_subcommand("doctor")) return doctor(where);
  app.clear();  // otherwise this prints the help of the command `help`
  fmt::print("{}", app.help());
  return 0;
}

int run_command_line(int count, char** words) {
  CLI::App app(
      "Fearless: an executable specification of fearless concurrency, and the program that certifies implementations.",
      "fearless");
  request asked;
  set_up(app, asked);
  try {
    app.parse(count, words);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& wrong) {
    throw user_error(explain(app, wrong));
  }
  stop_on_signals();
  const int code = answer(app, asked);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw user_error("can't write to the standard output: is the disk full?");
  return code;
}

/// Prints why the command failed, in one line. The reader may be gone: the exit code says so, too.
int give_up(std::string_view what) {
  std::fflush(stdout);
  constexpr std::size_t most_bytes = 8192;
  std::fputs(fmt::format("fearless: {}\n", printable(what, most_bytes)).c_str(), stderr);
  return could_not_tell;
}

}  // namespace

}  // namespace fearless::certifier

int main(int count, char** words) {
  using namespace fearless::certifier;
  // What is judged may be the same user, and must not write into this process.
  ::prctl(PR_SET_DUMPABLE, 0);
  try {
    return run_command_line(count, words);
  } catch (const user_error& wrong) {
    return give_up(wrong.what());
  } catch (const std::system_error& failed) {
    return give_up(failed.what());
  } catch (const std::exception& bug) {
    return give_up(fmt::format("internal error, please report it: {}", bug.what()));
  }
}
