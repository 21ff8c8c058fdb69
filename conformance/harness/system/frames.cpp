// SPDX-License-Identifier: MIT
#include "system/frames.hpp"

#include <dlfcn.h>
#include <unwind.h>

#include <algorithm>
#include <vector>

#include "system/loaded_code.hpp"

namespace unseen {

namespace {

std::vector<code_range>& code_of_implementation() {
  static std::vector<code_range> noted;
  return noted;
}

/// The return addresses in the implementation's code.
struct return_addresses {
  std::array<std::uintptr_t, 8> all{};
  std::size_t count = 0;

  static _Unwind_Reason_Code add(_Unwind_Context* at, void* found) {
    auto& addresses = *static_cast<return_addresses*>(found);
    const std::uintptr_t address = _Unwind_GetIP(at);
    const bool is_of_implementation = std::ranges::any_of(
        code_of_implementation(), [=](const auto& code) { return code.begin < address && address <= code.end; });
    if (is_of_implementation) addresses.all[addresses.count++] = address;
    return addresses.count == addresses.all.size() ? _URC_END_OF_STACK : _URC_NO_REASON;
  }
};

}  // namespace

void note_code_of_implementation() {
  code_of_implementation() = code_of_others();
}

implementation_frames::implementation_frames() {
  return_addresses found;
  _Unwind_Backtrace(return_addresses::add, &found);
  for (std::size_t i = 0; i < found.count; ++i) {
    const std::uintptr_t address = found.all[i] - 1;  // of the call
    Dl_info about{};
    if (::dladdr(reinterpret_cast<void*>(address), &about) == 0 || about.dli_fname == nullptr) continue;
    places_[count_++] = {.file = about.dli_fname,
                         .offset = address - reinterpret_cast<std::uintptr_t>(about.dli_fbase)};
  }
}

}  // namespace unseen
