// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include <cstdint>
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"

namespace scheduling {

namespace {

/// The operations on a `Word`, as an instrumented object calls them: `__tsan_atomic<bits>_<operation>`, of which
/// `Prefix` is the first part.
template <class Word, function_name Prefix>
void add_operations(std::vector<interceptor>& all) {
  using order = int;
  using atomic = volatile Word*;
  using enum operation_kind;
  all.push_back(preceded_by_scheduling_point<Prefix + "_load", load, Word(const volatile Word*, order)>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_store", store, void(atomic, Word, order)>());
  using change = Word(atomic, Word, order);
  all.push_back(preceded_by_scheduling_point<Prefix + "_exchange", read_modify_write, change>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_fetch_add", read_modify_write, change>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_fetch_sub", read_modify_write, change>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_fetch_and", read_modify_write, change>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_fetch_or", read_modify_write, change>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_fetch_xor", read_modify_write, change>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_fetch_nand", read_modify_write, change>());
  using compare = int(atomic, Word*, Word, order, order);
  all.push_back(preceded_by_scheduling_point<Prefix + "_compare_exchange_strong", read_modify_write, compare>());
  all.push_back(preceded_by_scheduling_point<Prefix + "_compare_exchange_weak", read_modify_write, compare>());
  using compare_value = Word(atomic, Word, Word, order, order);
  all.push_back(preceded_by_scheduling_point<Prefix + "_compare_exchange_val", read_modify_write, compare_value>());
}

}  // namespace

std::span<const interceptor> atomic_interceptors() {
  static const std::vector<interceptor> all = [] {
    std::vector<interceptor> made;
    add_operations<std::uint8_t, "__tsan_atomic8">(made);
    add_operations<std::uint16_t, "__tsan_atomic16">(made);
    add_operations<std::uint32_t, "__tsan_atomic32">(made);
    add_operations<std::uint64_t, "__tsan_atomic64">(made);
    __extension__ using wide = unsigned __int128;
    add_operations<wide, "__tsan_atomic128">(made);
    return made;
  }();
  return all;
}

}  // namespace scheduling
