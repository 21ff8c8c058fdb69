// SPDX-License-Identifier: MIT
#include "method.hpp"

#include <algorithm>
#include <array>

namespace fearless::certifier {

namespace {

constexpr std::array all_methods{method::run,  method::stress,    method::detected, method::cost,
                                 method::type, method::scenarios, method::reject};

}  // namespace

std::string_view name(method value) {
  switch (value) {
    case method::run:
      return "run";
    case method::stress:
      return "stress";
    case method::detected:
      return "detected";
    case method::cost:
      return "cost";
    case method::scenarios:
      return "scenarios";
    case method::type:
      return "type";
    case method::reject:
      return "reject";
  }
  return "run";
}

std::optional<method> method_named(std::string_view wanted) {
  const auto* found = std::ranges::find(all_methods, wanted, [](method each) { return name(each); });
  if (found == all_methods.end()) return std::nullopt;
  return *found;
}

std::string scenarios_of(std::string_view claim) {
  return std::string(claim) + "." + std::string(name(method::scenarios));
}

bool is_compile_time(method value) {
  return value == method::type || value == method::reject;
}

bool is_run_time(method value) {
  return !is_compile_time(value);
}

}  // namespace fearless::certifier
