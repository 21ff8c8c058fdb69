// SPDX-License-Identifier: MIT
#include "command_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "nearest.hpp"

namespace fearless::certifier {

namespace {

/// Help in the order of a reader's questions: what it does, how to call it, its options, examples.
class plain_formatter : public CLI::Formatter {
 public:
  plain_formatter() { column_width(24); }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
    std::string help = app->get_description() + "\n\n" + make_usage(app, std::move(name));
    help += make_positionals(app) + make_groups(app, mode) + make_subcommands(app, mode);
    for (auto at = help.find("\n\n\n"); at != std::string::npos; at = help.find("\n\n\n", at)) help.erase(at, 1);
    return help + "\n" + app->get_footer() + "\n";
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    const bool commands = !app->get_subcommands([](const CLI::App*) { return true; }).empty();
    std::string usage = "Usage: " + (app->get_parent() != nullptr ? "fearless " + app->get_name() : std::move(name));
    if (commands) return usage + " COMMAND [OPTIONS]\n";
    for (const CLI::Option* each : app->get_options([](const CLI::Option* option) { return option->get_positional(); }))
      usage += fmt::format(" [{}]{}", each->get_name(true), each->get_expected_max() > 1 ? "…" : "");
    return usage + " [OPTIONS]\n";
  }

  std::string make_option_name(const CLI::Option* option, bool positional) const override {
    return option->get_name(positional, !positional);
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_size() == 0 || option->get_positional() ? "" : " " + option->get_type_name();
  }
};

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* each : app.get_options())
    for (const std::string& name : each->get_lnames()) names.push_back("--" + name);
  return names;
}

/// The command on the command line, or the application itself.
const CLI::App& innermost(const CLI::App& app) {
  const auto given = app.get_subcommands();
  return given.empty() ? app : *given.front();
}

std::string explain_surplus(const CLI::App& app, const std::string& surplus) {
  const CLI::App& command = innermost(app);
  const std::string help = &command == &app ? "fearless --help" : fmt::format("fearless {} --help", command.get_name());
  if (surplus.starts_with("-") && surplus.size() > 1)
    return fmt::format("unknown option `{}`: {} (see `{}`)", surplus, suggest(surplus, names_of_options(command)),
                       help);
  if (&command == &app)
    return fmt::format("unknown command `{}`: {} (see `{}`)", surplus, suggest(surplus, names_of_commands(app)), help);
  return fmt::format("unexpected argument `{}` of `fearless {}` (see `{}`)", surplus, command.get_name(), help);
}

}  // namespace

void make_readable(CLI::App& app) {
  auto formatter = std::make_shared<plain_formatter>();
  formatter->label("Positionals", "Arguments");
  app.formatter(std::move(formatter));
}

std::string explain(const CLI::App& app, const CLI::ParseError& wrong) {
  if (dynamic_cast<const CLI::ExtrasError*>(&wrong) != nullptr) {
    const std::vector<std::string> surplus = app.remaining(true);
    if (!surplus.empty()) return explain_surplus(app, surplus.front());
  }
  std::string said = wrong.what();
  std::ranges::replace(said, '\n', ' ');
  return fmt::format("{} (see `fearless {}--help`)", said,
                     &innermost(app) == &app ? "" : innermost(app).get_name() + " ");
}

}  // namespace fearless::certifier
