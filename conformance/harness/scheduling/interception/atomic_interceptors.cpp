// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include <cstdint>
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"

namespace scheduling {

namespace {

/// The operations on a `Word`, as an instrumented object calls them: `__tsan_atomic<bits>_<operation>`.
template <class Word, function_name Bits>
void add_operations(std::vector<interceptor>& all) {
  using order = int;
  using atomic = volatile Word*;
  constexpr auto prefix = function_name("__tsan_atomic") + Bits;
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_load"), Word(const volatile Word*, order)>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_store"), void(atomic, Word, order)>());
  using change = Word(atomic, Word, order);
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_exchange"), change>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_fetch_add"), change>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_fetch_sub"), change>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_fetch_and"), change>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_fetch_or"), change>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_fetch_xor"), change>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_fetch_nand"), change>());
  using compare_exchange = int(atomic, Word*, Word, order, order);
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_compare_exchange_strong"), compare_exchange>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_compare_exchange_weak"), compare_exchange>());
  all.push_back(preceded_by_scheduling_point<prefix + function_name("_compare_exchange_val"),
                                             Word(atomic, Word, Word, order, order)>());
}

}  // namespace

std::span<const interceptor> atomic_interceptors() {
  static const std::vector<interceptor> all = [] {
    std::vector<interceptor> made;
    add_operations<std::uint8_t, "8">(made);
    add_operations<std::uint16_t, "16">(made);
    add_operations<std::uint32_t, "32">(made);
    add_operations<std::uint64_t, "64">(made);
    __extension__ using wide = unsigned __int128;
    add_operations<wide, "128">(made);
    return made;
  }();
  return all;
}

}  // namespace scheduling
