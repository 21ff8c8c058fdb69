// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include <cstdint>
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"

namespace scheduling {

namespace {

template <bool CountsEdges, function_name Name, operation_kind Kind, class Signature>
interceptor interceptor_of() {
  constexpr auto* with_point = with_scheduling_point<Name, Kind, Signature>::call;
  if constexpr (CountsEdges)
    return replaced_by<Name, Signature>(with_place<with_point>::call);
  else
    return replaced_by<Name, Signature>(with_point);
}

/// The operations on a `Word`, as an instrumented object calls them: `__tsan_atomic<bits>_<operation>`, of which
/// `Prefix` is the first part.
template <bool CountsEdges, class Word, function_name Prefix>
void add_operations(std::vector<interceptor>& all) {
  using order = int;
  using atomic = volatile Word*;
  using enum operation_kind;
  all.push_back(interceptor_of<CountsEdges, Prefix + "_load", load, Word(const volatile Word*, order)>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_store", store, void(atomic, Word, order)>());
  using change = Word(atomic, Word, order);
  all.push_back(interceptor_of<CountsEdges, Prefix + "_exchange", read_modify_write, change>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_fetch_add", read_modify_write, change>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_fetch_sub", read_modify_write, change>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_fetch_and", read_modify_write, change>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_fetch_or", read_modify_write, change>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_fetch_xor", read_modify_write, change>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_fetch_nand", read_modify_write, change>());
  using compare = int(atomic, Word*, Word, order, order);
  all.push_back(interceptor_of<CountsEdges, Prefix + "_compare_exchange_strong", read_modify_write, compare>());
  all.push_back(interceptor_of<CountsEdges, Prefix + "_compare_exchange_weak", read_modify_write, compare>());
  using compare_value = Word(atomic, Word, Word, order, order);
  all.push_back(interceptor_of<CountsEdges, Prefix + "_compare_exchange_val", read_modify_write, compare_value>());
}

template <bool CountsEdges>
std::span<const interceptor> operations() {
  static const std::vector<interceptor> all = [] {
    std::vector<interceptor> made;
    add_operations<CountsEdges, std::uint8_t, "__tsan_atomic8">(made);
    add_operations<CountsEdges, std::uint16_t, "__tsan_atomic16">(made);
    add_operations<CountsEdges, std::uint32_t, "__tsan_atomic32">(made);
    add_operations<CountsEdges, std::uint64_t, "__tsan_atomic64">(made);
    __extension__ using wide = unsigned __int128;
    add_operations<CountsEdges, wide, "__tsan_atomic128">(made);
    return made;
  }();
  return all;
}

}  // namespace

std::span<const interceptor> atomic_interceptors() {
  return operations<false>();
}

std::span<const interceptor> counting_atomic_interceptors() {
  return operations<true>();
}

}  // namespace scheduling
