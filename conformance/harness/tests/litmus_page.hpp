// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "scheduling/memory/memory_model.hpp"

/// The litmus tests of the page on weak memory.
namespace litmus {

using word = std::uint32_t;

/// A line such as `C y 0 2 rlx acq`: a letter for what it does, a place, values, orders.
struct operation {
  char kind = ' ';
  std::size_t place = 0;
  std::vector<word> values{};
  std::vector<scheduling::atomic_order> orders{};
};
using program_of_thread = std::vector<operation>;

inline constexpr std::size_t places = 4;

struct test {
  std::string name;
  std::vector<program_of_thread> threads;
  program_of_thread after_join;
  std::set<std::string> outcomes;
};

/// The rows of the page's table.
std::vector<test> tests_of_page();

/// The outcome of an execution from what each thread has read, the joining one first.
std::string outcome_of(const std::vector<std::string>& read);

}  // namespace litmus
