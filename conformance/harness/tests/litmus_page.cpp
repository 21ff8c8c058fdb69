// SPDX-License-Identifier: MIT
#include "litmus_page.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

namespace litmus {

namespace {

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find(by, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + by.size();
  }
  return parts;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream from(text);
  return {std::istream_iterator<std::string>(from), {}};
}

operation operation_of(const std::string& text) {
  static const std::map<std::string, scheduling::atomic_order> orders{{"rlx", __ATOMIC_RELAXED},
                                                                      {"acq", __ATOMIC_ACQUIRE},
                                                                      {"rel", __ATOMIC_RELEASE},
                                                                      {"ar", __ATOMIC_ACQ_REL},
                                                                      {"sc", __ATOMIC_SEQ_CST}};
  operation read;
  for (const std::string& each : words_of(text)) {
    if (const auto order = orders.find(each); order != orders.end())
      read.orders.push_back(order->second);
    else if (read.kind == ' ')
      read.kind = each.at(0);
    else if (const auto place = std::string("xyzu").find(each); place != std::string::npos)
      read.place = place;
    else
      read.values.push_back(static_cast<word>(std::stoul(each)));
  }
  return read;
}

program_of_thread program_of(const std::string& text) {
  program_of_thread program;
  for (const std::string& each : split(text, ";")) program.push_back(operation_of(each));
  return program;
}

}  // namespace

std::vector<test> tests_of_page() {
  std::ifstream page(LITMUS_PAGE);
  std::vector<test> all;
  for (std::string line; std::getline(page, line);) {
    const auto cells = split(line, "|");
    if (cells.size() != 6 || cells[2].find('`') == std::string::npos) continue;
    const auto code = split(cells[2], "`").at(1);
    const auto parts = split(code, "→");
    test row{.name = cells[1], .threads = {}, .after_join = {}, .outcomes = {}};
    for (const std::string& thread : split(parts[0], "‖")) row.threads.push_back(program_of(thread));
    if (parts.size() > 1) row.after_join = program_of(parts[1]);
    const auto outcomes = words_of(cells[3]);
    row.outcomes = {outcomes.begin(), outcomes.end()};
    all.push_back(std::move(row));
  }
  return all;
}

std::string outcome_of(const std::vector<std::string>& read) {
  std::string all;
  for (std::size_t thread = 1; thread < read.size(); ++thread) all += read[thread];
  return all + read.front();
}

}  // namespace litmus
