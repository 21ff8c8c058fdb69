// SPDX-License-Identifier: MIT
#include "object_names.hpp"

#include <fmt/format.h>

#include <array>
#include <regex>

namespace fearless::certifier {

namespace {

/// `a`, `b`, …, `z`, `a2`, …
std::string letter(std::size_t number) {
  constexpr std::size_t letters = 26;
  const char first = static_cast<char>('a' + number % letters);
  return number < letters ? std::string(1, first) : fmt::format("{}{}", first, number / letters + 1);
}

/// Without what says only that it is a member.
std::string shortened(std::string name) {
  for (const std::string_view prefix : {"self.", "this->"})
    if (name.starts_with(prefix)) name.erase(0, prefix.size());
  while (name.ends_with('_')) name.pop_back();
  return name;
}

}  // namespace

std::string variable_in(const std::string& code, std::uint64_t column) {
  static const std::string name = R"(((?:\w+(?:\[\w*\])?(?:\.|->|::))*\w+)(?:\[[^\]]*\])?)";
  static const std::array patterns{
      std::regex(
          name +
          R"(\s*(?:\.|->)(?:load|store|swap|exchange|compare_\w+|fetch_\w+|lock\w*|unlock\w*|try_\w+|notify_\w+|)"
          R"(wait\w*|acquire\w*|release\w*|test_and_set|clear|test|unpark\w*|signal|broadcast)\b)"),
      std::regex(R"((?:lock_guard|scoped_lock|unique_lock|shared_lock)\b[^({;]*[({]\s*)" + name),
      std::regex(R"((?:futex_\w+|pthread_\w+|atomic_\w+|sem_\w+|mtx_\w+|cnd_\w+)\s*\(\s*&?)" + name),
      std::regex(R"((?:\+\+|--)\s*)" + name), std::regex(name + R"(\s*(?:\+\+|--|[-+|&^]=))")};
  for (const std::regex& pattern : patterns) {
    std::string found;
    for (auto each = std::sregex_iterator(code.begin(), code.end(), pattern); each != std::sregex_iterator(); ++each) {
      // The last one that begins before the column; the first one if none does.
      if (found.empty() || static_cast<std::uint64_t>(each->position(1)) < column) found = (*each)[1];
    }
    if (!found.empty()) return shortened(found);
  }
  return {};
}

object_names::object_names(const std::vector<traced_event>& events, const source_places& places) {
  std::set<std::string> used;
  std::vector<std::string> order;
  for (const traced_event& each : events) {
    using kind = traced_event::kind;
    if (!each.object_kind.empty()) {
      const auto [known, is_new] = numbers_.try_emplace({each.object_kind, each.object}, 0);
      const bool was_there_before = is_new && each.is == kind::call;
      if (was_there_before) known->second = ++made_[each.object_kind];
      if (was_there_before || each.is == kind::returned) ++objects_of_kind_[each.object_kind];
    }
    if ((each.is != kind::operation && each.is != kind::waits) || each.object.empty()) continue;
    auto& name = memory_[each.object];
    if (name.empty()) order.push_back(each.object);
    if (!name.empty() && name != "?") continue;
    const source_place at = place_in(each.frames, places);
    std::string found = variable_in(at.code, at.column);
    name = found.empty() ? "?" : found;
  }
  std::size_t letters = 0;
  for (const std::string& address : order) {
    std::string& name = memory_[address];
    if (name == "?") {
      do name = letter(letters++);
      while (used.contains(name));
    }
    const std::string base = name;
    for (int another = 2; !used.insert(name).second; ++another) name = fmt::format("{} #{}", base, another);
  }
}

std::string object_names::of_memory(const std::string& address) const {
  const auto found = memory_.find(address);
  return found == memory_.end() ? "memory" : found->second;
}

std::string object_names::of_object(const std::string& kind, const std::string& address) const {
  const auto all = objects_of_kind_.find(kind);
  const auto found = numbers_.find({kind, address});
  if (all == objects_of_kind_.end() || all->second < 2 || found == numbers_.end()) return kind;
  return fmt::format("{} {}", kind, found->second);
}

void object_names::made(const std::string& kind, const std::string& address) {
  numbers_[{kind, address}] = ++made_[kind];
}

std::string object_names::of_value(const std::string& value) {
  if (!value.starts_with("0x")) return value;
  const auto [found, is_new] = pointers_.try_emplace(value);
  if (is_new) found->second = fmt::format("p{}", pointers_.size());
  return found->second;
}

}  // namespace fearless::certifier
