// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// Where code is: a file and an offset in it.
struct code_address {
  std::string file;
  std::uint64_t offset = 0;

  auto operator<=>(const code_address&) const = default;
};

/// An event of the suite's trace; the table in the suite's `scheduling/trace.hpp` says what each kind has.
struct traced_event {
  enum class kind : std::uint8_t { call, returned, operation, waits, goes_on, departs, starts, ends, deadlock, remark };

  kind is;
  std::uint64_t place = 0;              ///< of the thread; another one may have it after it has ended
  std::string text{};                   ///< the function, result, operation, reason or kind of departure
  std::string object_kind{};            ///< of `object`: sender, mutex, …; empty for a piece of memory
  std::string object{};                 ///< an address; empty where there is none
  std::string value{};                  ///< that a call passes or hands out; empty if none is shown
  std::string order{};                  ///< of an atomic operation
  std::optional<std::string> read{};    ///< the value
  std::optional<std::string> wrote{};   ///< the value
  std::optional<std::string> newest{};  ///< the newest value, where it read an older one
  std::uint64_t to = 0;                 ///< of a departure: its answer
  std::vector<code_address> frames{};   ///< the innermost first
};

/// Reads a trace, which may be cut off anywhere. What is malformed is left out.
std::vector<traced_event> read_trace(std::string_view text);

}  // namespace fearless::certifier
