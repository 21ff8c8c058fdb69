// SPDX-License-Identifier: MIT
#include "search_state.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "error.hpp"
#include "json_lines.hpp"
#include "scenarios/coverage.hpp"
#include "scenarios/scenario.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* format = "search/1";

search_state state_in(const framed_lines& lines) {
  if (!lines.problems.empty()) throw std::invalid_argument(lines.problems.front());
  search_state read;
  lines.header.at("library").get_to(read.library);
  lines.header.at("suite").get_to(read.suite);
  lines.header.at("next_seed").get_to(read.next_seed);
  lines.header.at("scenarios").get_to(read.scenarios);
  lines.header.at("executions").get_to(read.executions);
  lines.header.at("has_begun").get_to(read.has_begun);
  for (const json& row : lines.rows) {
    read.kept.push_back(row.at("scenario"));
    static_cast<void>(scenarios::parse(read.kept.back()));
  }
  for (const auto& [edge, lengths] :
       lines.footer.at("edges").get<std::vector<std::pair<std::uint32_t, std::uint32_t>>>()) {
    if (edge >= scenarios::coverage::most_edges) throw std::invalid_argument(fmt::format("there is no edge {}", edge));
    read.edges[edge] = lengths;
  }
  return read;
}

}  // namespace

search_state search_state::for_library(const std::string& of_library, const std::string& of_suite) const {
  if (library == of_library && suite == of_suite) return *this;
  search_state fresh;
  fresh.library = of_library;
  fresh.suite = of_suite;
  fresh.next_seed = next_seed;
  fresh.kept = kept;
  return fresh;
}

std::string text_of(const search_state& state) {
  framed_lines lines{.header = {{"fearless", format},
                                {"library", state.library},
                                {"suite", state.suite},
                                {"next_seed", state.next_seed},
                                {"scenarios", state.scenarios},
                                {"executions", state.executions},
                                {"has_begun", state.has_begun}},
                     .rows = {},
                     .footer = {{"complete", true}, {"edges", json::array()}},
                     .problems = {}};
  for (const std::string& each : state.kept) lines.rows.push_back({{"scenario", each}});
  for (const auto& [edge, lengths] : state.edges) lines.footer["edges"].push_back({edge, lengths});
  return text_of(lines);
}

std::optional<search_state> read_search_state(const fs::path& file) {
  std::error_code absent;
  if (!fs::exists(file, absent)) return std::nullopt;
  try {
    return state_in(read_framed(file, format));
  } catch (const user_error&) {
    throw;
  } catch (const std::exception& error) {
    throw user_error(fmt::format("{}: it is damaged, so the search can't go on from it ({}): start over with --fresh",
                                 file.string(), error.what()));
  }
}

}  // namespace fearless::certifier
