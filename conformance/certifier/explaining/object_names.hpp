// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "execution_trace.hpp"
#include "source_places.hpp"

namespace fearless::certifier {

/// The variable, lock or condition that a line of code uses, as the line calls it: `tail.index`; empty if the line does
/// not show it. `column`: of the call, from 1; 0 if it is not known.
std::string variable_in(const std::string& code, std::uint64_t column);

/// What a reader calls the things of an execution.
class object_names {
 public:
  object_names(const std::vector<traced_event>& events, const source_places& places);

  /// A piece of memory that threads share: `tail.index`, or a letter.
  [[nodiscard]] std::string of_memory(const std::string& address) const;

  /// An object of the port: `sender 2`, or `receiver` where there is only one.
  [[nodiscard]] std::string of_object(const std::string& kind, const std::string& address) const;

  /// A call made an object at this address, where another one may have been before.
  void made(const std::string& kind, const std::string& address);

  /// A value: a pointer gets a name, since its digits say nothing.
  [[nodiscard]] std::string of_value(const std::string& value);

 private:
  using identity = std::pair<std::string, std::string>;  ///< kind and address

  std::map<std::string, std::string> memory_;
  std::map<std::string, std::size_t> objects_of_kind_;  ///< how many there are
  std::map<std::string, std::size_t> made_;             ///< until now, of each kind
  std::map<identity, std::size_t> numbers_;
  std::map<std::string, std::string> pointers_;
};

}  // namespace fearless::certifier
