// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "certify_all.hpp"
#include "certify_command.hpp"
#include "check_command.hpp"
#include "claims_command.hpp"
#include "command_line.hpp"
#include "doctor_command.hpp"
#include "error.hpp"
#include "implementation.hpp"
#include "interruption.hpp"
#include "mutants_command.hpp"
#include "new_command.hpp"
#include "ownership_command.hpp"
#include "paths.hpp"
#include "revision.hpp"
#include "site_command.hpp"

namespace fearless::certifier {

namespace {

constexpr int could_not_tell = 2;

CLI::Validator number_of(std::size_t most_digits) {
  return {[most_digits](std::string& said) {
            const bool good = !said.empty() && said.size() <= most_digits &&
                              said.find_first_not_of("0123456789") == said.npos && said != "0";
            return good ? "" : fmt::format("`{}` is no number from 1 up", said);
          },
          ""};
}

const CLI::Validator number = number_of(6);

/// Everything that a command line can say.
struct request {
  std::optional<std::filesystem::path> source, build;
  certify_options certify;
  mutants_options mutants;
  ownership_options ownership;
  claims_options claims;
  site_options site;
  new_options made;
  bool version = false, all = false;
};

void add_certify(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("certify", "Judge an implementation by every claim");
  command->add_option("NAME|FILE", asked.certify.implementation,
                      "one in the tree, or an implementation.json; default, in the tree: reference");
  command->add_option("--profile", asked.certify.profile, "only the claims of this profile")->type_name("P");
  command->add_option("--case", asked.certify.cases, "only this test; can be repeated")->type_name("CASE");
  command->add_option("--only", asked.certify.only, "only this build: plain, instrumented or compile-time")
      ->type_name("BUILD");
  command->add_option("--out", asked.certify.out, "where results and certificate go")->type_name("DIR");
  command->add_option("--jobs", asked.certify.jobs, "how many tests run at once")->type_name("N")->check(number);
  command->add_flag("--fresh", asked.certify.fresh, "ask the compiler again, whatever it said before");
  CLI::Option* all = command->add_flag("--all", asked.all, "every implementation of the tree, and their pages");
  for (const char* other : {"NAME|FILE", "--case", "--only", "--out"}) all->excludes(command->get_option(other));
  search_options& search = asked.certify.search;
  command->add_option("--strategy", search.strategy, "how a stress test's schedules are searched")->type_name("S");
  command->add_option("--executions", search.executions, "how many by each strategy")->type_name("N")->check(number);
  command->add_option("--seed", search.seed, "the first one's")->type_name("N")->check(number_of(18));
  command->add_option("--replay", search.replay, "only this execution, such as pct-3:17")->type_name("S:SEED");
  command->footer(
      "Examples:\n"
      "  fearless certify                                 the reference, in Fearless's own tree, by every claim\n"
      "  fearless certify mine/implementation.json        yours\n"
      "  fearless certify --case join.waits.run           one test, with all that it prints\n"
      "  fearless certify --executions 10000              stress tests, searched for longer\n"
      "\n"
      "Exit code: 0 conforming, 1 not conforming, 2 could not tell; with --all 0 where each was judged, conforming or "
      "not.");
}

void add_mutants(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("mutants", "Prove that every claim's tests catch its defects");
  command->add_option("CLAIM|MUTANT", asked.mutants.only, "only these; default: all, and the correct but odd variants");
  command->add_option("--runs", asked.mutants.runs, "how often each must be caught")->type_name("N")->check(number);
  command->add_option("--jobs", asked.mutants.jobs, "how many run at once")->type_name("N")->check(number);
  command->add_option("--executions", asked.mutants.executions, "of a stress test, by each strategy")
      ->type_name("N")
      ->check(number);
  command->add_flag("--strategies", asked.mutants.strategies, "compare the strategies that search for a schedule");
  command->add_option("--libraries", asked.mutants.libraries, "with these plain libraries, for --strategies")
      ->type_name("DIR");
  command->footer(
      "Examples:\n"
      "  fearless mutants                                 the kill matrix\n"
      "  fearless mutants join.waits --runs 20            one claim's, twenty times\n"
      "  fearless mutants --strategies                    which way of searching finds which defect\n"
      "\n"
      "Exit code: 0 all caught, 1 one survived, 2 could not tell.");
}

void add_ownership(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("ownership", "Find out which tool rejects which wrong program");
  command->add_option("--out", asked.ownership.out, "where ownership.jsonl goes")->type_name("DIR");
  command->add_option("--jobs", asked.ownership.jobs, "how many programs at once")->type_name("N")->check(number);
  command->footer(
      "Examples:\n"
      "  fearless ownership                               clang, clang-tidy, g++, and rustc on the same in Rust\n"
      "\n"
      "Exit code: 0 as it is written in the programs, 1 otherwise, 2 could not tell.");
}

void add_new(CLI::App& app, request& asked) {
  CLI::App* command = app.add_subcommand("new", "Write the start of an implementation's port, which builds at once");
  command->add_option("NAME", asked.made.name, "the implementation's name: a folder of this name is made here")
      ->required();
  command->add_option("--language", asked.made.language, "cpp, c or rust; default: cpp")->type_name("L");
  command->footer(
      "Examples:\n"
      "  fearless new my-library                          in C++\n"
      "  fearless new my-library --language rust          in Rust\n"
      "\n"
      "It prints how to build and certify what it wrote.");
}

void add_the_others(CLI::App& app, request& asked) {
  CLI::App* claims = app.add_subcommand("claims", "List the claims and their evidence");
  claims->add_flag("--json", asked.claims.json, "for machines: claims, tests, mutants and verdicts");
  claims->footer(
      "Examples:\n"
      "  fearless claims                                  a few lines for each claim\n"
      "  fearless claims --json | jq '.claims[].id'       the ids");

  CLI::App* check = app.add_subcommand("check", "Check that text, tests, mutants and listings agree");
  check->footer(
      "Each problem is a line `file:line: what; what to do`.\n"
      "\n"
      "Exit code: 0 they agree, 1 they don't, 2 could not tell.");

  CLI::App* site = app.add_subcommand("site", "Weave the pages from the text and the latest results");
  site->add_option("--out", asked.site.out, "the folder that holds the pages")->type_name("DIR");
  site->footer(
      "Examples:\n"
      "  fearless site                                    prints where they are\n"
      "  fearless site --out public                       into a folder of yours");

  CLI::App* doctor = app.add_subcommand("doctor", "Find out whether this machine can detect races");
  doctor->footer(
      "For whatever is missing it prints the command that mends it.\n"
      "\n"
      "Exit code: 0 it can, 1 it can't, 2 could not tell.");
}

void set_up(CLI::App& app, request& asked) {
  make_readable(app);
  app.set_help_flag("--help,-h", "print this, or the help of a command");
  app.add_flag("--version", asked.version, "print the version and the commit");
  // For tests and for trees that have been moved: kept out of the help, which they would only lengthen.
  app.add_option("--source", asked.source)->group("");
  app.add_option("--build", asked.build)->group("");
  app.fallthrough(false);
  app.require_subcommand(0, 1);
  add_certify(app, asked);
  add_new(app, asked);
  add_mutants(app, asked);
  add_ownership(app, asked);
  add_the_others(app, asked);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) command->group("Commands");
  app.add_subcommand("help")->group("");
  const char* const in_the_tree =
      "Examples:\n"
      "  fearless certify            is the reference fearless?\n"
      "  fearless certify --help     what certify can do\n"
      "\n"
      "At the project's root, `./fearless test` proves the project itself.";
  const char* const installed =
      "Examples:\n"
      "  fearless new my-library     the start of a port, which builds at once\n"
      "  fearless certify FILE       is the implementation that it describes fearless?\n"
      "  fearless certify --help     what certify can do";
  app.footer(default_paths().is_installed ? installed : in_the_tree);
}

/// Where everything is, as it was asked for. Errors: `user_error` where there are no sources.
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

/// The reference is not installed, so that nothing is judged where nothing is named.
void require_implementation(const paths& where, const CLI::App& certify) {
  if (!where.is_installed || certify.count("NAME|FILE") > 0 || certify.count("--all") > 0) return;
  const auto nearby = description_nearby("");
  throw user_error(nearby
                       ? fmt::format("certify what? Here is one: fearless certify {}", nearby->string())
                       : "certify what? Give the path of an implementation.json; fearless new writes the start of one");
}

/// What proves the project itself needs more of it than is installed.
void require_tree(const paths& where, const std::string& command) {
  if (where.is_installed)
    throw user_error(fmt::format("{0} needs Fearless's own source tree: run ./fearless {0} at its root", command));
}

int answer(CLI::App& app, const request& asked) {
  const paths where = places_of(asked);
  if (asked.version) {
    fmt::print("fearless {} ({})\n", version(), revision(where.source));
    return 0;
  }
  if (app.got_subcommand("certify")) require_implementation(where, *app.get_subcommand("certify"));
  if (app.got_subcommand("certify"))
    return asked.all ? certify_all(where, asked.certify) : certify(where, asked.certify);
  if (app.got_subcommand("new")) return write_new(where.source, asked.made);
  for (const char* each : {"mutants", "ownership", "check"})
    if (app.got_subcommand(each)) require_tree(where, each);
  if (app.got_subcommand("mutants")) return mutants(where, asked.mutants);
  if (app.got_subcommand("ownership")) return ownership(where, asked.ownership);
  if (app.got_subcommand("claims")) return claims(where, asked.claims);
  if (app.got_subcommand("check")) return check(where);
  if (app.got_subcommand("site")) return site(where, asked.site);
  if (app.got_subcommand("doctor")) return doctor(where);
  app.clear();  // or it would be the help of the command `help`
  fmt::print("{}", app.help());
  return 0;
}

int run_command_line(int count, char** words) {
  CLI::App app("Fearless: an executable specification of concurrency, and the judge of who keeps it.", "fearless");
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
  if (std::fflush(stdout) != 0) throw user_error("can't write to the standard output: is the disk full?");
  return code;
}

/// Says why there is no answer, in one line.
int give_up(std::string_view what) {
  std::fflush(stdout);
  fmt::print(stderr, "fearless: {}\n", what);
  return could_not_tell;
}

}  // namespace

}  // namespace fearless::certifier

int main(int count, char** words) {
  using namespace fearless::certifier;
  try {
    return run_command_line(count, words);
  } catch (const user_error& wrong) {
    return give_up(wrong.what());
  } catch (const std::system_error& failed) {
    return give_up(failed.what());
  } catch (const std::exception& unforeseen) {
    return give_up(fmt::format("this should not happen, please report it: {}", unforeseen.what()));
  }
}
