// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that a recording orders nothing.
#include "scheduling/plan_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace scheduling {

namespace {

using nlohmann::json;

constexpr std::array<const char*, 8> names{"switches", "times_out", "wakes", "is_woken",
                                           "goes_on",  "reads",     "fails", "is_late"};

constinit int recording = -1;
constinit bool is_of_model = false;

void write(const std::string& line) {
  if (syscall(SYS_write, recording, line.data(), line.size()) < 0) _exit(2);
}

void begin_recording(std::uint64_t seed_of_body) {
  if (::ftruncate(recording, 0) != 0) _exit(2);
  write(fmt::format("{{\"memory\": {}, \"seed\": {}}}\n", is_of_model, seed_of_body));
}

void record(const departure& choice) {
  write(fmt::format("[\"{}\", {}, {}, {}]\n", name(choice.what), choice.thread, choice.at, choice.answer));
}

departure departure_from(const json& text) {
  const auto found = std::ranges::find(names, text.at(0).get<std::string>());
  const auto thread = text.at(1).get<std::uint64_t>();
  if (found == names.end() || thread >= most_threads) throw std::invalid_argument("no departure");
  return {.what = static_cast<departure::kind>(found - names.begin()),
          .thread = static_cast<int>(thread),
          .at = text.at(2),
          .answer = text.at(3)};
}

}  // namespace

const char* name(departure::kind of) {
  return names.at(static_cast<std::size_t>(of));
}

std::optional<plans_read> read_plans(const std::string& file) try {
  std::ifstream text(file);
  std::string line;
  if (!std::getline(text, line)) return std::nullopt;
  const json head = json::parse(line);
  plans_read found{.plans = {}, .models_memory = head.at("memory")};
  while (std::getline(text, line)) {
    plan next{.seed_of_body = head.at("seed")};
    for (const json& each : json::parse(line)) next.departures.push_back(departure_from(each));
    found.plans.push_back(std::move(next));
  }
  return found;
} catch (const std::exception&) {
  return std::nullopt;
}

const registered_strategy* recorded_to(const std::string& file, const registered_strategy& how) {
  recording = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (recording < 0) return nullptr;
  is_of_model = how.models_memory;
  return &recorded(how, begin_recording, record);
}

}  // namespace scheduling
