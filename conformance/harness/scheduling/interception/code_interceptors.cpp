// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that counting edges orders nothing.
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"

namespace scheduling {

namespace {

/// Calls the original.
template <function_name Name, class Signature>
struct unchanged;
template <function_name Name, class... Arguments>
struct unchanged<Name, void(Arguments...)> {
  static void call(Arguments... arguments) { return original<Name, void(Arguments...)>::function(arguments...); }
};

template <function_name Name, class Signature = void(void*)>
interceptor preceded_by_place() {
  return replaced_by<Name, Signature>(with_place<unchanged<Name, Signature>::call>::call);
}

/// The accesses of a kind, `__tsan_<kind><bytes>`, of which `Prefix` is the first part.
template <function_name Prefix>
void add_accesses(std::vector<interceptor>& all) {
  all.push_back(preceded_by_place<Prefix + "1">());
  all.push_back(preceded_by_place<Prefix + "2">());
  all.push_back(preceded_by_place<Prefix + "4">());
  all.push_back(preceded_by_place<Prefix + "8">());
  all.push_back(preceded_by_place<Prefix + "16">());
}

}  // namespace

std::span<const interceptor> code_interceptors() {
  static const std::vector<interceptor> all = [] {
    std::vector<interceptor> made{preceded_by_place<"__tsan_func_entry">(), preceded_by_place<"__tsan_vptr_read">(),
                                  preceded_by_place<"__tsan_vptr_update", void(void**, void*)>()};
    add_accesses<"__tsan_read">(made);
    add_accesses<"__tsan_write">(made);
    add_accesses<"__tsan_unaligned_read">(made);
    add_accesses<"__tsan_unaligned_write">(made);
    return made;
  }();
  return all;
}

}  // namespace scheduling
